// Sets of capabilities: `CAP_KILL CAP_CHOWN`, with a leading `~` all but those. systemd drops unknown names without a
// word (capability_set_from_string()).

import { capabilities, capabilityNames } from '../catalogue/capabilities.ts';
import type { Flaw } from './fault.ts';
import { type ItemDraft, wordItems, wordSpanAt } from './items.ts';
import { checkSet } from './judge.ts';
import { readInteger } from './numbers.ts';
import { unnoticedFlaw } from './unnoticed.ts';
import type { ValueBehaviour } from './value-kind.ts';

/** `CapabilityBoundingSet=` and `AmbientCapabilities=`. */
export const capabilitySet: ValueBehaviour = {
	check: checkSet(judgeCapability, { quoting: { unquote: true, relax: true } }),
	complete: (value, offset, context) => wordItems(value, offset, context, capabilityDrafts, /[\s~]/),
	describe: (value, offset) => {
		const span = wordSpanAt(value, offset, /[\s~]/);
		const text = capabilities[value.slice(span.start, span.end).toUpperCase()];
		return text === undefined ? undefined : { span, text };
	},
};

/** Items for every capability. */
export const capabilityDrafts: readonly ItemDraft[] = capabilityNames.map((label) => ({
	label,
	detail: capabilities[label] ?? '',
}));

/** The flaw of a text that is no capability; systemd takes any case, and numbers. */
export function judgeCapability(text: string): Flaw | undefined {
	if (text.toUpperCase() in capabilities) return undefined;
	const number = readInteger(text);
	if (typeof number === 'number' && number >= 0 && number < 63) return undefined;
	const flaw = unnoticedFlaw(text, 'capability', capabilityNames);
	const bare = `CAP_${text.toUpperCase()}`;
	if (bare in capabilities) return { ...flaw, effect: 'misled', instead: bare };
	return /^CAP_/i.test(text) ? { ...flaw, effect: 'misled' } : flaw;
}
