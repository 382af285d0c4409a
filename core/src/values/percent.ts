// Shares: `50%`, with up to two decimals, or in thousandths `5‰` and ten-thousandths `5‱` (parse_permyriad() of
// systemd).

import type { Flaw } from './fault.ts';
import { wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { readInteger } from './numbers.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour, ValueContext } from './value-kind.ts';

/** `CPUQuota=`, which may be more than one CPU, and the pressure limits of systemd-oomd. */
export const percent: ValueBehaviour = {
	check: checkWhole(judgePercent),
	complete: (value, offset, context) =>
		wholeItems(
			value,
			offset,
			context,
			['20%', '50%', '100%'].map((label) => ({ label, detail: '' })),
		),
	describe: (value, _offset, { directive, release }) => {
		const share = readPermyriad(value, release);
		if (share === undefined || directive.key !== 'CPUQuota') return undefined;
		return { span: { start: 0, end: value.length }, text: `the time of ${share / 10_000} CPUs` };
	},
};

/** First release that reads ten-thousandths; those before read thousandths at the finest. */
const permyriadSince = 248;

const signs = [
	{ sign: '%', parts: 100, decimals: 2 },
	{ sign: '‰', parts: 10, decimals: 1 },
	{ sign: '‱', parts: 1, decimals: 0 },
] as const;

/** A share in ten-thousandths, of any size that an `int` holds; `undefined` for texts that are none. */
export function readPermyriad(text: string, release: number): number | undefined {
	const form = signs.find(({ sign }) => text.endsWith(sign));
	if (form === undefined) return undefined;
	const [, whole = '', decimals] = /^(.*?)(?:\.(\d*))?$/.exec(text.slice(0, -1)) ?? [];
	const number = readInteger(whole);
	if (typeof number !== 'number' || number < 0) return undefined;
	const most = release < permyriadSince ? form.decimals - 1 : form.decimals;
	if (most < 0 || (decimals !== undefined && (decimals === '' || decimals.length > most))) return undefined;
	const permyriad = number * form.parts + Number((decimals ?? '').padEnd(form.decimals, '0'));
	return permyriad > 2 ** 31 - 1 ? undefined : permyriad;
}

function judgePercent(text: string, { directive, release }: ValueContext): Flaw | undefined {
	const share = readPermyriad(text, release);
	const fine = directive.key === 'CPUQuota' ? share !== 0 : share === undefined || share <= 10_000;
	if (share !== undefined && fine) return undefined;
	const what = `\`${plain(text)}\` is no percentage`;
	if (/^\d+(\.\d{1,2})?$/.test(text)) return { what, instead: `${text}%`, advice: 'add the `%`' };
	if (share === 0) return { what: 'the share may not be zero', advice: 'write a percentage such as `20%`' };
	return share === undefined
		? { what, advice: 'write one such as `50%`' }
		: { what: `\`${plain(text)}\` is more than the whole`, advice: 'write 100% at the most' };
}
