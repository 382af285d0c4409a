// `docker run -d` as the service itself: the client ends at once, and systemd takes the service for ended.

import type { UnitFile } from '../syntax/tree.ts';
import type { Severity } from './problem.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { findOption, hasFlag } from './support/container-command.ts';
import { isYes, serviceValue } from './support/service-settings.ts';
import { type ContainerUse, isMainContainer, placeOf, unitCommands } from './support/unit-commands.ts';
import { removeFlagFix } from './support/word-edits.ts';

/** A container that goes to the background, out of systemd's sight. */
export const detachedContainer = defineRule({
	id: 'detached-container',
	group: 'commands',
	severity: 'error',
	since: '0.1.0',
	summary: 'A container in the background, which systemd loses at once',
	why: 'With `-d` the client leaves the container to the daemon and ends. For systemd the service is over then: it runs `ExecStop=`, which stops the container that has just begun, and `Restart=` starts the next one. Whether the container runs, systemd no longer knows. In the foreground, client and container live and end together, and the journal has the output.',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStartPre=-/usr/bin/docker rm -f web
ExecStart=/usr/bin/docker run -d --rm --name web nginx
                              ^^ with \`-d\` docker ends at once, and for systemd the service is over; let it run in the foreground
ExecStop=/usr/bin/docker stop web
`,
			fixed: `
[Service]
ExecStartPre=-/usr/bin/docker rm -f web
ExecStart=/usr/bin/docker run --rm --name web nginx
ExecStop=/usr/bin/docker stop web
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/bin/sh -c "exec /usr/bin/docker run -di --rm \\
                                                ^ with \`-d\` docker ends at once, and for systemd the service is over; let it run in the foreground
  --name web nginx"
`,
			fixed: `
[Service]
ExecStart=/bin/sh -c "exec /usr/bin/docker run -i --rm \\
  --name web nginx"
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/docker run --rm nginx nginx -d -g "daemon off;"
`,
			note: 'What follows the image belongs to the program in the container.',
		},
		{
			file: 'web.service',
			good: `
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStartPre=-/usr/bin/docker rm -f web
ExecStart=/usr/bin/docker run -d --name web nginx
ExecStop=/usr/bin/docker stop -t 3 web
`,
			note: 'The service stays active although nothing of it runs.',
		},
		{
			file: 'web.service',
			good: `
[Service]
Type=notify
ExecStart=/usr/bin/podman run --cgroups=no-conmon --rm --replace --sdnotify=conmon -d --name web nginx
ExecStop=/usr/bin/podman stop web
`,
			note: 'podman tells systemd which process to watch.',
		},
	],
	check(unit, context) {
		for (const use of unitCommands(unit, context).containers) {
			const option = findOption(use.container, 'detach');
			const severity = option && isDetached(use) ? severityOf(unit, context, use) : undefined;
			if (option === undefined || severity === undefined) continue;
			const fix = removeFlagFix(unit, use, option, severity === 'error' ? 'safe' : 'unsafe');
			context.report(placeOf(use, option.span), detachedMessage(use), { severity, fixes: [fix] });
		}
	},
});

function isDetached(use: ContainerUse): boolean {
	return isMainContainer(use) && hasFlag(use.container, 'detach');
}

/** `undefined` where going to the background is right, or nobody can tell. */
function severityOf(unit: UnitFile, context: RuleContext, { container }: ContainerUse): Severity | undefined {
	const type = serviceValue(unit, context, 'Type');
	if (context.file?.dropIn && type === undefined) return undefined;
	if (type === 'forking' || isYes(serviceValue(unit, context, 'RemainAfterExit'))) return undefined;
	if (type === 'notify' && container.engine === 'podman') return undefined;
	if (type !== 'oneshot') return 'error';
	// Nothing takes the container down again: the service only sets it off.
	const stops = ['ExecStop', 'ExecStopPost'].some((key) => serviceValue(unit, context, key) !== undefined);
	return stops ? 'warning' : undefined;
}

function detachedMessage({ container }: ContainerUse): string {
	return `with \`-d\` ${container.engine} ends at once, and for systemd the service is over; let it run in the foreground`;
}
