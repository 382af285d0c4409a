// JSON as Go's encoding/json writes it: what HTML would mind is escaped, and what is empty has been left out before.

/** A value to print; members that are `undefined` are left out, as Go does with `omitempty`. */
export type GoJson = string | number | boolean | readonly GoJson[] | { readonly [key: string]: GoJson | undefined };

/** The JSON text. Members come in the order of the object. */
export function printGoJson(value: GoJson): string {
	return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapeCharacter);
}

/** A text, list or object where it is not empty, for members that are left out otherwise. */
export function unlessEmpty<T extends string | readonly GoJson[]>(value: T | undefined): T | undefined {
	return value === undefined || value.length === 0 ? undefined : value;
}

function escapeCharacter(char: string): string {
	return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
