// The entities of fleet's HTTP API v1, decoded: units, unit states, machines and the pages of their lists. The API
// leaves out every member that is empty, so that an empty list is `{}`. (fleet schema v1)

import { isDesiredState, type UnitOption } from '../../../core/src/fleet/model.ts';
import { requirementsOf } from '../../../core/src/fleet/requirements.ts';
import { DecodeFault, type Decoder, toList, toName, toObject, toRecord, toText } from '../decode.ts';
import { hashOf } from '../hash.ts';
import type { ClusterUnit, DesiredState, Machine, UnitState } from '../model.ts';

/** A unit as the API sends it. */
export interface ApiUnit {
	readonly name: string;
	readonly options: readonly UnitOption[];
	readonly desiredState: DesiredState;
	readonly currentState?: DesiredState;
	readonly machineId?: string;
}

/** One page of a list. */
export interface Page<T> {
	readonly items: readonly T[];
	/** Asks for the next page; absent on the last one. */
	readonly nextPageToken?: string;
}

/** A unit. */
export const toApiUnit: Decoder<ApiUnit> = (value, place) => {
	const { name, options, desiredState, currentState, machineID } = toObject(value, place);
	const machineId = toOptionalText(machineID, `${place}.machineID`);
	return {
		name: toName(name, `${place}.name`),
		options: toList(toOption)(options, `${place}.options`),
		// A unit without one is one whose target state is lost in the registry; the engine takes it as wanted.
		desiredState: toDesiredState(desiredState ?? 'loaded', `${place}.desiredState`),
		...(currentState !== undefined && { currentState: toDesiredState(currentState, `${place}.currentState`) }),
		...(machineId !== '' && { machineId }),
	};
};

/** A unit with what follows from its options. The API calls every global unit of a list inactive, which says nothing. */
export function toClusterUnit({ currentState, ...unit }: ApiUnit): ClusterUnit {
	const { global } = requirementsOf(unit.options, unit.name);
	return { ...unit, hash: hashOf(unit.options), global, ...(!global && currentState && { currentState }) };
}

/** What a machine says of a unit. */
export const toUnitState: Decoder<UnitState> = (value, place) => {
	const state = toObject(value, place);
	const hash = toOptionalText(state['hash'], `${place}.hash`);
	return {
		name: toName(state['name'], `${place}.name`),
		machineId: toOptionalText(state['machineID'], `${place}.machineID`),
		...(hash !== '' && { hash }),
		load: toOptionalText(state['systemdLoadState'], `${place}.systemdLoadState`),
		active: toOptionalText(state['systemdActiveState'], `${place}.systemdActiveState`),
		sub: toOptionalText(state['systemdSubState'], `${place}.systemdSubState`),
	};
};

/** A machine. */
export const toMachine: Decoder<Machine> = (value, place) => {
	const { id, primaryIP, metadata } = toObject(value, place);
	const address = toOptionalText(primaryIP, `${place}.primaryIP`);
	return {
		id: toName(id, `${place}.id`),
		...(address !== '' && { primaryIP: address }),
		metadata: toRecord(toText)(metadata, `${place}.metadata`),
	};
};

/** A page of a list, whose items stand in the member of that name. */
export function toPage<T>(member: string, to: Decoder<T>): Decoder<Page<T>> {
	return (value, place) => {
		const page = toObject(value, place);
		const nextPageToken = toOptionalText(page['nextPageToken'], `${place}.nextPageToken`);
		return { items: toList(to)(page[member], member), ...(nextPageToken !== '' && { nextPageToken }) };
	};
}

function toOption(value: unknown, place: string): UnitOption {
	const { section, name, value: text } = toObject(value, place);
	return {
		section: toOptionalText(section, `${place}.section`),
		name: toOptionalText(name, `${place}.name`),
		value: toOptionalText(text, `${place}.value`),
	};
}

function toDesiredState(value: unknown, place: string): DesiredState {
	if (typeof value === 'string' && isDesiredState(value)) return value;
	throw new DecodeFault(`${place} is ${JSON.stringify(value)}; fleet knows inactive, loaded and launched`);
}

function toOptionalText(value: unknown, place: string): string {
	return toText(value ?? '', place);
}
