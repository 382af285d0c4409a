// Lists of IP addresses and networks: `10.0.0.0/8 ::1`, and names for some.

import type { Flaw } from './fault.ts';
import { addressFamilyOf } from './ip-address.ts';
import { wordItems } from './items.ts';
import { checkWords } from './judge.ts';
import { readUnsigned } from './numbers.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour } from './value-kind.ts';

/** `IPAddressAllow=` and `IPAddressDeny=`. */
export const ipPrefix: ValueBehaviour = {
	check: checkWords(judgePrefix, { quoting: {} }),
	complete: (value, offset, context) =>
		wordItems(
			value,
			offset,
			context,
			Object.entries(names).map(([label, detail]) => ({ label, detail })),
		),
	describe: () => undefined,
};

const names: Readonly<Record<string, string>> = {
	any: '0.0.0.0/0 ::/0',
	localhost: '127.0.0.0/8 ::1/128',
	'link-local': '169.254.0.0/16 fe80::/64',
	multicast: '224.0.0.0/4 ff00::/8',
};

function judgePrefix(text: string): Flaw | undefined {
	if (text in names) return undefined;
	const slash = text.indexOf('/');
	const address = slash === -1 ? text : text.slice(0, slash);
	const family = addressFamilyOf(address);
	if (family === undefined)
		return { what: `\`${plain(address)}\` is no IP address`, advice: 'write one such as `10.0.0.0/8`' };
	if (slash === -1) return undefined;
	const length = readUnsigned(text.slice(slash + 1));
	const most = family === 'ipv4' ? 32 : 128;
	if (typeof length === 'number' && length <= most) return undefined;
	return { what: `\`${plain(text)}\` has no length of a network`, advice: `it goes up to ${most}` };
}
