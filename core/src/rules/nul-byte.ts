// NUL bytes, which end a line for systemd and for nobody else.

import { defineRule } from './rule.ts';

/** A NUL byte anywhere in the file. */
export const nulByte = defineRule({
	id: 'nul-byte',
	group: 'syntax',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A NUL byte in the file',
	why: 'systemd takes it for the end of the line: the rest of the line becomes a line of its own. The file may be UTF-16, or damaged.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Unit]
Description=Web\0
               ^ systemd ends the line at this NUL byte; remove it, and check that the file is saved as UTF-8
`,
			fixed: `
[Unit]
Description=Web
`,
		},
		{ file: 'web.service', good: '[Unit]\nDescription=Web\n' },
	],
	check(unit, { report }) {
		const at = unit.text.indexOf('\0');
		if (at === -1) return;
		const edits = [...unit.text.matchAll(/\0/g)].map(({ index }) => ({
			span: { start: index, end: index + 1 },
			text: '',
		}));
		report(
			{ start: at, end: at + 1 },
			'systemd ends the line at this NUL byte; remove it, and check that the file is saved as UTF-8',
			{
				fixes: [{ title: 'Remove all NUL bytes', kind: 'unsafe', edits }],
			},
		);
	},
});
