// Texts that systemd takes as they are: descriptions, labels, patterns. Only specifiers and escapes can be wrong in
// them. Kinds that another part of the house judges, or nobody any more, stand here, too.

import { extractWord } from '../syntax/quoting.ts';
import { checkWhole } from './judge.ts';
import { noFaults, noItems, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** Any text. */
export const text: ValueBehaviour = {
	check: (value, context) => (isRebootArgument(context) ? checkRebootArgument : checkAny)(value, context),
	complete: () => noItems,
	describe: () => undefined,
};

/** The old place of the key, [Service], takes anything. */
function isRebootArgument({ directive, section, release }: ValueContext): boolean {
	return section === 'Unit' && directive.key.endsWith('RebootArgument') && release >= rebootArgumentSince;
}

/** First release that looks at it. */
const rebootArgumentSince = 248;

const checkAny = checkWhole(() => undefined);

/** `RebootArgument=`: plain ASCII, as the kernel gets it. */
const checkRebootArgument = checkWhole((value) =>
	/^[\x01-\x7f]{1,255}$/.test(value)
		? undefined
		: { what: 'the text for the reboot is not plain ASCII, or too long', advice: 'write at most 255 such characters' },
);

/** A text with C escapes. */
export const escapedText: ValueBehaviour = {
	check: checkWhole((value) =>
		hasWrongEscape(value)
			? { what: 'a backslash begins no escape that systemd knows', advice: 'double it' }
			: undefined,
	),
	complete: () => noItems,
	describe: () => undefined,
};

/** Whatever: nobody reads the value, or rules of fleet judge it. */
export const anything: ValueBehaviour = {
	check: () => noFaults,
	complete: () => noItems,
	describe: () => undefined,
};

/** Whether a backslash of a text begins no escape. */
export function hasWrongEscape(value: string): boolean {
	if (!value.includes('\\')) return false;
	return extractWord(value, 0, { separators: '\0', cUnescape: true }).kind === 'fault';
}
