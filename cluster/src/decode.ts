// Values from outside, checked before they are believed. Each check is given the value and its place, and its fault
// names that place: `units[3].options[0].name is no text`. What the values mean is not known here.

/** What is wrong with a value from outside, in a phrase that begins with the place. */
export class DecodeFault extends Error {
	override readonly name = 'DecodeFault';
}

/** A check: gives the value back with its type, or throws a `DecodeFault`. */
export type Decoder<T> = (value: unknown, place: string) => T;

/** The members of an object that was checked to be one. */
export type Fields = Readonly<Record<string, unknown>>;

/** Reads a JSON text and checks it. `place` is what people call the whole. Throws `DecodeFault`. */
export function decodeJson<T>(text: string, place: string, to: Decoder<T>): T {
	return to(parseJson(text, place), place);
}

/** An object, its members still unchecked. */
export function toObject(value: unknown, place: string): Fields {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields; // Checked just now.
	throw new DecodeFault(`${place} is no object`);
}

/** A text, which may be empty. */
export function toText(value: unknown, place: string): string {
	if (typeof value === 'string') return value;
	throw new DecodeFault(`${place} is no text`);
}

/** A text that is not empty. */
export function toName(value: unknown, place: string): string {
	const name = toText(value ?? '', place);
	if (name === '') throw new DecodeFault(`${place} is missing`);
	return name;
}

/** A number. */
export function toNumber(value: unknown, place: string): number {
	if (typeof value === 'number') return value;
	throw new DecodeFault(`${place} is no number`);
}

/** One of a few words. */
export function toWord<const T extends string>(words: readonly T[]): Decoder<T> {
	return (value, place) => {
		const word = words.find((one) => one === value);
		if (word !== undefined) return word;
		throw new DecodeFault(`${place} is ${JSON.stringify(value)}, not one of ${words.join(', ')}`);
	};
}

/** A list of what another check accepts. As in fleet's API, an absent list is an empty one. */
export function toList<T>(to: Decoder<T>): Decoder<readonly T[]> {
	return (value, place) => {
		if (value === undefined || value === null) return [];
		if (!Array.isArray(value)) throw new DecodeFault(`${place} is no list`);
		return value.map((item: unknown, index) => to(item, `${place}[${index}]`));
	};
}

/** An object whose members are all of one type. An absent one is empty. */
export function toRecord<T>(to: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
	return (value, place) => {
		const pairs = Object.entries(toObject(value ?? {}, place));
		return Object.fromEntries(pairs.map(([key, one]) => [key, to(one, `${place}.${key}`)]));
	};
}

function parseJson(text: string, place: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new DecodeFault(`${place} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
	}
}
