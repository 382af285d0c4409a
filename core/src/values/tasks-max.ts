// How many tasks a unit may have: a number, a share of what the system may have, or no limit.

import { wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { max64, readUnsigned } from './numbers.ts';
import { readPermyriad } from './percent.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour } from './value-kind.ts';

/** `TasksMax=`. */
export const tasksMax: ValueBehaviour = {
	check: checkWhole((text, { release }) => {
		const share = readPermyriad(text, release);
		if (text === 'infinity' || (share !== undefined && share <= 10_000)) return undefined;
		const number = readUnsigned(text, max64);
		if (typeof number === 'number' && number > 0 && number < max64) return undefined;
		return {
			what: `\`${plain(text)}\` is no number of tasks`,
			advice: 'write a number, a share such as `20%`, or `infinity`',
		};
	}),
	complete: (value, offset, context) => wholeItems(value, offset, context, [{ label: 'infinity', detail: 'no limit' }]),
	describe: () => undefined,
};
