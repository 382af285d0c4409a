// `docker run --name x` where nothing removes an `x` that is left from before.

import type { UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { hasFlag } from './support/container-command.ts';
import { type ContainerName, compareNames, givenName, isKnownOutside, namesOf } from './support/container-names.ts';
import { isFleetUnit } from './support/sections.ts';
import { type ContainerUse, placeOf, type UnitCommand, unitCommands } from './support/unit-commands.ts';
import { insertBefore, programOf } from './support/word-edits.ts';

/** A named container that only starts once. */
export const missingContainerCleanup = defineRule({
	id: 'missing-container-cleanup',
	group: 'commands',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A named container without a clean-up before it starts',
	why: 'A name can be given once. Without `--rm` the container stays when it ends, and the next start fails because the name is taken. With `--rm` it usually goes, but the clients of fleet’s time removed it themselves: killed, or cut off by a power failure, they left it behind.',
	reference: 'docker-run(1)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run --name web nginx
                                     ^^^ this container stays when it ends, and the next start fails because the name is taken; remove it in ExecStartPre=
ExecStop=/usr/bin/docker stop web
`,
			fixed: `
[Service]
ExecStartPre=-/usr/bin/docker rm -f web
ExecStart=/usr/bin/docker run --name web nginx
ExecStop=/usr/bin/docker stop web
`,
		},
		{
			file: 'web@.service',
			bad: `
[Unit]
After=docker.service

[Service]
ExecStart=/usr/bin/docker run --rm --name=web-%i nginx
                                          ^^^^^^ if \`--rm\` is cut short, this name stays taken and the next start fails; remove it in ExecStartPre=

[X-Fleet]
Conflicts=web@*.service
`,
			fixed: `
[Unit]
After=docker.service

[Service]
ExecStartPre=-/usr/bin/docker rm -f web-%i
ExecStart=/usr/bin/docker run --rm --name=web-%i nginx

[X-Fleet]
Conflicts=web@*.service
`,
			note: 'Only said, and only of units for fleet: newer daemons remove the container themselves.',
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStartPre=/bin/sh -c "docker inspect web >/dev/null 2>&1 && docker rm -f web || true"
ExecStart=/usr/bin/docker run --name %p nginx
`,
			note: '`%p` is `web` here.',
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/bin/sh -c "docker start -a web || docker run --name web nginx"
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/podman run --replace --name web nginx
`,
		},
	],
	check(unit, context) {
		if (context.file?.dropIn) return;
		for (const use of unitCommands(unit, context).containers) {
			const name = namedService(use);
			const removes = name && hasFlag(use.container, 'rm');
			if (name === undefined || (removes ? !isFleetUnit(unit) : !use.container.complete)) continue;
			if (isCleaned(unit, context, use, name)) continue;
			context.report(placeOf(use, name.span), removes ? removedMessage : stayingMessage, {
				...(removes && { severity: 'hint' }),
				fixes: cleanupFixes(unit, use, name),
			});
		}
	},
});

const stayingMessage =
	'this container stays when it ends, and the next start fails because the name is taken; remove it in ExecStartPre=';
const removedMessage =
	'if `--rm` is cut short, this name stays taken and the next start fails; remove it in ExecStartPre=';

/** The name that `docker run` of ExecStart= gives, unless a script sees to it that the name is free. */
function namedService(use: ContainerUse): ContainerName | undefined {
	const { key, container, script } = use;
	if (key !== 'ExecStart' || container.action !== 'run' || hasFlag(container, 'replace')) return undefined;
	if (script?.before === '||' || script?.before === '&&') return undefined;
	const name = givenName(use);
	return name && /[`(]/.test(name.text) ? undefined : name;
}

function isCleaned(unit: UnitFile, context: RuleContext, { container }: ContainerUse, name: ContainerName): boolean {
	const { containers, opaque } = unitCommands(unit, context);
	const removes = hasFlag(container, 'rm');
	const cleans = containers.some((use) => {
		// What `--rm` has left is still running more often than not; then it only has to be ended.
		const ends = removes && use.key === 'ExecStartPre' && /^(?:kill|stop)$/.test(use.container.action);
		return (use.container.action === 'rm' || ends) && mayName(use, name, context);
	});
	return cleans || opaque.some(mayClean);
}

function mayName(use: ContainerUse, name: ContainerName, { file }: RuleContext): boolean {
	if (!use.container.complete) return true;
	return namesOf(use).some(({ text }) => compareNames(text, name.text, file) !== 'other');
}

// A program of one's own, or words that sound like it: it may well remove the container.
function mayClean({ entry, command }: UnitCommand): boolean {
	const own = command.path.text.startsWith('/') && !/^\/(?:usr\/)?s?bin\//.test(command.path.text);
	return own || /\b(?:docker|podman|rm|clean\w*|prune|purge|remove|destroy)\b/i.test(entry.value.text);
}

function cleanupFixes(unit: UnitFile, use: ContainerUse, { text }: ContainerName): readonly Fix[] {
	if (!isKnownOutside(use, text)) return [];
	const edits = [insertBefore(unit, use.entry, `ExecStartPre=-${programOf(use)} rm -f ${text}`)];
	return [{ title: 'Remove the container before it starts', kind: 'unsafe', edits }];
}
