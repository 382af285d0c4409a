// `ExecStartPre=docker rm x` without `-`: the first start fails, because there is no `x` yet.

import type { UnitFile } from '../syntax/tree.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { hasFlag } from './support/container-command.ts';
import { compareNames, givenName, namesOf } from './support/container-names.ts';
import { isFleetUnit } from './support/sections.ts';
import { type ContainerUse, placeOf, unitCommands } from './support/unit-commands.ts';

/** A clean-up that fails where there is nothing to clean up. */
export const uncheckedCleanup = defineRule({
	id: 'unchecked-cleanup',
	group: 'commands',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A clean-up before the start that must not fail, but will',
	why: 'Where no container of that name is left, `docker rm`, `kill` and `stop` fail, and a failed `ExecStartPre=` cancels the start. So the unit never starts on a new machine. With `-` before the program the failure does not count.',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStartPre=/usr/bin/docker rm web
             ^^^^^^^^^^^^^^^^^^^^^^ \`docker rm\` fails where there is no such container, and the unit does not start; write \`ExecStartPre=-…\`
ExecStart=/usr/bin/docker run --name web nginx
`,
			fixed: `
[Service]
ExecStartPre=-/usr/bin/docker rm web
ExecStart=/usr/bin/docker run --name web nginx
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStartPre=-/usr/bin/docker kill web
ExecStartPre=/bin/sh -c "docker rm web || true"
ExecStartPre=/usr/bin/docker rm --force web
ExecStart=/usr/bin/docker run --name web nginx
`,
			note: 'New clients count `rm --force` as done where there is nothing to remove.',
		},
	],
	check(unit, context) {
		for (const use of unitCommands(unit, context).containers) {
			if (!mustNotFail(use) || toleratesAbsence(unit, use) || isMadeBefore(unit, context, use)) continue;
			const { start } = placeOf(use, use.command.span);
			const fix = { title: 'Add `-`', kind: 'safe', edits: [{ span: { start, end: start }, text: '-' }] } as const;
			context.report(placeOf(use, use.command.span), uncheckedMessage(use), { fixes: [fix] });
		}
	},
});

function uncheckedMessage({ container }: ContainerUse): string {
	const command = `${container.engine} ${container.action}`;
	return `\`${command}\` fails where there is no such container, and the unit does not start; write \`ExecStartPre=-…\``;
}

function mustNotFail({ key, command, container, script }: ContainerUse): boolean {
	const cleans = ['rm', 'kill', 'stop'].includes(container.action);
	const whole = script === undefined || (script.before === '' && script.after === '');
	return key === 'ExecStartPre' && cleans && whole && !command.ignoreFailure;
}

// `rm --force` of something absent fails with the clients of fleet's time, and no longer with today's.
function toleratesAbsence(unit: UnitFile, { container }: ContainerUse): boolean {
	if (!container.complete || hasFlag(container, 'ignore')) return true;
	return container.action === 'rm' && hasFlag(container, 'force') && !isFleetUnit(unit);
}

/** A step before has just made the container. */
function isMadeBefore(unit: UnitFile, context: RuleContext, use: ContainerUse): boolean {
	const { containers } = unitCommands(unit, context);
	const made = containers.slice(0, containers.indexOf(use)).filter(({ key }) => key === 'ExecStartPre');
	return made.some((before) => {
		const name = givenName(before);
		return name && namesOf(use).some(({ text }) => compareNames(text, name.text, context.file) !== 'other');
	});
}
