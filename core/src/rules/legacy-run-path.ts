// Paths below `/var/run`, the old name of `/run`.

import type { ValueKind } from '../catalogue/value-kinds.ts';
import { sourceSpan } from '../syntax/joined.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { settingsWith } from './support/settings-of.ts';

/** A path below `/var/run`. */
export const legacyRunPath = defineRule({
	id: 'legacy-run-path',
	group: 'values',
	severity: 'hint',
	since: '0.1.0',
	summary: 'A path below `/var/run`, the old name of `/run`',
	why: '`/var/run` is a link to `/run` that is kept for old programs. systemd rewrites it in `PIDFile=` and the addresses of sockets, with a line in the log. Elsewhere the link works, but only once `/var` is mounted.',
	reference: 'systemd.service(5), systemd.socket(5), file-hierarchy(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
Type=forking
PIDFile=/var/run/web.pid
        ^^^^^^^^ \`/var/run\` is an old name of \`/run\`, and systemd reads \`/run/web.pid\` here; write that
ExecStart=/usr/sbin/web --daemon
`,
			fixed: `
[Service]
Type=forking
PIDFile=/run/web.pid
ExecStart=/usr/sbin/web --daemon
`,
			note: 'An info where systemd rewrites the path.',
		},
		{
			file: 'web.service',
			bad: `
[Service]
ReadWritePaths=/srv/web -/var/run/web
                         ^^^^^^^^ \`/var/run\` is an old name of \`/run\`; write that
ExecStart=/usr/bin/web
`,
			fixed: `
[Service]
ReadWritePaths=/srv/web -/run/web
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
Type=forking
PIDFile=/run/web.pid
ExecStart=/usr/sbin/web --daemon --pid-file /var/run/web.pid
`,
			note: 'What a program is told is its own affair.',
		},
	],
	check(unit, context) {
		if (!unit.text.includes('/var/run/')) return;
		for (const { entry, key } of settingsWith(unit, context, 'known')) {
			const { directive } = key;
			if (!pathKinds.has(directive.value) || directive.key === 'Where' || directive.key === 'What') continue;
			for (const { index, 1: rest } of entry.value.text.matchAll(/(?<![^\s:=+!|-])\/var\/run(\/[^\s:]+)/g)) {
				const span = sourceSpan(entry.value, index, index + '/var/run'.length);
				const rewritten = rewrittenKeys.has(directive.key) && context.release >= rewrittenSince;
				const advice = rewritten ? `, and systemd reads \`/run${rest}\` here; write that` : '; write that';
				context.report(span, `\`/var/run\` is an old name of \`/run\`${advice}`, {
					...(rewritten && { severity: 'info' }),
					fixes: [replaceFix(span, '/run', 'safe', 'Write `/run`')],
				});
			}
		}
	},
});

/** Kinds of values that hold paths for systemd itself. */
const pathKinds: ReadonlySet<ValueKind> = new Set([
	...(['path', 'path-optional', 'path-prefixed', 'condition-path', 'socket-address'] as const),
	...(['working-directory', 'bind-path', 'stdio-output', 'stdio-input'] as const),
]);

/** First release that rewrites the path, and says so. */
const rewrittenSince = 240;

const rewrittenKeys: ReadonlySet<string> = new Set([
	...['PIDFile', 'ListenStream', 'ListenDatagram', 'ListenSequentialPacket', 'ListenFIFO'],
]);
