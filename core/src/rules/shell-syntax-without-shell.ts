// `|`, `>`, `&&`, `$(…)` in a command that no shell sees.

import type { CommandWord } from '../syntax/command-line.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { serviceValue } from './support/service-settings.ts';
import { isShell } from './support/shell-script.ts';
import { type ShellSyntax, shellSyntaxIn, wrapFixes } from './support/shell-syntax.ts';
import { isShellWord } from './support/shell-words.ts';
import { placeOf, type UnitCommand, unitCommands } from './support/unit-commands.ts';

/** Shell syntax in a command that systemd runs by itself. */
export const shellSyntaxWithoutShell = defineRule({
	id: 'shell-syntax-without-shell',
	group: 'commands',
	severity: 'warning',
	since: '0.1.0',
	summary: 'Shell syntax in a command that no shell sees',
	why: 'systemd runs programs by itself. Pipes, redirections, `&&` and `$(…)` reach the program as plain arguments: nothing is redirected, and the second command never runs. Only a shell understands them.',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStartPre=/usr/bin/mkdir /run/web && /usr/bin/touch /run/web/lock
                                     ^^ \`&&\` is shell syntax, and no shell sees it: the program gets it as an argument; use \`/bin/sh -c '…'\`
ExecStart=/usr/bin/web --host $(hostname) >/var/log/web.log
                              ^^^^^^^^^^^ \`$(hostname)\` is shell syntax, and no shell sees it: the program gets it as an argument; use \`/bin/sh -c '…'\`
`,
			fixed: `
[Service]
ExecStartPre=/bin/sh -c '/usr/bin/mkdir /run/web && /usr/bin/touch /run/web/lock'
ExecStart=/bin/sh -c 'exec /usr/bin/web --host $(hostname) >/var/log/web.log'
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStartPre=/usr/bin/mkdir -p /srv/web; /usr/bin/chown web: /srv/web
                                       ^ \`;\` ends a command for systemd only as a word of its own; write a blank before it
ExecStart=/usr/bin/web
`,
			fixed: `
[Service]
ExecStartPre=/usr/bin/mkdir -p /srv/web ; /usr/bin/chown web: /srv/web
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStartPre=/bin/sh -c 'echo $(hostname) > /run/web-host'
ExecStartPre=/usr/bin/mkdir -p /srv/web ; /usr/bin/chown web: /srv/web
ExecStartPre=/usr/bin/find /srv/web -name *.tmp -exec rm {} \\;
ExecStartPre=/usr/bin/awk '$1 > 3 { print $2 | "sort" }' /etc/web
ExecStartPre=/usr/bin/curl http://example.com/?a=1&b=2
ExecStart=/usr/bin/docker run --rm -e "RULE=a>b" --name %p_$$I example/web sh -c "web | tee /log"
`,
			note: 'Quoted text is an argument, and `;` by itself parts two commands.',
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/ssh web@example.com tail -f /var/log/web | grep error
`,
			note: 'The shell at the other end reads the pipe.',
		},
	],
	check(unit, context) {
		for (const command of unitCommands(unit, context).commands) {
			const [first, ...more] = hasShell(command) ? [] : shellSyntaxIn(command.entry.value.text, command.command);
			if (first === undefined) continue;
			const place = placeOf(command, first.span);
			if (first.text === ';' && mayBeSeveral(unit, context, command)) {
				const edits = [{ span: { start: place.start, end: place.start }, text: ' ' }];
				const fixes = [{ title: 'Put a blank before `;`', kind: 'unsafe', edits }] as const;
				context.report(place, gluedMessage, { fixes: more.length === 0 ? fixes : [] });
				continue;
			}
			// Without a second command, the shell can make way for the program, which then gets systemd's signals.
			const replaces = command.key === 'ExecStart' && ![first, ...more].some(({ kind }) => kind === 'operator');
			context.report(place, syntaxMessage(first), { fixes: wrapFixes(unit, command, '/bin/sh', replaces) });
		}
	},
});

/** ExecStart= of most services is one command; elsewhere `;` by itself may part several. */
function mayBeSeveral(unit: UnitFile, context: RuleContext, { key }: UnitCommand): boolean {
	return key !== 'ExecStart' || serviceValue(unit, context, 'Type') === 'oneshot';
}

const gluedMessage = '`;` ends a command for systemd only as a word of its own; write a blank before it';

function syntaxMessage({ text }: ShellSyntax): string {
	return `\`${text}\` is shell syntax, and no shell sees it: the program gets it as an argument; use \`/bin/sh -c '…'\``;
}

// These hand their arguments to a shell, or know signs such as `>` themselves.
const readers = new Set(
	'[ bash eval expr fleetctl find parallel runuser screen script ssh su test tmux vagrant watch xargs'.split(' '),
);

function hasShell({ command }: UnitCommand): boolean {
	const { path, argv, viaShell } = command;
	const name = baseName(path.text);
	if (viaShell || isShell(path.text) || readers.has(name) || isShellWord(name)) return true;
	// `nice sh -c …`, `timeout 5 bash -c …`; but what a container's shell gets is the container's business.
	const engine = ['docker', 'podman', 'rkt'].includes(name);
	return !engine && argv.slice(1).some(({ text }: CommandWord) => isShell(text));
}

function baseName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
