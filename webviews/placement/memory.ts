// What the page remembers while it is made anew, because its tab was covered: what is tried, the filters, and where the
// user was. What cannot be read of it counts for nothing.

import { type Trial, toTrial } from '../../client/src/placement/trials.ts';
import { type Decoder, toList, toNumber, toObject, toText } from '../../cluster/src/decode.ts';
import type { Place, Scroll } from './place.ts';

/** What is looked for among units and machines. */
export interface Filters {
	readonly units: string;
	readonly machines: string;
}

/** What is remembered. */
export interface Memory {
	readonly trials: readonly Trial[];
	readonly filters: Filters;
	readonly place: Place;
	readonly scroll: Scroll;
}

/** Nothing in particular. */
export const emptyMemory: Memory = {
	trials: [],
	filters: { units: '', machines: '' },
	place: {},
	scroll: { left: 0, top: 0 },
};

/** What was remembered. */
export function readMemory(value: unknown): Memory {
	try {
		return toMemory(value, 'memory');
	} catch {
		return emptyMemory;
	}
}

const toMemory: Decoder<Memory> = (value, place) => {
	const fields = toObject(value, place);
	const part = (name: string) => toObject(fields[name], `${place}.${name}`);
	const { unit, machine } = part('place');
	return {
		trials: toList(toTrial)(fields['trials'], `${place}.trials`),
		filters: {
			units: toText(part('filters')['units'], `${place}.filters.units`),
			machines: toText(part('filters')['machines'], `${place}.filters.machines`),
		},
		place: { ...(typeof unit === 'string' && { unit }), ...(typeof machine === 'string' && { machine }) },
		scroll: {
			left: toNumber(part('scroll')['left'], `${place}.scroll.left`),
			top: toNumber(part('scroll')['top'], `${place}.scroll.top`),
		},
	};
};
