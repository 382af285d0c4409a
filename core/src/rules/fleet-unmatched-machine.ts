// Metadata or a machine ID that no machine of the cluster has. Only said where a cluster is known.

import { nearest } from '../catalogue/nearest.ts';
import { matchesMachineId } from '../fleet/eligibility.ts';
import { meetsMetadata, metadataOf } from '../fleet/machine-load.ts';
import { splitMetadata } from '../fleet/requirements.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { WorkspaceView } from '../workspace/model.ts';
import { defineRule, type RuleContext } from './rule.ts';
import type { LintContext } from './settings.ts';
import { replaceFix } from './support/edits.ts';
import { type FleetItem, soundSettings } from './support/fleet-settings.ts';
import { placeOf } from './support/workspace-file.ts';

/** A constraint that leaves no machine over. */
export const fleetUnmatchedMachine = defineRule({
	id: 'fleet-unmatched-machine',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
	summary: 'Metadata or a machine ID that no machine of the cluster has',
	why: 'fleet waits until a machine comes that has every key with one of its values, letter by letter. If none ever comes, the unit is never scheduled, and fleet does not say why. This is asked of the cluster that is connected; another one may have such machines.',
	reference: 'fleet v1.0.0 agent.AgentState.AbleToRun',
	examples: [
		{
			file: 'web.service',
			others: {},
			machines: [{ group: 'hw_webservers' }, { group: 'hw_databases' }],
			bad: `
[X-Fleet]
MachineMetadata=group=hw_webserver
                ^^^^^^^^^^^^^^^^^^ no machine of the cluster has this, and the unit runs nowhere; did you mean \`group=hw_webservers\`
`,
			fixed: `
[X-Fleet]
MachineMetadata=group=hw_webservers
`,
		},
		{
			file: 'web.service',
			others: {},
			machines: [
				{ role: 'web', disk: 'hdd' },
				{ role: 'db', disk: 'ssd' },
			],
			bad: `
[X-Fleet]
MachineMetadata=role=web
MachineMetadata=disk=ssd
                ^^^^^^^^ no machine of the cluster has all of this metadata, and the unit runs nowhere
`,
		},
		{
			file: 'web.service',
			others: {},
			machines: [{ role: 'web' }],
			bad: `
[X-Fleet]
MachineID=0123abcd
          ^^^^^^^^ no machine of the cluster has this ID, and the unit runs nowhere
`,
		},
		{
			file: 'web@.service',
			others: {},
			machines: [{ role: 'web', rack: '1' }],
			good: `
[X-Fleet]
MachineMetadata="role=web" "role=cache"
MachineMetadata=rack=%i
`,
			note: 'One of the roles is enough, and what `%i` will be is not known.',
		},
	],
	check(unit, context) {
		const machines = placeOf(context)?.view.machines ?? [];
		if (machines.length === 0) return;
		for (const { expanded, span } of soundSettings(unit, context, 'MachineID').flatMap(({ items }) => items)) {
			if (!mayBeId(expanded) || machines.some((machine) => matchesMachineId(machine, expanded))) continue;
			context.report(span, `no machine of the cluster has this ID, ${nowhere}`);
		}
		reportMetadata(pairsIn(unit, context), machines, context);
	},
});

type Machines = WorkspaceView['machines'];

const nowhere = 'and the unit runs nowhere';

/** Another rule tells what is no ID at all. */
function mayBeId(text: string): boolean {
	return /^(?:[0-9a-f]{8}|[0-9a-f]{32})$/.test(text);
}

/** One `key=value` that fleet keeps. */
interface Pair {
	readonly key: string;
	readonly value: string;
	readonly item: FleetItem;
}

/** The metadata that is asked for. A key of which the instance decides is left out. */
function pairsIn(unit: UnitFile, context: LintContext): readonly Pair[] {
	const items = soundSettings(unit, context, 'MachineMetadata').flatMap((setting) => setting.items);
	const pairs = items.flatMap((item) => {
		const [key, value] = splitMetadata(item.expanded) ?? [];
		return key === undefined || value === undefined ? [] : [{ key, value, item }];
	});
	const open = new Set(pairs.filter(({ item }) => item.expanded.includes('%')).map(({ key }) => key));
	return pairs.filter(({ key }) => !open.has(key));
}

function reportMetadata(pairs: readonly Pair[], machines: Machines, { report }: RuleContext): void {
	const wanted = new Map<string, Set<string>>();
	for (const { key, value } of pairs) wanted.set(key, (wanted.get(key) ?? new Set()).add(value));
	const unmet = pairs.filter(({ key }) => {
		return !machines.some((machine) => wanted.get(key)?.has(metadataOf(machine, key) ?? ''));
	});
	for (const pair of unmet) reportUnmet(pair, machines, report);
	const last = pairs.at(-1);
	if (last === undefined || unmet.length > 0 || machines.some((machine) => meetsMetadata(machine, wanted))) return;
	report(last.item.span, `no machine of the cluster has all of this metadata, ${nowhere}`);
}

function reportUnmet(pair: Pair, machines: Machines, report: RuleContext['report']): void {
	const { span } = pair.item;
	const meant = meantPair(pair, machines);
	const fault = `no machine of the cluster has this, ${nowhere}`;
	report(span, meant === undefined ? fault : `${fault}; did you mean \`${meant}\``, {
		fixes: meant === undefined ? [] : [replaceFix(span, meant, 'unsafe', `Change to \`${meant}\``)],
	});
}

/** A value of the key that is nearly this one, or the value under nearly this key. */
function meantPair({ key, value }: Pair, machines: Machines): string | undefined {
	const known = machines.flatMap(({ metadata }) => Object.entries(metadata));
	const nearValue = nearest(
		value,
		known.filter(([other]) => other === key).map(([, other]) => other),
	);
	if (nearValue !== undefined) return `${key}=${nearValue}`;
	const nearKey = nearest(
		key,
		known.filter(([, other]) => other === value).map(([other]) => other),
	);
	return nearKey && `${nearKey}=${value}`;
}
