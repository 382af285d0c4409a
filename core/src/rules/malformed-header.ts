// Section headers that make systemd refuse the whole file.

import type { HeaderFault, SectionHeader } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';

/** A header with text after `]`, without `]`, or with characters that no name may have. */
export const malformedHeader = defineRule({
	id: 'malformed-header',
	group: 'syntax',
	severity: 'error',
	since: '0.1.0',
	summary: 'A section header that cannot be read',
	why: 'systemd stops reading at such a header and refuses to load the unit. fleet refuses to take it.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service] # the server
          ^^^^^^^^^^^^ text after a header makes systemd refuse the file, comments too; put it on a line of its own
ExecStart=/usr/bin/web
`,
			fixed: `
[Service]
# the server
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			bad: `
[Service
^^^^^^^^ the header has no \`]\`, and systemd refuses the file; close it
ExecStart=/usr/bin/web
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			bad: `
["Service"]
 ^^^^^^^^^ quotes, backslashes and control characters in a header make systemd refuse the file; remove them
ExecStart=/usr/bin/web
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
`,
		},
		{ file: 'web.service', good: '# the server\n[Service]\nExecStart=/usr/bin/web\n' },
	],
	check(unit, { report }) {
		for (const { header } of unit.sections) {
			if (header.fault === undefined) continue;
			const { span, message, fix } = faults[header.fault](header, unit.text);
			report(span, message, { fixes: fix === undefined ? [] : [fix] });
		}
	},
});

interface HeaderProblem {
	readonly span: SectionHeader['span'];
	readonly message: string;
	readonly fix?: Fix;
}

const faults: Readonly<Record<HeaderFault, (header: SectionHeader, text: string) => HeaderProblem>> = {
	garbage: ({ name, content }, text) => {
		const after = name.span.end + 1;
		const rest = text.slice(after, content.end);
		const start = after + rest.length - rest.trimStart().length;
		const own = /^[#;]/.test(rest.trimStart()) ? `\n${rest.trim()}` : '';
		const fix = replaceFix(
			{ start: after, end: content.end },
			own,
			own === '' ? 'unsafe' : 'safe',
			own === '' ? 'Remove the text after the header' : 'Move the comment to its own line',
		);
		const span = { start, end: content.end };
		return {
			span,
			message: 'text after a header makes systemd refuse the file, comments too; put it on a line of its own',
			fix,
		};
	},
	unclosed: ({ content }) => ({
		span: content,
		message: 'the header has no `]`, and systemd refuses the file; close it',
		fix: replaceFix({ start: content.end, end: content.end }, ']', 'safe', 'Add `]`'),
	}),
	'unsafe-name': ({ name }) => ({
		span: name.span,
		message: 'quotes, backslashes and control characters in a header make systemd refuse the file; remove them',
		// The characters are those that string_is_safe() of systemd refuses.
		fix: replaceFix(
			name.span,
			name.text.replace(/[\u0001-\u001f\u007f"'\\]/g, '').trim(),
			'safe',
			'Remove the characters',
		),
	}),
};
