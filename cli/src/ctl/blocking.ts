// How long to wait for units, with fleetctl's flags. One attempt of fleetctl v1.0.0 is two seconds.

import { type OptionTable, UsageError } from '../arguments.ts';

/** The flags of commands that wait. */
export const blockOptions = {
	'no-block': { type: 'boolean', help: 'do not wait' },
	'block-attempts': {
		type: 'string',
		value: 'N',
		help: 'wait N times two seconds at most; 0, the default, as long as it takes',
	},
} as const satisfies OptionTable;

/** The wish to wait, as operations take it. Throws `UsageError`. */
export function readBlocking(values: { readonly [Name in keyof typeof blockOptions]?: string | boolean }): {
	readonly wait?: boolean;
	readonly timeout?: number;
} {
	const attempts = values['block-attempts'];
	const count = readCount('block-attempts', typeof attempts === 'string' ? attempts : undefined);
	return { wait: values['no-block'] !== true, ...(count !== undefined && count > 0 && { timeout: count * 2_000 }) };
}

/** A flag that is a whole number. Throws `UsageError`. */
export function readCount(name: string, value: string | undefined): number | undefined {
	if (value === undefined) return undefined;
	if (/^\d{1,9}$/.test(value)) return Number(value);
	throw new UsageError(`--${name}: \`${value}\` is no whole number`);
}

/** A flag that is a number of seconds, as milliseconds. Throws `UsageError`. */
export function readSeconds(name: string, value: string | undefined): number | undefined {
	if (value === undefined) return undefined;
	if (/^\d{1,6}(\.\d+)?$/.test(value)) return Number(value) * 1000;
	throw new UsageError(`--${name}: \`${value}\` is no number of seconds`);
}
