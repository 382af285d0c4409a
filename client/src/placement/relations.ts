// Who a unit has to do with: units that it conflicts with, must be beside, replaces, or that must be beside it.

import type { Cluster, ClusterUnit } from '../../../core/src/fleet/model.ts';
import { conflictBetween, type Rivalry, replacementBetween } from '../../../core/src/fleet/rivalry.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';

/** A tie between a unit and another one. */
export interface Relation {
	readonly kind: 'conflict' | 'peer' | 'follower' | 'replacement';
	readonly other: string;
	/** Goes on from the other's name: `says Conflicts=web@*.service`. */
	readonly words: string;
}

/** All ties of a unit, by kind and name; a peer that the cluster does not have is among them. */
export function relationsOf(unit: ClusterUnit, { units }: Cluster): readonly Relation[] {
	const others = units.filter((other) => other.name !== unit.name && canBeSomewhere(other));
	const known = new Set(units.map(({ name }) => name));
	return [
		...unit.requirements.peers.map((peer): Relation => {
			const words = known.has(peer) ? 'must be on the same machine' : 'must be on the same machine, and does not exist';
			return { kind: 'peer', other: peer, words };
		}),
		...others
			.filter(({ requirements }) => requirements.peers.includes(unit.name))
			.map(({ name }): Relation => ({ kind: 'follower', other: name, words: 'goes where it is' })),
		...others.flatMap((other) => rivalryOf('conflict', 'Conflicts', other, conflictBetween(unit, other))),
		...others.flatMap((other) => rivalryOf('replacement', 'Replaces', other, replacementBetween(unit, other))),
	];
}

/** A template stands in nobody's way, but for a global one, which fleet counts. */
function canBeSomewhere({ name, requirements }: ClusterUnit): boolean {
	return requirements.global || splitUnitName(name)?.isTemplate !== true;
}

function rivalryOf(
	kind: Relation['kind'],
	key: string,
	{ name }: ClusterUnit,
	rivalry: Rivalry | undefined,
): readonly Relation[] {
	if (rivalry === undefined) return [];
	const { declaredBy, glob } = rivalry;
	const speaker = { unit: 'this unit says', resident: 'it says', both: 'both say' }[declaredBy];
	return [{ kind, other: name, words: `${speaker} ${key}=${glob}` }];
}
