// `ExecStartPre=docker pull` within the usual time for a start.

import type { Entry, UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { seconds, serviceEntry, serviceValue } from './support/service-settings.ts';
import { type ContainerUse, placeOf, unitCommands } from './support/unit-commands.ts';
import { insertBefore } from './support/word-edits.ts';

/** A download that the start's time limit may cut short. */
export const unboundedPull = defineRule({
	id: 'unbounded-pull',
	group: 'commands',
	severity: 'info',
	since: '0.1.0',
	summary: 'An image is pulled within the usual 90 seconds for a start',
	why: '`ExecStartPre=` counts towards the start, which systemd gives up after 90 seconds. A big image or a slow registry takes longer; with `Restart=` the unit then begins again, and again. `TimeoutStartSec=0` lifts the limit.',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStartPre=/usr/bin/docker pull nginx
                             ^^^^ a pull may take longer than the 90 s a start has; set \`TimeoutStartSec=0\`
ExecStart=/usr/bin/docker run --rm nginx
`,
			fixed: `
[Service]
TimeoutStartSec=0
ExecStartPre=/usr/bin/docker pull nginx
ExecStart=/usr/bin/docker run --rm nginx
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
TimeoutStartSec=30s
ExecStartPre=/usr/bin/docker pull nginx
                             ^^^^ a pull may take longer than the 30s a start has; set \`TimeoutStartSec=0\`
ExecStart=/usr/bin/docker run --rm nginx
`,
			fixed: `
[Service]
TimeoutStartSec=0
ExecStartPre=/usr/bin/docker pull nginx
ExecStart=/usr/bin/docker run --rm nginx
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
TimeoutStartSec=20min
ExecStartPre=/usr/bin/docker pull nginx
ExecStart=/usr/bin/docker run --rm nginx
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
Type=oneshot
ExecStartPre=/usr/bin/docker pull nginx
ExecStart=/usr/bin/docker run --rm nginx nginx -t
`,
			note: 'The start of a oneshot service has no limit.',
		},
	],
	check(unit, context) {
		const pull = unitCommands(unit, context).containers.find(isPull);
		if (pull === undefined || context.file?.dropIn) return;
		if (serviceValue(unit, context, 'Type') === 'oneshot') return;
		const limit = limitOf(unit, context);
		const allowed = limit === undefined ? usualLimit : seconds(limit.value.text);
		if (allowed === undefined || allowed === 0 || allowed > usualLimit) return;
		context.report(placeOf(pull, pull.container.actionSpan), pullMessage(limit), {
			fixes: [limitFix(unit, pull, limit)],
		});
	},
});

// DefaultTimeoutStartSec= of systemd, unless the machine's own configuration says otherwise.
const usualLimit = 90;

function isPull({ key, container }: ContainerUse): boolean {
	if (key !== 'ExecStartPre') return false;
	return container.action === 'pull' || (container.engine === 'rkt' && container.action === 'fetch');
}

function limitOf(unit: UnitFile, context: RuleContext): Entry | undefined {
	return serviceEntry(unit, context, 'TimeoutStartSec') ?? serviceEntry(unit, context, 'TimeoutSec');
}

function pullMessage(limit: Entry | undefined): string {
	const time = limit?.value.text ?? `${usualLimit} s`;
	return `a pull may take longer than the ${time} a start has; set \`TimeoutStartSec=0\``;
}

function limitFix(unit: UnitFile, { entry }: ContainerUse, limit: Entry | undefined): Fix {
	const title = 'Set `TimeoutStartSec=0`';
	if (limit?.key.text === 'TimeoutStartSec') {
		return { title, kind: 'unsafe', edits: [{ span: limit.value.span, text: '0' }] };
	}
	const kind = limit === undefined ? 'safe' : 'unsafe';
	return { title, kind, edits: [insertBefore(unit, limit ?? entry, 'TimeoutStartSec=0')] };
}
