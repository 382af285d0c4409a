// Network interfaces by name (ifname_valid() of systemd).

import type { Flaw } from './fault.ts';
import { checkSet, checkWhole } from './judge.ts';
import { readUnsigned } from './numbers.ts';
import { plain } from './quote.ts';
import { noItems, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `BindToDevice=` and `BindNetworkInterface=`. `*` was once the way to say “none”. */
export const interfaceName: ValueBehaviour = {
	check: checkWhole((text, { directive, release }) => {
		const bindsSocket = directive.key === 'BindToDevice';
		return text === '*' && bindsSocket ? undefined : judgeName(text, bindsSocket ? 15 : 127, release);
	}),
	complete: () => noItems,
	describe: () => undefined,
};

/** `RestrictNetworkInterfaces=`. */
export const interfaceSet: ValueBehaviour = {
	check: checkSet((text, { release }: ValueContext) =>
		judgeName(text, release < alternativeNamesSince ? 15 : 127, release),
	),
	complete: () => noItems,
	describe: () => undefined,
};

/** First release that takes the longer alternative names. */
const alternativeNamesSince = 257;

// These name all interfaces in the kernel's own settings.
const reserved: ReadonlySet<string> = new Set(['all', 'default']);
const reservedSince = 248;

function judgeName(text: string, most: number, release: number): Flaw | undefined {
	const what = `\`${plain(text)}\` is no name of a network interface`;
	if (text.length > most) return { what, advice: `it has ${most} characters at the most` };
	const fine = /^[\x21-\x7e]+$/.test(text) && !/[:/]/.test(text) && !isReserved(text, release);
	return fine ? undefined : { what, advice: 'write one such as `eth0`' };
}

/** Numbers, which are indices, and names of the kernel's own; old releases look at plain numbers and dots only. */
function isReserved(text: string, release: number): boolean {
	if (/^(?:\d+|\.{1,2})$/.test(text)) return true;
	if (release < reservedSince) return false;
	return reserved.has(text) || text.includes('%') || typeof readUnsigned(text) === 'number';
}
