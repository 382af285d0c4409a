// Machines from the least loaded to the most, kept in order while single units come and go: one sorted list for each
// number of units.

/** Machines, by number, in the order of (units, number). */
export interface LoadOrder {
	readonly loadOf: (machine: number) => number;
	readonly change: (machine: number, by: 1 | -1) => void;
	/** The first machine that passes a test. */
	readonly first: (test: (machine: number) => boolean) => number | undefined;
}

/** The order of machines with these numbers of units. */
export function createLoadOrder(loads: readonly number[]): LoadOrder {
	const loadOf = [...loads];
	const byLoad: number[][] = [];
	for (const [machine, load] of loads.entries()) listFor(byLoad, load).push(machine);

	function change(machine: number, by: 1 | -1): void {
		const before = loadOf[machine] ?? 0;
		const from = listFor(byLoad, before);
		from.splice(placeIn(from, machine), 1);
		const to = listFor(byLoad, before + by);
		to.splice(placeIn(to, machine), 0, machine);
		loadOf[machine] = before + by;
	}

	function first(test: (machine: number) => boolean): number | undefined {
		for (const machines of byLoad) {
			const found = machines?.find(test);
			if (found !== undefined) return found;
		}
		return undefined;
	}

	return { loadOf: (machine) => loadOf[machine] ?? 0, change, first };
}

function listFor(byLoad: number[][], load: number): number[] {
	while (byLoad.length <= load) byLoad.push([]);
	return byLoad[load] ?? [];
}

function placeIn(sorted: readonly number[], value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
