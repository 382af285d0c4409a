// Which ports may be bound: `any`, or a family, a protocol and ports, each of which may be absent: `ipv4:tcp:80-90`.

import type { Flaw } from './fault.ts';
import { wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { readUnsigned } from './numbers.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour, ValueContext } from './value-kind.ts';

/** `SocketBindAllow=` and `SocketBindDeny=`. */
export const socketBindRule: ValueBehaviour = {
	check: checkWhole(judgeRule),
	complete: (value, offset, context) =>
		wholeItems(value, offset, context, [
			{ label: 'any', detail: 'every port' },
			{ label: 'ipv4:', detail: 'IPv4 only' },
			{ label: 'ipv6:', detail: 'IPv6 only' },
			{ label: 'tcp:', detail: 'TCP only' },
			{ label: 'udp:', detail: 'UDP only' },
		]),
	describe: () => undefined,
};

/** First release that takes port 0. */
const portZeroSince = 257;

function judgeRule(text: string, context: ValueContext): Flaw | undefined {
	if (text === 'any') return undefined;
	const parts = text.split(':');
	if (/^ipv[46]$/.test(parts[0] ?? '')) parts.shift();
	if (/^(?:tcp|udp)$/.test(parts[0] ?? '')) parts.shift();
	if (parts.length === 0 || (parts.length === 1 && isPorts(parts[0] ?? '', text, context))) return undefined;
	return { what: `\`${plain(text)}\` is no rule for ports`, advice: 'write such as `ipv4:tcp:80-90`, or `any`' };
}

function isPorts(text: string, whole: string, { release }: ValueContext): boolean {
	if (text === 'any') return text !== whole;
	const [first = '', last = first, ...rest] = text.split('-');
	const from = readUnsigned(first, 65_535);
	const to = readUnsigned(last, 65_535);
	if (typeof from !== 'number' || typeof to !== 'number' || rest.length > 0) return false;
	return from <= to && (from > 0 || release >= portZeroSince);
}
