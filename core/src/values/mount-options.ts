// Mount options of disk images, for all partitions or by partition: `ro` or `root:ro,dev home:nosuid`.

import { nearest } from '../catalogue/nearest.ts';
import { partitions } from '../catalogue/partitions.ts';
import type { Flaw } from './fault.ts';
import { checkWords } from './judge.ts';
import { plain } from './quote.ts';
import { colonFlaw, splitColons } from './split-colons.ts';
import { noItems, type ValueBehaviour } from './value-kind.ts';

/** `RootImageOptions=`; which options the kernel takes is not asked. */
export const mountOptions: ValueBehaviour = {
	check: checkWords(judgeOptions, { quoting: { unquote: true, retainEscape: true } }),
	complete: () => noItems,
	describe: () => undefined,
};

/** The flaw of a name that is no partition; an empty one is the root. */
export function partitionFlaw(name: string): Flaw | undefined {
	if (name === '' || name in partitions) return undefined;
	const near = nearest(name, Object.keys(partitions));
	const advice = near === undefined ? 'write one such as `root`' : `did you mean \`${near}\`?`;
	return { what: `\`${plain(name)}\` is no partition`, advice };
}

function judgeOptions(text: string): Flaw | undefined {
	const parts = splitColons(text, { coalesce: true, escapes: true });
	if (parts === undefined) return { ...colonFlaw, effect: 'skips-setting' };
	if (parts.length > 2)
		return {
			what: 'a partition and its options are two parts',
			advice: 'write `partition:options`',
			effect: 'skips-setting',
		};
	return parts.length < 2 ? undefined : partitionFlaw(parts[0] ?? '');
}
