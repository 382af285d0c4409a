// Sets of address families: `AF_INET AF_UNIX`, with a leading `~` all but those; `none` alone.

import { addressFamilies } from '../catalogue/address-families.ts';
import type { Flaw } from './fault.ts';
import { wordItems } from './items.ts';
import { checkSet } from './judge.ts';
import { knownMeantFlaw, unknownWordFlaw, wordDrafts } from './unknown-word.ts';
import { noFaults, type ValueBehaviour } from './value-kind.ts';

/** `RestrictAddressFamilies=`; systemd takes the names in any case. */
export const addressFamilySet: ValueBehaviour = {
	check: (value, context) =>
		value === 'none' && context.release >= noneSince ? noFaults : checkFamilies(value, context),
	complete: (value, offset, context) => wordItems(value, offset, context, drafts, /[\s~]/),
	describe: () => undefined,
};

/** First release that takes `none` for no family at all. */
const noneSince = 248;

const checkFamilies = checkSet(judgeFamily);
const drafts = [{ label: 'none', detail: '', since: noneSince }, ...wordDrafts(addressFamilies)];
const upperCase: ReadonlySet<string> = new Set(addressFamilies.map((name) => name.toUpperCase()));

function judgeFamily(text: string): Flaw | undefined {
	if (upperCase.has(text.toUpperCase())) return undefined;
	const bare = `AF_${text.toUpperCase()}`;
	return upperCase.has(bare)
		? knownMeantFlaw(text, 'address family', bare, '')
		: unknownWordFlaw(text, 'address family', addressFamilies, 'write one such as `AF_INET`');
}
