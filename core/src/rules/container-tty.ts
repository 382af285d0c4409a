// `docker run -t` in a unit: systemd gives a service no terminal.

import { defineRule } from './rule.ts';
import { findOption, hasFlag } from './support/container-command.ts';
import { serviceValue } from './support/service-settings.ts';
import { type ContainerUse, placeOf, unitCommands } from './support/unit-commands.ts';
import { removeFlagFix } from './support/word-edits.ts';

/** A container that asks for a terminal. */
export const containerTty = defineRule({
	id: 'container-tty',
	group: 'commands',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A container with a terminal, which a service does not have',
	why: '`-it` makes docker connect its own terminal with the container. A service has none: docker says “the input device is not a TTY” and ends, and podman warns. `-t` alone works, but mixes errors into the output and ends its lines in carriage returns, which the journal then shows as binary data.',
	reference: 'docker-run(1)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run -it --rm nginx
                                ^ a service has no terminal, so docker refuses \`-t\` beside \`-i\`; leave \`-t\` out
`,
			fixed: `
[Service]
ExecStart=/usr/bin/docker run -i --rm nginx
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run \\
  --tty \\
  ^^^^^ a service has no terminal, and \`-t\` only spoils the journal; leave it out
  --rm nginx
`,
			fixed: `
[Service]
ExecStart=/usr/bin/docker run \\
  --rm nginx
`,
			note: 'Without `-i` it works, so it is only said.',
		},
		{
			file: 'console.service',
			good: `
[Service]
StandardInput=tty
TTYPath=/dev/tty8
ExecStart=/usr/bin/docker run -it --rm debian
`,
			note: 'This service has a terminal.',
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/docker run --rm nginx
ExecStop=/usr/bin/docker stop -t 3 web
`,
			note: 'The `-t` of `docker stop` is a time.',
		},
	],
	check(unit, context) {
		if (/^tty/.test(serviceValue(unit, context, 'StandardInput') ?? '')) return;
		for (const use of unitCommands(unit, context).containers) reportTty(use);

		function reportTty(use: ContainerUse): void {
			const { container } = use;
			const option = findOption(container, 'tty');
			if (option === undefined || !asksForTerminal(use)) return;
			const refused = hasFlag(container, 'interactive');
			context.report(placeOf(use, option.span), ttyMessage(use, refused), {
				...(!refused && { severity: 'info' }),
				fixes: [removeFlagFix(unit, use, option, refused ? 'safe' : 'unsafe')],
			});
		}
	},
});

function asksForTerminal({ container }: ContainerUse): boolean {
	const runs = container.action === 'run' || container.action === 'exec';
	return runs && hasFlag(container, 'tty') && !hasFlag(container, 'detach');
}

function ttyMessage({ container }: ContainerUse, refused: boolean): string {
	if (!refused) return 'a service has no terminal, and `-t` only spoils the journal; leave it out';
	if (container.engine === 'podman') return 'a service has no terminal, and podman warns of `-t`; leave it out';
	return 'a service has no terminal, so docker refuses `-t` beside `-i`; leave `-t` out';
}
