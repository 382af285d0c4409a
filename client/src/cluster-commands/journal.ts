// Follows journals in a panel. What is followed is meant, not listed: of a template all instances, also those to come.

import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import type { TreeNode } from '../cluster-view/node.ts';
import type { Wanted } from '../journal/sources.ts';
import type { ClusterServices, Handler } from './services.ts';
import { rowsOf, unitsOf } from './subject.ts';

/** Follows the journals of units, of a template's instances, or of all that is selected, in one panel. */
export const followJournal: Handler = async (services, ...args) => {
	const rows = rowsOf(services, args);
	const wanted = rows.length > 0 ? rows.flatMap(wantedOfRow) : await wantedUnits(services, args);
	if (wanted.length > 0) services.journals.open(wanted);
};

async function wantedUnits(services: ClusterServices, args: readonly unknown[]): Promise<readonly Wanted[]> {
	const found = await unitsOf(services, args);
	return found.map(({ session, unit }) => wantedUnit(session.identity.id, unit));
}

function wantedOfRow(row: TreeNode): readonly Wanted[] {
	const { cluster, unit, machine } = row.about;
	if (row.kind === 'group') {
		const template = isTemplate(row.label) ? row.label : undefined;
		return template === undefined ? row.children.flatMap(wantedOfRow) : [{ kind: 'template', cluster, template }];
	}
	if (unit === undefined) return [];
	// The row of a unit names the machine where it is now, and the unit may move.
	if (row.kind === 'place' && machine !== undefined) return [{ kind: 'place', cluster, unit, machineId: machine }];
	return [wantedUnit(cluster, unit)];
}

function wantedUnit(cluster: string, unit: string): Wanted {
	return isTemplate(unit) ? { kind: 'template', cluster, template: unit } : { kind: 'unit', cluster, unit };
}

function isTemplate(name: string): boolean {
	return splitUnitName(name)?.isTemplate === true;
}
