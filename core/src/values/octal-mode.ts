// Permission bits in octal digits: `0750` (parse_mode() of systemd).

import type { Flaw } from './fault.ts';
import { wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour, ValueContext } from './value-kind.ts';

/** Bits that are set, or of `UMask=` those that are cleared. */
export const octalMode: ValueBehaviour = {
	check: checkWhole(judgeMode),
	complete: (value, offset, context) =>
		wholeItems(
			value,
			offset,
			context,
			(context.directive.key === 'UMask' ? masks : modes).map((label) => ({
				label,
				detail: printMode(label, context.directive.key),
			})),
		),
	describe: (value, _offset, { directive }) => {
		if (readMode(value) === undefined) return undefined;
		return { span: { start: 0, end: value.length }, text: printMode(value, directive.key) };
	},
};

/** The bits, at most 07777. */
export function readMode(text: string): number | undefined {
	if (!/^[ \t]*[0-7]+$/.test(text)) return undefined;
	const mode = Number.parseInt(text, 8);
	return mode <= 0o7777 ? mode : undefined;
}

/** Nine letters as `ls` prints them; set-ID and sticky bits in the place of `x`. */
export function printBits(mode: number): string {
	return [6, 3, 0].map((shift, who) => printTriple((mode >> shift) & 7, mode & (0o4000 >> who), who)).join('');
}

const modes = ['0600', '0640', '0644', '0660', '0666', '0700', '0750', '0755'];
const masks = ['0002', '0007', '0022', '0027', '0077'];

function printMode(text: string, key: string): string {
	const mode = readMode(text) ?? 0;
	return key === 'UMask'
		? `new files ${printBits(0o666 & ~mode)}, folders ${printBits(0o777 & ~mode)}`
		: printBits(mode);
}

function printTriple(bits: number, special: number, who: number): string {
	const mark = who === 2 ? 't' : 's';
	const run = bits & 1;
	const last = special === 0 ? (run ? 'x' : '-') : run ? mark : mark.toUpperCase();
	return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${last}`;
}

function judgeMode(text: string, { directive }: ValueContext): Flaw | undefined {
	if (readMode(text) !== undefined) return undefined;
	const what = `\`${plain(text)}\` is no mode of octal digits`;
	if (directive.key === 'UMask') return { what, advice: 'write one such as `0022`' };
	const symbolic = symbolicMode(text);
	return symbolic === undefined ? { what, advice: 'write one such as `0755`' } : { what, instead: symbolic };
}

/** `rwxr-x---` and `0o750` in digits. */
function symbolicMode(text: string): string | undefined {
	const digits = /^0o([0-7]{3,4})$/.exec(text)?.[1];
	if (digits !== undefined) return digits.padStart(4, '0');
	if (!/^(?:[r-][w-][x-]){3}$/.test(text)) return undefined;
	const bits = Array.from(text, (letter) => (letter === '-' ? 0 : 1)).join('');
	return Number.parseInt(bits, 2).toString(8).padStart(4, '0');
}
