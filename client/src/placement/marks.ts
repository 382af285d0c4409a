// How it is between a unit and a machine, as the map marks it: a sign and a word for each, so that no mark is told by its
// colour alone.

import type { Obstacle } from '../../../core/src/fleet/eligibility.ts';

/**
 * `here`: counted there, and stays; `comes`, `leaves`: with what is tried; `may-come`: if the engine takes units in
 * another order; `free`: would be taken; `swap`: would be taken, and another one moved (`Replaces`); `metadata`,
 * `conflict`, `peers`, `machine-id`: what stands against it; `down`: there is no such machine; `none`: a template.
 */
export type Mark = 'here' | 'comes' | 'leaves' | 'may-come' | 'free' | 'swap' | Obstacle['kind'] | 'down' | 'none';

/** A mark as it is seen. */
export interface MarkLook {
	readonly sign: string;
	readonly word: string;
	/** What it means, for the legend. */
	readonly meaning: string;
}

/** All marks, in the order of the legend. */
export const marks: Readonly<Record<Mark, MarkLook>> = {
	here: { sign: '●', word: 'here', meaning: 'the unit is counted on the machine' },
	comes: { sign: '✚', word: 'comes', meaning: 'it would come there' },
	leaves: { sign: '◌', word: 'leaves', meaning: 'it is there, and would leave' },
	'may-come': { sign: '?', word: 'may come', meaning: 'it may come, as the order of units will have it' },
	free: { sign: '○', word: 'could', meaning: 'the machine would take it' },
	swap: { sign: '⇄', word: 'swap', meaning: 'the machine would take it, and another unit would move' },
	metadata: { sign: '✕', word: 'metadata', meaning: 'its metadata is not what the unit needs' },
	conflict: { sign: '✕', word: 'conflict', meaning: 'a unit is there that it conflicts with' },
	peers: { sign: '✕', word: 'peer', meaning: 'a unit that it must be beside is not there' },
	'machine-id': { sign: '✕', word: 'other ID', meaning: 'the unit is bound to another machine' },
	down: { sign: '—', word: 'down', meaning: 'the machine is tried as lost' },
	none: { sign: '·', word: 'template', meaning: 'a template runs nowhere itself' },
};
