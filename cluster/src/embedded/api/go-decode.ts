// JSON values into fields of known types, as Go's encoding/json does it: names in any case, unknown ones skipped, null
// is nothing, and of several values of a wrong type the first is told.

import type { JsonValue } from './go-scan.ts';
import { JsonFault } from './go-tokens.ts';

/** A type of Go: what it makes of a value, and its name in Go's messages. */
export interface GoType<T> {
	readonly name: string;
	/** `undefined` for null. `where` is what Go says before the type: `Go struct field Unit.name`. */
	decode(value: JsonValue, where: string): T | undefined;
}

/** Decodes a whole body. Throws `JsonFault`. */
export function decodeBody<T>(value: JsonValue, type: GoType<T>): T | undefined {
	return type.decode(value, 'Go value');
}

/** `string`. */
export const goString: GoType<string> = {
	name: 'string',
	decode(value, where) {
		if (value.kind === 'null') return undefined;
		if (value.kind !== 'string') throw wrongType(value, where, this.name);
		return value.text;
	},
};

/** A slice; `undefined` stands for elements that are null. */
export function goSlice<T>(name: string, item: GoType<T>): GoType<readonly (T | undefined)[]> {
	return {
		name,
		decode(value, where) {
			if (value.kind === 'null') return undefined;
			if (value.kind !== 'array') throw wrongType(value, where, name);
			return value.items.map((one) => item.decode(one, where));
		},
	};
}

/** A struct. Its fields are given as JSON names them. */
export function goStruct<T extends object>(
	name: string,
	fields: { readonly [Key in keyof T]: GoType<T[Key]> },
): GoType<Partial<T>> {
	const short = name.slice(name.lastIndexOf('.') + 1);
	return {
		name,
		decode(value, where) {
			if (value.kind === 'null') return undefined;
			if (value.kind !== 'object') throw wrongType(value, where, name);
			const result: Partial<T> = {};
			for (const [key, member] of value.members) {
				const field = fieldOf(fields, key);
				if (field === undefined) continue;
				const decoded = fields[field].decode(member, `Go struct field ${short}.${String(field)}`);
				if (decoded !== undefined) result[field] = decoded;
			}
			return result;
		},
	};
}

function fieldOf<F extends object>(fields: F, key: string): keyof F | undefined {
	// The names of an object's own members, which Object.keys() only knows as strings.
	const names = Object.keys(fields) as (keyof F & string)[];
	return names.find((name) => name === key) ?? names.find((name) => name.toLowerCase() === key.toLowerCase());
}

function wrongType(value: JsonValue, where: string, type: string): JsonFault {
	return new JsonFault(`json: cannot unmarshal ${value.kind} into ${where} of type ${type}`);
}
