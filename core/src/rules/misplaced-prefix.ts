// A prefix such as `-` before the `=` instead of after it.

import { defineRule } from './rule.ts';
import { settingsWith } from './support/settings-of.ts';

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
		for (const { entry, key: found } of settingsWith(unit, context, 'misplaced-prefix')) {
			const { key, prefix } = found;
			const edits = [{ span: { start: entry.key.span.start, end: entry.value.span.start }, text: `${key}=${prefix}` }];
			const message = `\`${prefix}\` stands before the \`=\`, so systemd skips the command; write \`${key}=${prefix}…\``;
			context.report(entry.key.span, message, {
				fixes: [{ title: `Write \`${key}=${prefix}\``, kind: 'safe', edits }],
			});
		}
	},
});
