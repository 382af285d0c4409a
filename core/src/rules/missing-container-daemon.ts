// A unit that runs docker and says nothing of docker.service.

import type { UnitFile } from '../syntax/tree.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { addSettings } from './support/add-setting.ts';
import { settingsWith } from './support/settings-of.ts';
import { type ContainerUse, placeOf, unitCommands } from './support/unit-commands.ts';

/** A docker unit that is not ordered after the daemon. */
export const missingContainerDaemon = defineRule({
	id: 'missing-container-daemon',
	group: 'commands',
	severity: 'hint',
	since: '0.1.0',
	whole: true,
	summary: 'A unit runs docker, but asks for no docker.service',
	why: 'It works as long as the daemon runs already, or its socket starts it. `After=` and `Requires=docker.service` make sure of it, and stop the container before the daemon at shutdown. podman and rkt need no daemon.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Unit]
Description=Web

[Service]
ExecStart=/usr/bin/docker run --rm nginx
          ^^^^^^^^^^^^^^^ this needs the docker daemon; say so by \`After=\` and \`Requires=docker.service\`
`,
			fixed: `
[Unit]
Description=Web
After=docker.service
Requires=docker.service

[Service]
ExecStart=/usr/bin/docker run --rm nginx
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run --rm nginx
          ^^^^^^^^^^^^^^^ this needs the docker daemon; say so by \`After=\` and \`Requires=docker.service\`
`,
			fixed: `
[Unit]
After=docker.service
Requires=docker.service

[Service]
ExecStart=/usr/bin/docker run --rm nginx
`,
		},
		{
			file: 'web.service',
			good: `
[Unit]
After=network.target docker.socket

[Service]
ExecStart=/usr/bin/docker run --rm nginx
`,
		},
		{
			file: 'web.service',
			good: `
[Unit]
Description=Web

[Service]
ExecStart=/usr/bin/podman run --rm nginx
`,
		},
		{
			file: 'web-announce.service',
			good: `
[Unit]
BindsTo=web.service
After=web.service

[Service]
ExecStart=/usr/bin/docker exec web announce
`,
			note: 'The unit that it is bound to brings docker along.',
		},
	],
	check(unit, context) {
		const use = unitCommands(unit, context).containers.find(needsDaemon);
		if (use === undefined || context.file?.dropIn || asksForDaemon(unit, context)) return;
		const message = 'this needs the docker daemon; say so by `After=` and `Requires=docker.service`';
		const edits = [addSettings(unit, 'Unit', ['After=docker.service', 'Requires=docker.service'])];
		context.report(placeOf(use, use.container.program.span), message, {
			fixes: [{ title: 'Add `After=` and `Requires=docker.service`', kind: 'unsafe', edits }],
		});
	},
});

function needsDaemon({ container }: ContainerUse): boolean {
	return container.engine === 'docker' && container.action !== 'daemon' && !container.remote;
}

const askingKeys = new Set(['After', 'Requires', 'Wants', 'BindsTo', 'BindTo', 'Requisite', 'PartOf', 'Upholds']);

/** A unit of docker is named, whatever its exact name, or the unit is bound to one that will know. */
function asksForDaemon(unit: UnitFile, context: RuleContext): boolean {
	const asks = settingsWith(unit, context, 'known').filter(
		({ entry, section }) => section === 'Unit' && askingKeys.has(entry.key.text),
	);
	const bound = asks.some(({ entry }) => /^Bind/.test(entry.key.text) && entry.value.text.includes('.service'));
	return bound || context.file?.prefix === 'docker' || asks.some(({ entry }) => /docker/i.test(entry.value.text));
}
