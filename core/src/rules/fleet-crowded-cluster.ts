// More units that keep each other away than there are machines for them.

import { fixedObstacle } from '../fleet/eligibility.ts';
import type { IndexedFile } from '../workspace/model.ts';
import { filesMatching } from '../workspace/references.ts';
import { defineRule } from './rule.ts';
import { globsOf } from './support/fleet-globs.ts';
import { type Place, placeOf } from './support/workspace-file.ts';

/** `Conflicts=` among more units than the cluster has machines for. */
export const fleetCrowdedCluster = defineRule({
	id: 'fleet-crowded-cluster',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
	summary: 'More units that conflict with each other than machines for them',
	why: 'Units that keep each other away need a machine each. fleet leaves those without one unscheduled, does not say why, and starts one of them as soon as another stops.',
	reference: 'fleet v1.0.0 engine.Reconciler',
	examples: [
		{
			file: 'web@.service',
			others: {
				'web@1.service': '\n[X-Fleet]\nMachineMetadata=role=web\nConflicts=web@*.service\n',
				'web@2.service': '\n[X-Fleet]\nMachineMetadata=role=web\nConflicts=web@*.service\n',
			},
			machines: [{ role: 'web' }, { role: 'db' }],
			bad: `
[X-Fleet]
MachineMetadata=role=web
Conflicts=web@*.service
          ^^^^^^^^^^^^^ 2 units of the workspace keep each other away by this, and only 1 of 2 machines has the metadata: the others are never scheduled; add machines, or take units away
`,
		},
		{
			file: 'web@.service',
			others: {
				'web@1.service': '\n[X-Fleet]\nConflicts=web@*.service\n',
				'web@2.service': '\n[X-Fleet]\nConflicts=web@*.service\n',
			},
			machines: [{ role: 'web' }, { role: 'db' }],
			good: `
[X-Fleet]
Conflicts=web@*.service
`,
		},
	],
	check(unit, context) {
		const place = placeOf(context);
		if (place === undefined || place.view.machines.length === 0 || place.file.requirements.global) return;
		const { view, file } = place;
		const room = view.machines.filter((machine) => fixedObstacle(file, machine) === undefined).length;
		if (room === 0) return; // A rule of its own says so.
		for (const { item, setting } of globsOf(unit, context)) {
			const { length } = setting.key === 'Conflicts' ? rivals(item.expanded, place) : [];
			if (length > room) context.report(item.span, crowdMessage(length, room, view.machines.length));
		}
	},
});

/** The units that the glob keeps apart: those it matches and that have it, too. Templates do not run. */
function rivals(glob: string, { view, file }: Place): readonly IndexedFile[] {
	const matching = filesMatching(view, glob).filter(
		({ name, requirements }) => name.instance !== '' && requirements.conflicts.includes(glob),
	);
	// Of the copies of a unit in other folders, one runs.
	const byName = new Map([...matching, file].map((each) => [each.name.unit, each]));
	return [...byName.values()].filter(({ name }) => name.instance !== '');
}

function crowdMessage(units: number, room: number, machines: number): string {
	const fit =
		room === machines
			? `there are only ${machines} machines`
			: `only ${room} of ${machines} machines ${room === 1 ? 'has' : 'have'} the metadata`;
	return `${units} units of the workspace keep each other away by this, and ${fit}: the others are never scheduled; add machines, or take units away`;
}
