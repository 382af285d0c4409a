// `docker run` in a service that does not say how the container is stopped.

import type { UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { hasFlag } from './support/container-command.ts';
import { type ContainerName, givenName, isKnownOutside } from './support/container-names.ts';
import { serviceCommands } from './support/service-commands.ts';
import { serviceValue } from './support/service-settings.ts';
import { type ContainerUse, isMainContainer, placeOf, unitCommands } from './support/unit-commands.ts';
import { insertAfter, programOf } from './support/word-edits.ts';

/** A docker container without `ExecStop=`. */
export const missingContainerStop = defineRule({
	id: 'missing-container-stop',
	group: 'commands',
	severity: 'hint',
	since: '0.1.0',
	whole: true,
	summary: 'A docker container that no `ExecStop=` stops',
	why: 'The container is a child of the docker daemon, and systemd sees the client alone. The client passes `SIGTERM` on, and often that is enough. But if the container does not end in time, systemd kills the client, and the container runs on where nothing stops it: the next start finds its name taken. `docker stop` asks the daemon, which sees to the end.',
	reference: 'systemd.service(5); docker-stop(1)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStartPre=-/usr/bin/docker rm -f web
ExecStart=/usr/bin/docker run --rm --name web nginx
                          ^^^ if this container does not heed SIGTERM, systemd kills docker, and the container runs on; stop it in \`ExecStop=\`
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
ExecStart=/usr/bin/docker run --rm nginx
                          ^^^ if this container does not heed SIGTERM, systemd kills docker, and the container runs on; give it a \`--name\`, and stop it in \`ExecStop=\`
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStartPre=-/usr/bin/docker rm -f web
ExecStart=/usr/bin/docker run --rm --name web nginx
ExecStop=/usr/bin/docker stop web
`,
		},
		{
			file: 'migrate.service',
			good: `
[Service]
Type=oneshot
ExecStart=/usr/bin/docker run --rm example/migrate
`,
			note: 'This one ends by itself.',
		},
	],
	check(unit, context) {
		const use = unitCommands(unit, context).containers.find(isAttached);
		if (use === undefined || context.file?.dropIn || isStopped(unit, context)) return;
		const name = givenName(use);
		const remedy = name ? 'stop it in `ExecStop=`' : 'give it a `--name`, and stop it in `ExecStop=`';
		const danger = 'if this container does not heed SIGTERM, systemd kills docker, and the container runs on';
		context.report(placeOf(use, use.container.actionSpan), `${danger}; ${remedy}`, {
			fixes: name ? stopFixes(unit, use, name) : [],
		});
	},
});

function isAttached(use: ContainerUse): boolean {
	return use.container.engine === 'docker' && isMainContainer(use) && !hasFlag(use.container, 'detach');
}

/** What comes after the stop may end the container as well, and a oneshot ends by itself. */
function isStopped(unit: UnitFile, context: RuleContext): boolean {
	const service = serviceCommands(unit, context);
	if (service === undefined || service.stops || service.type === 'oneshot') return true;
	return serviceValue(unit, context, 'ExecStopPost') !== undefined;
}

function stopFixes(unit: UnitFile, use: ContainerUse, { text }: ContainerName): readonly Fix[] {
	if (!isKnownOutside(use, text)) return [];
	const edits = [insertAfter(unit, use.entry, `ExecStop=${programOf(use)} stop ${text}`)];
	return [{ title: 'Stop the container in `ExecStop=`', kind: 'unsafe', edits }];
}
