// A unit that fleet keeps on the machine of another, and that systemd does not know to belong to it.

import type { UnitFile } from '../syntax/tree.ts';
import { isJob } from '../workspace/job.ts';
import { emptyWorkspace } from '../workspace/model.ts';
import { expandName, filesNamed } from '../workspace/names.ts';
import { referencesOf } from '../workspace/references-of.ts';
import type { Fix, Severity } from './problem.ts';
import { defineRule } from './rule.ts';
import type { LintContext } from './settings.ts';
import { addSettings } from './support/add-setting.ts';
import type { FleetItem } from './support/fleet-settings.ts';
import { directivesNaming, namedPeers, placeOf } from './support/workspace-file.ts';

/** `MachineOf=` without the dependency that makes the unit stop with the other. */
export const fleetUncoupledSidekick = defineRule({
	id: 'fleet-uncoupled-sidekick',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
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
			const tie = tieTo(unit, context, peer);
			if (tie.stops && (tie.ordered || tie.required)) continue;
			context.report(peer.span, messageOf(peer.text, tie), {
				severity: severityOf(tie),
				fixes: [coupling(unit, peer.text, tie)],
			});
		}
	},
});

/** What [Unit], or that of the other unit, says of the two. */
interface Tie {
	/** This unit stops when the other does. */
	readonly stops: boolean;
	/** By the word of this unit, which a rule of its own then asks for the order. */
	readonly required: boolean;
	/** It starts after the other. */
	readonly ordered: boolean;
	/** One starts the other. */
	readonly started: boolean;
}

const requiring = ['BindsTo', 'Requires'];
const stopping = [...requiring, 'PartOf', 'Requisite', 'StopPropagatedFrom'];
const starting = ['BindsTo', 'Requires', 'Upholds', 'Wants'];

function tieTo(unit: UnitFile, context: LintContext, { expanded }: FleetItem): Tie {
	const { file } = context;
	const refersBy = (directives: readonly string[]): boolean =>
		file !== undefined &&
		referencesOf(unit).some(
			({ directive, name }) => directives.includes(directive) && expandName(name, file) === expanded,
		);
	const others = directivesNaming(context, expanded);
	return {
		stops: refersBy(stopping) || others.has('PropagatesStopTo') || isDone(context, expanded),
		required: refersBy(requiring),
		ordered: refersBy(['After']) || others.has('Before'),
		started: refersBy(starting) || starting.some((directive) => others.has(directive)),
	};
}

/** A text of [X-Fleet] alone is a piece of a unit; a one-shot ends by itself; a timer’s unit has its own time. */
function outlivesOthers(unit: UnitFile, { file }: LintContext): boolean {
	if (file === undefined || isTrigger(file.unit) || unit.sections.every(({ name }) => name === 'X-Fleet')) return false;
	return !isJob(unit) || unit.sections.some(({ entries }) => entries.some(({ key }) => key.text === 'RemainAfterExit'));
}

function isTrigger(name: string): boolean {
	return /\.(?:automount|path|socket|timer)$/.test(name);
}

/** Whether the other unit does its work and is done, so that there is nothing to stop with. */
function isDone(context: LintContext, name: string): boolean {
	const others = filesNamed(placeOf(context)?.view ?? emptyWorkspace, name);
	return others.length > 0 && others.every(({ unit }) => isJob(unit));
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
	const edit = addSettings(
		unit,
		'Unit',
		keys.map((key) => `${key}=${name}`),
	);
	return { title: `Add ${keys.map((key) => `\`${key}=\``).join(' and ')}`, kind: 'unsafe', edits: [edit] };
}
