// A prefix such as `-` before the `=` instead of after it.

import { defineRule } from './rule.ts';
import { classifyKey } from './support/classify-key.ts';
import { lostLines } from './support/lost-lines.ts';
import { readSections } from './support/sections.ts';

/** `ExecStop-=…` for `ExecStop=-…`. */
export const misplacedPrefix = defineRule({
	id: 'misplaced-prefix',
	group: 'names',
	severity: 'error',
	since: '0.1.0',
	summary: 'A prefix on the wrong side of the `=`',
	why: 'The prefixes `-`, `@`, `+`, `!` and `:` belong to the command. Before the `=` they are part of the key, which systemd does not know then: the command never runs.',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web
ExecStop-=/usr/bin/web --stop
^^^^^^^^^ \`-\` stands before the \`=\`, so systemd skips the command; write \`ExecStop=-…\`
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
ExecStop=-/usr/bin/web --stop
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web
ExecStop=-/usr/bin/web --stop
`,
		},
	],
	check(unit, context) {
		for (const { section, name } of readSections(unit, context)) {
			for (const entry of section.entries) {
				const found = classifyKey(name, entry.key.text, context);
				if (found.kind !== 'misplaced-prefix' || lostLines(unit).has(entry)) continue;
				const { key, prefix } = found;
				const { start } = entry.key.span;
				const edits = [{ span: { start, end: entry.value.span.start }, text: `${key}=${prefix}` }];
				const message = `\`${prefix}\` stands before the \`=\`, so systemd skips the command; write \`${key}=${prefix}…\``;
				context.report(entry.key.span, message, {
					fixes: [{ title: `Write \`${key}=${prefix}\``, kind: 'safe', edits }],
				});
			}
		}
	},
});
