// Section headers: known, other programs', unknown and faulty ones.
import { expect, test } from 'vitest';
import { checkTokens, tokenise } from '../support/tokenise.ts';

test('a section that systemd knows is a heading between brackets', () => {
	checkTokens(`
[Unit]
^ punctuation.definition.section.begin
 ^^^^ entity.name.section.known
     ^ punctuation.definition.section.end
`);
});

test('a known section has the colour of a heading in themes that do not know sections', () => {
	const name = tokenise(['[Timer]'])[0]?.tokens[1];
	expect(name?.scopes).toEqual([
		'source.systemd-unit',
		'markup.heading.section.systemd-unit',
		'entity.name.section.known.systemd-unit',
	]);
});

test('fleet has a known section', () => {
	checkTokens(
		`
[X-Fleet]
 ^^^^^^^ entity.name.section.known
`,
		'entity',
	);
});

test('a section whose name begins with X- is for another program', () => {
	checkTokens(
		`
[X-Backup]
 ^^^^^^^^ entity.name.section.vendor
`,
		'entity',
	);
});

test('a section nobody knows, or with blanks or the wrong case in its name, is unknown', () => {
	checkTokens(
		`
[Sevrice]
 ^^^^^^^ entity.name.section.unknown
[ Unit ]
 ^^^^^^ entity.name.section.unknown
[unit]
 ^^^^ entity.name.section.unknown
[x-fleet]
 ^^^^^^^ entity.name.section.unknown
`,
		'entity',
	);
});

test('text after the closing bracket is illegal', () => {
	checkTokens(
		`
[Unit] # the unit
       ^^^^^^^^^^ invalid.illegal.after-header
[X-Fleet];
         ^ invalid.illegal.after-header
[Nope]Description=x
      ^^^^^^^^^^^^^ invalid.illegal.after-header
`,
		'invalid',
	);
});

test('blanks around a header are no fault', () => {
	checkTokens(
		`
  [Unit]\t
   ^^^^ entity.name.section.known
`,
		'entity',
		'invalid',
	);
});

test('a header without its closing bracket is illegal', () => {
	checkTokens(`
[Unit
^^^^^ invalid.illegal.unclosed-header
`);
});

test('a byte order mark before the first header is tolerated', () => {
	checkTokens(
		`
\uFEFF[Unit]
  ^^^^ entity.name.section.known
`,
		'entity',
	);
	checkTokens(
		`
\uFEFF[X-Fleet]
  ^^^^^^^ entity.name.section.known
Global=true
^^^^^^ entity.name.tag.fleet
`,
		'entity',
	);
});
