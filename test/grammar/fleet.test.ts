// The [X-Fleet] section, read as fleet reads it, which is not as systemd reads the rest.
import { expect, test } from 'vitest';
import { checkTokens, render } from '../support/tokenise.ts';

const specifier = 'constant.character.format.placeholder.specifier';

test.each(['MachineID', 'MachineOf', 'MachineMetadata', 'Conflicts', 'Global', 'Replaces'])(
	'%s is an option of fleet',
	(key) => {
		expect(keyMark('[X-Fleet]', key)).toBe('entity.name.tag.fleet');
	},
);

test.each([
	'X-ConditionMachineID',
	'X-ConditionMachineBootID',
	'X-ConditionMachineOf',
	'X-ConditionMachineMetadata',
	'X-Conflicts',
])('%s is an old spelling of a fleet option', (key) => {
	expect(keyMark('[X-Fleet]', key)).toBe('entity.name.tag.fleet.deprecated');
});

test.each(['MachineId', 'machineof', 'X-Global', 'MachineIDs', 'After'])('%s means nothing to fleet', (key) => {
	expect(keyMark('[X-Fleet]', key)).toBe('support.variable.key');
});

test('an option of fleet is an ordinary key in any other section', () => {
	expect(keyMark('[Unit]', 'Conflicts')).toBe('support.variable.key');
	expect(keyMark('[X-Other]', 'MachineOf')).toBe('support.variable.key');
});

test('the section ends at the next header and may come again', () => {
	checkTokens(
		`
[X-Fleet]
Conflicts=a@*.service
^^^^^^^^^ entity.name.tag.fleet
[Unit]
Conflicts=a.service
^^^^^^^^^ support.variable.key
[X-Fleet]
[X-Fleet]
Conflicts=b@*.service
^^^^^^^^^ entity.name.tag.fleet
`,
		'entity.name.tag',
		'support.variable',
	);
});

test('quoted metadata is a key, an operator and a value', () => {
	checkTokens(`
[X-Fleet]
^ punctuation.definition.section.begin
 ^^^^^^^ entity.name.section.known
        ^ punctuation.definition.section.end
MachineMetadata="role=web" "disk=ssd"
^^^^^^^^^^^^^^^ entity.name.tag.fleet
               ^ keyword.operator.assignment
                ^ punctuation.definition.string.begin
                 ^^^^ variable.parameter.metadata
                     ^ keyword.operator.comparison
                      ^^^ string.quoted.double
                         ^ punctuation.definition.string.end
                           ^ punctuation.definition.string.begin
                            ^^^^ variable.parameter.metadata
                                ^ keyword.operator.comparison
                                 ^^^ string.quoted.double
                                    ^ punctuation.definition.string.end
`);
});

test('metadata without quotes is the same', () => {
	checkTokens(
		`
[X-Fleet]
MachineMetadata=role=web
                ^^^^ variable.parameter.metadata
                    ^ keyword.operator.comparison
`,
		'variable',
		'keyword.operator.comparison',
	);
});

test('a single quote means nothing to fleet', () => {
	checkTokens(
		`
[X-Fleet]
MachineOf='a.service'
`,
		'string',
		'punctuation.definition.string',
	);
});

test('unit names may be globs', () => {
	checkTokens(
		`
[X-Fleet]
Conflicts=web@*.service [ab]?.timer
          ^^^^^^^^^^^^^ support.class.unit-name
                        ^^^^^^^^^^^ support.class.unit-name
`,
		'support.class',
	);
});

test('fleet replaces four specifiers and no other', () => {
	checkTokens(
		`
[X-Fleet]
MachineOf=%p-data@%i.service
          ^^ ${specifier}
                  ^^ ${specifier}
MachineMetadata="a=%n" "b=%N" "c=%H" "d=%m"
                   ^^ ${specifier}
                          ^^ ${specifier}
MachineOf=%H@%m.service
`,
		'constant',
	);
});

test('a doubled percent sign is no escape for fleet', () => {
	checkTokens(
		`
[X-Fleet]
MachineMetadata=a=%%i
                   ^^ ${specifier}
`,
		'constant',
	);
});

test('a comment line inside a continuation is part of the value, as fleet takes it', () => {
	checkTokens(
		`
[X-Fleet]
MachineOf=a.service \\
^^^^^^^^^ entity.name.tag.fleet
# not a comment
Global=true
^^^^^^ entity.name.tag.fleet
# a comment
^^^^^^^^^^^ comment.line.number-sign
`,
		'comment',
		'entity.name.tag.fleet',
	);
});

test('Global has a boolean', () => {
	checkTokens(
		`
[X-Fleet]
Global=true
       ^^^^ constant.language.boolean
`,
		'constant',
	);
});

/** The scope of a key in a section. */
function keyMark(header: string, key: string): string | undefined {
	const marks = render([header, `${key}=x`], ['entity.name.tag', 'support.variable']);
	return /\^+ (\S+)$/.exec(marks)?.[1];
}
