// What careful writing (seen.ts) needs of an API: its bare reads and writes of single units. Shapes only.

import type { ClusterUnit, DesiredState, UnitOption } from './model.ts';

/** The bare reads and writes of one API. They check nothing; where an answer is lost, `details.sent` says so. */
export interface UnitStore {
	/** A unit that is there and that fleet cannot read may be given with the hash `''`, so that it can be written over. */
	read(name: string, signal: AbortSignal): Promise<ClusterUnit | undefined>;
	create(unit: StoredUnit, signal: AbortSignal): Promise<void>;
	/** Gives a known unit another text; the desired state is always named, because fleet would make it `inactive`. */
	replace(unit: StoredUnit, before: ClusterUnit, signal: AbortSignal): Promise<void>;
	setDesiredState(name: string, state: DesiredState, signal: AbortSignal): Promise<void>;
	/** Fails as `not-found` where there is none. */
	destroy(name: string, signal: AbortSignal): Promise<void>;
}

/** A unit as it is to be stored. */
export interface StoredUnit {
	readonly name: string;
	readonly options: readonly UnitOption[];
	readonly desiredState: DesiredState;
}
