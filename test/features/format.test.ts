// Formatting, by example.

import { expect, test } from 'vitest';
import { applyEdits, format, parse } from '../../core/src/index.ts';
import { checkFormat } from '../support/check-features.ts';

test('one empty line stands between sections, and nowhere more than one', () => {
	checkFormat(
		'a.service',
		`


[Unit]
Description=A
[Service]


Type=exec

ExecStart=/bin/a



[Install]
WantedBy=multi-user.target


`,
		`
[Unit]
Description=A

[Service]

Type=exec

ExecStart=/bin/a

[Install]
WantedBy=multi-user.target
`,
	);
});

test('comments right above a section stay with it', () => {
	checkFormat(
		'a.service',
		'# The file\n[Unit]\nDescription=A\n# The service\n# and more\n[Service]\nType=exec\n# The end\n\n[Install]\n',
		'# The file\n[Unit]\nDescription=A\n\n# The service\n# and more\n[Service]\nType=exec\n# The end\n\n[Install]\n',
	);
});

test('blanks at line ends go, but for those behind a backslash', () => {
	checkFormat(
		'a.service',
		'[Unit]  \nDescription=A\t \n \t\n# note  \n# open \\  \nAfter=a.service \\ \nWants=b.service \\\n  c.service  \n',
		'[Unit]\nDescription=A\n\n# note\n# open \\  \nAfter=a.service \\ \nWants=b.service \\\n  c.service\n',
	);
});

test('the inside of a value over several lines is left alone', () => {
	const text = '[Service]\nExecStart=/bin/a \\\n  # note  \n\t--b \\\n\n\t--c\n';
	checkFormat('a.service', text, text);
});

test('a file ends in one line break', () => {
	checkFormat('a.service', '[Unit]\nDescription=A', '[Unit]\nDescription=A\n');
	checkFormat('a.service', '[Unit]\nDescription=A\n  ', '[Unit]\nDescription=A\n');
	checkFormat('a.service', '[Unit]\nDescription=A \\', '[Unit]\nDescription=A \\');
	checkFormat('a.service', '', '');
});

test('line ends stay what they are, and where they are mixed nothing is touched', () => {
	checkFormat('a.service', '[Unit]\r\nA=b \r\n[Service]\r\n', '[Unit]\r\nA=b\r\n\r\n[Service]\r\n');
	const mixed = '[Unit]\r\nA=b \n\n\n[Service]\n';
	checkFormat('a.service', mixed, mixed);
});

test('input of a template engine is left alone', () => {
	const text = '[Unit]  \n{% if a %}\n\n\n{% endif %}\n';
	checkFormat('a.service.j2', text, text);
});

test('an empty line that fleet takes for a part of the value above stays', () => {
	const text = '[X-Fleet]\nMachineOf=a.service \\\\\n\n\n[Unit]\n';
	checkFormat('a.service', text, text);
});

test('of a range only what touches it is formatted', () => {
	const text = '[Unit]  \nDescription=A  \n[Service]\nType=exec  \n';
	const start = text.indexOf('Description');
	const edits = format(parse(text), undefined, { start, end: start + 3 });
	expect(applyEdits(text, edits)).toBe(text);
	const line = { start, end: text.indexOf('\n[Service]') };
	expect(applyEdits(text, format(parse(text), undefined, line))).toBe(text.replace('A  \n', 'A\n'));
});
