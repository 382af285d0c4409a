// The body of PUT /units/{name}, read as fleet reads it.

import { decodeBody, goSlice, goString, goStruct } from './go-decode.ts';
import { scanJson } from './go-scan.ts';
import { JsonFault } from './go-tokens.ts';

/** A unit as a client sends it. Anything may be absent. */
export interface UnitBody {
	readonly name?: string;
	/** `undefined` in the list stands for null, at which fleet's handler dies. */
	readonly options?: readonly (OptionBody | undefined)[];
	readonly desiredState?: string;
}

/** An option as a client sends it. */
export interface OptionBody {
	readonly section?: string;
	readonly name?: string;
	readonly value?: string;
}

/** Reads a body, or says in Go's words why it cannot be read. */
export function readUnitBody(text: string): UnitBody | JsonFault {
	try {
		return decodeBody(scanJson(text), unitType) ?? {};
	} catch (error) {
		if (error instanceof JsonFault) return error;
		throw error;
	}
}

const optionType = goStruct<Required<OptionBody>>('schema.UnitOption', {
	section: goString,
	name: goString,
	value: goString,
});

// What clients may not set is decoded all the same, because Go refuses it where its type is wrong.
const unitType = goStruct<Required<UnitBody> & Record<'currentState' | 'machineID', string>>('schema.Unit', {
	currentState: goString,
	desiredState: goString,
	machineID: goString,
	name: goString,
	options: goSlice('[]*schema.UnitOption', optionType),
});
