// A unit that fleet keeps on the machine of another, and that systemd does not know to belong to it.

import type { UnitFile } from '../syntax/tree.ts';
import { isJob } from '../workspace/job.ts';
import type { Fix, Severity } from './problem.ts';
import { defineRule } from './rule.ts';
import type { LintContext } from './settings.ts';
import { addSettings } from './support/add-setting.ts';
import { type Tie, tieTo } from './support/unit-tie.ts';
import { namedPeers } from './support/workspace-file.ts';

/** `MachineOf=` without the dependency that makes the unit stop with the other. */
export const fleetUncoupledSidekick = defineRule({
	id: 'fleet-uncoupled-sidekick',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
	whole: true,
	summary: '`MachineOf=` of a unit that nothing in [Unit] ties this one to',
	why: '`MachineOf=` says where the unit runs, not when. Without `BindsTo=` and `After=` systemd starts both at once, and when the other stops or fails, this one runs on: a sidekick goes on announcing a server that is gone.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web-announce@.service',
			bad: `
[Unit]
Description=Announces web server %i

[Service]
ExecStart=/usr/bin/announce %i

[X-Fleet]
MachineOf=web@%i.service
          ^^^^^^^^^^^^^^ nothing in [Unit] ties this unit to \`web@%i.service\`: it runs on when that one stops; add \`BindsTo=\` and \`After=\`
`,
			fixed: `
[Unit]
Description=Announces web server %i
BindsTo=web@%i.service
After=web@%i.service

[Service]
ExecStart=/usr/bin/announce %i

[X-Fleet]
MachineOf=web@%i.service
`,
		},
		{
			file: 'web-announce@.service',
			bad: `
[Unit]
After=web@%i.service

[Service]
ExecStart=/usr/bin/announce %i

[X-Fleet]
MachineOf=web@%i.service
          ^^^^^^^^^^^^^^ this unit starts after \`web@%i.service\`, but runs on when that one stops; add \`BindsTo=\`
`,
			fixed: `
[Unit]
After=web@%i.service
BindsTo=web@%i.service

[Service]
ExecStart=/usr/bin/announce %i

[X-Fleet]
MachineOf=web@%i.service
`,
			note: 'Only an info: the order at least is said.',
		},
		{
			file: 'web-announce.service',
			bad: `
[Service]
ExecStart=/usr/bin/announce

[X-Fleet]
MachineOf=web.service
          ^^^^^^^^^^^ nothing in [Unit] ties this unit to \`web.service\`: it runs on when that one stops; add \`BindsTo=\` and \`After=\`
`,
			fixed: `
[Unit]
BindsTo=web.service
After=web.service

[Service]
ExecStart=/usr/bin/announce

[X-Fleet]
MachineOf=web.service
`,
		},
		{
			file: 'web-announce@.service',
			good: `
[Unit]
Requires=web@%i.service
After=web@%i.service

[Service]
ExecStart=/usr/bin/announce %i

[X-Fleet]
MachineOf=web@%i.service
`,
		},
		{
			file: 'web.service',
			others: {
				'web-data.service':
					'\n[Service]\nType=oneshot\nExecStart=/usr/bin/make-data\n\n[X-Fleet]\nMachineMetadata=disk=ssd\n',
			},
			good: `
[Unit]
After=web-data.service

[Service]
ExecStart=/usr/bin/web

[X-Fleet]
MachineOf=web-data.service
`,
			note: 'The other unit does its work and is done.',
		},
		{
			file: 'backup.timer',
			good: `
[Timer]
OnCalendar=daily

[X-Fleet]
MachineOf=backup.service
`,
			note: 'What a timer, socket or path starts must not run all the time.',
		},
	],
	check(unit, context) {
		if (!outlivesOthers(unit, context)) return;
		for (const peer of namedPeers(unit, context)) {
			if (isTrigger(peer.expanded)) continue;
			const tie = tieTo(unit, context, peer.expanded);
			// A requirement without an order has a rule of its own.
			if (tie.stops && (tie.ordered || tie.requires)) continue;
			context.report(peer.span, messageOf(peer.text, tie), {
				severity: severityOf(tie),
				fixes: [coupling(unit, peer.text, tie)],
			});
		}
	},
});

/** A one-shot ends by itself, and a timer’s unit has its own time. */
function outlivesOthers(unit: UnitFile, { file }: LintContext): boolean {
	if (file === undefined || isTrigger(file.unit)) return false;
	return !isJob(unit) || unit.sections.some(({ entries }) => entries.some(({ key }) => key.text === 'RemainAfterExit'));
}

function isTrigger(name: string): boolean {
	return /\.(?:automount|path|socket|timer)$/.test(name);
}

function severityOf({ stops, ordered, started }: Tie): Severity {
	if (stops) return 'hint';
	return ordered || started ? 'info' : 'warning';
}

function messageOf(name: string, { stops, ordered, started }: Tie): string {
	if (stops) return `this unit stops with \`${name}\`, but does not wait for its start; add \`After=\``;
	if (ordered) return `this unit starts after \`${name}\`, but runs on when that one stops; add \`BindsTo=\``;
	const tied = started
		? `this unit starts with \`${name}\`, but`
		: `nothing in [Unit] ties this unit to \`${name}\`: it`;
	return `${tied} runs on when that one stops; add \`BindsTo=\` and \`After=\``;
}

function coupling(unit: UnitFile, name: string, { stops, ordered }: Tie): Fix {
	const keys = [...(stops ? [] : ['BindsTo']), ...(ordered ? [] : ['After'])];
	const lines = keys.map((key) => `${key}=${name}`);
	const title = `Add ${keys.map((key) => `\`${key}=\``).join(' and ')}`;
	return { title, kind: 'unsafe', edits: [addSettings(unit, 'Unit', lines)] };
}
