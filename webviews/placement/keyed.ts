// Elements that belong to names: one stays as long as its name is wanted, and goes with it. Where they lie on the screen
// is not known here.

/** Things by name. */
export interface Keyed<T> {
	/** The thing of a name, made if it is not there. It is wanted until the next `dropOthers()`. */
	take(name: string): T;
	/** Removes what was not taken since the last time. */
	dropOthers(): void;
	get(name: string): T | undefined;
}

/** No things yet. */
export function createKeyed<T>(make: (name: string) => T, elementOf: (thing: T) => HTMLElement): Keyed<T> {
	const things = new Map<string, T>();
	let taken = new Set<string>();
	return {
		take(name) {
			taken.add(name);
			const thing = things.get(name) ?? make(name);
			things.set(name, thing);
			return thing;
		},
		dropOthers() {
			for (const [name, thing] of [...things]) {
				if (taken.has(name)) continue;
				elementOf(thing).remove();
				things.delete(name);
			}
			taken = new Set();
		},
		get: (name) => things.get(name),
	};
}
