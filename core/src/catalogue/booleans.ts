// The words that systemd reads as yes and no, in any case (parse_boolean() of systemd, systemd.syntax(7)).

/** Every word for a truth value, in lower case. */
export const booleanWords: ReadonlyMap<string, boolean> = new Map([
	['1', true],
	['yes', true],
	['y', true],
	['true', true],
	['t', true],
	['on', true],
	['0', false],
	['no', false],
	['n', false],
	['false', false],
	['f', false],
	['off', false],
]);

/** Words that people write for a truth value, and systemd does not take. */
export const mistakenBooleans: ReadonlyMap<string, 'yes' | 'no'> = new Map([
	['enable', 'yes'],
	['enabled', 'yes'],
	['active', 'yes'],
	['always', 'yes'],
	['disable', 'no'],
	['disabled', 'no'],
	['inactive', 'no'],
	['none', 'no'],
	['never', 'no'],
	['null', 'no'],
]);
