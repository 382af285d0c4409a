// Links to documentation (documentation_url_is_valid() of systemd).

import type { Flaw } from './fault.ts';
import { wordItems } from './items.ts';
import { checkWords } from './judge.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour } from './value-kind.ts';

/** `Documentation=`. */
export const documentationUri: ValueBehaviour = {
	check: checkWords(judgeUri, { quoting: { unquote: true, retainEscape: true } }),
	complete: (value, offset, context) =>
		wordItems(
			value,
			offset,
			context,
			['https://', 'man:', 'info:', 'file:/', 'http://'].map((label) => ({ label, detail: '' })),
		),
	describe: () => undefined,
};

function judgeUri(text: string): Flaw | undefined {
	if (/^(?:https?:\/\/|file:\/|info:|man:)./.test(text)) return undefined;
	const what = `\`${plain(text)}\` is no link that systemd takes`;
	if (/^www\./.test(text)) return { what, instead: `https://${text}` };
	if (/^[\w.-]+\([1-8]\w*\)$/.test(text)) return { what, instead: `man:${text}` };
	if (text.startsWith('/')) return { what, instead: `file:${text}` };
	return { what, advice: 'begin it with `https://`, `http://`, `man:`, `info:` or `file:/`' };
}
