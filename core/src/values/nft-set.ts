// Sets of the firewall that systemd fills: `source:family:table:set`.

import { nearest } from '../catalogue/nearest.ts';
import type { Flaw } from './fault.ts';
import { checkWords } from './judge.ts';
import { plain } from './quote.ts';
import { noItems, type ValueBehaviour } from './value-kind.ts';

/** `NFTSet=`. */
export const nftSet: ValueBehaviour = {
	check: checkWords(judgeSet),
	complete: () => noItems,
	describe: () => undefined,
};

const sources = ['cgroup', 'user', 'group'];
const families = ['arp', 'bridge', 'inet', 'ip', 'ip6', 'netdev'];

function judgeSet(text: string): Flaw | undefined {
	const [source = '', family = '', table = '', set = '', ...rest] = text.split(':');
	if (set === '' || rest.length > 0)
		return { what: `\`${plain(text)}\` is no set of the firewall`, advice: 'write `source:family:table:set`' };
	if (!sources.includes(source)) return unknown(source, 'source of a set', sources);
	if (!families.includes(family)) return unknown(family, 'family of the firewall', families);
	const wrong = [table, set].find((name) => !/^[A-Za-z][A-Za-z0-9/\\_.]{0,30}$/.test(name));
	return wrong === undefined
		? undefined
		: { what: `\`${plain(wrong)}\` is no name of a table or set`, advice: 'use letters and digits, a letter first' };
}

function unknown(text: string, noun: string, known: readonly string[]): Flaw {
	const near = nearest(text, known);
	return {
		what: `\`${plain(text)}\` is no ${noun}`,
		advice: near === undefined ? `use one of ${known.join(', ')}` : `did you mean \`${near}\`?`,
	};
}
