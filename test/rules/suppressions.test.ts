// `# fleet-units: allow …`, and settings that turn rules off or give them another severity.
import { expect, test } from 'vitest';
import { lint, parse } from '../../core/src/index.ts';
import { checkProblems, contextFor } from '../support/check-problems.ts';

test('a comment allows a rule on the line below', () => {
	checkProblems(
		'web.service',
		`
[Service]
# fleet-units: allow unknown-directive — for our own tool
Colour=blue
Shape=round
^^^^^ unknown-directive: [Service] has no directive \`Shape\`, and systemd skips it
`,
	);
});

test('before the first section it allows a rule in the whole file', () => {
	checkProblems(
		'web.service',
		`
; fleet-units: allow unknown-directive, unknown-section
[Service]
Colour=blue
[Nonsense]
`,
	);
});

test('a comment stands for a value over several lines, and several comments may stand above one line', () => {
	checkProblems(
		'web.service',
		`
[Service]
# fleet-units: allow swallowed-setting -- an argument that looks like a setting
# what follows is one command
ExecStart=/usr/bin/env \\
Restart=always \\
  /usr/bin/web
`,
	);
});

test('what allows nothing is a hint, and a misspelt rule gets its name', () => {
	checkProblems(
		'web.service',
		`
[Service]
# fleet-units: allow unknown-section
                     ^^^^^^^^^^^^^^^ unused-suppression: \`unknown-section\` finds nothing here to allow; remove the comment
# fleet-units: allow unknown-directiv
                     ^^^^^^^^^^^^^^^^ unused-suppression: there is no rule \`unknown-directiv\`; did you mean \`unknown-directive\`
Colour=blue
^^^^^^ unknown-directive: [Service] has no directive \`Colour\`, and systemd skips it
`,
	);
});

test('a comment at the end of the file allows nothing', () => {
	checkProblems(
		'web.service',
		`
[Service]
# fleet-units: allow unknown-directive
                     ^^^^^^^^^^^^^^^^^ unused-suppression: \`unknown-directive\` finds nothing here to allow; remove the comment
`,
	);
});

test('a rule that is off finds nothing, and so its suppression is not unused', () => {
	const text = '[Service]\n# fleet-units: allow unknown-directive\nColour=blue\n';
	expect(problems(text, { 'unknown-directive': 'off', 'unused-suppression': 'hint' })).toEqual([]);
	expect(problems('[Service]\nColour=blue\n', { 'unknown-directive': 'off' })).toEqual([]);
});

test('a severity in the settings wins over the rule’s and over that of the case', () => {
	expect(problems('[Service]\nColour=blue\n', { 'unknown-directive': 'hint' })).toEqual(['hint unknown-directive']);
	expect(problems('[X-Fleet]\nColour=blue\n', {})).toEqual(['error unknown-directive']);
	expect(problems('[X-Fleet]\nColour=blue\n', { 'unknown-directive': 'info' })).toEqual(['info unknown-directive']);
});

test('in a file for a template engine, lines with its marks are left alone', () => {
	checkProblems(
		'web.service.j2',
		`
[Service]
{% if blue %}
{{ key }}=1
Colour=@COLOUR@
Colour=blue
^^^^^^ unknown-directive: [Service] has no directive \`Colour\`, and systemd skips it
{% endif %}
`,
	);
});

function problems(text: string, rules: Readonly<Record<string, 'hint' | 'info' | 'off'>>): readonly string[] {
	return lint(parse(text), contextFor('web.service', { rules })).map(({ severity, rule }) => `${severity} ${rule}`);
}
