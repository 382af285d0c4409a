// Numbers that look random and are the same in every run, so that two runs measure the same corpus.

/** A source of choices. */
export interface Random {
	/** A whole number from 0 up to, not including, `limit`. */
	readonly below: (limit: number) => number;
	/** True in that share of calls. */
	readonly chance: (share: number) => boolean;
	readonly pick: <T>(choices: readonly T[]) => T;
	/** That many of the choices, in their order. */
	readonly some: <T>(choices: readonly T[], count: number) => readonly T[];
}

/** A source that gives the same choices for the same seed. */
export function createRandom(seed: number): Random {
	const next = createGenerator(seed);
	const below = (limit: number) => Math.floor(next() * limit);
	return {
		below,
		chance: (share) => next() < share,
		pick(choices) {
			// The index is in the list, unless the list is empty.
			if (choices.length === 0) throw new Error('there is nothing to pick from');
			return choices[below(choices.length)] as (typeof choices)[number];
		},
		some(choices, count) {
			let wanted = Math.min(count, choices.length);
			return choices.filter((_, at) => {
				const taken = next() * (choices.length - at) < wanted;
				if (taken) wanted--;
				return taken;
			});
		},
	};
}

/** Numbers from 0 to 1: a linear congruence modulo 2³² (constants of Numerical Recipes), of which the high bits count. */
function createGenerator(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return (state >>> 8) / 2 ** 24;
	};
}
