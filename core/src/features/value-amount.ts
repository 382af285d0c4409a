// What a value amounts to, in a word or two for an inlay hint: the unit of a bare number, the bits of a mode, the next
// time of a calendar. Nothing where the text says it already.

import type { ValueKind } from '../catalogue/value-kinds.ts';
import { elapses } from '../values/calendar.ts';
import { parseCalendar } from '../values/calendar-parse.ts';
import { octalMode } from '../values/octal-mode.ts';
import { unitOf } from '../values/rlimit.ts';
import { printSize, readSize } from '../values/size.ts';
import { printSpan, readTimeSpan } from '../values/time-span.ts';
import { printLocal } from '../values/time-zone.ts';
import type { ValueContext } from '../values/value-kind.ts';

/** The amount, if there is one to tell of a value that systemd takes. */
export function amountOf(value: string, context: ValueContext): string | undefined {
	return amounts[context.directive.value]?.(value, context);
}

type Amount = (value: string, context: ValueContext) => string | undefined;

const amounts: Readonly<Partial<Record<ValueKind, Amount>>> = {
	calendar: (value, { now }) => {
		const rule = parseCalendar(value);
		if (rule === undefined || now === undefined) return undefined;
		const [next] = elapses(rule, now, 1);
		return next === undefined ? 'never again' : `next ${printLocal(next, now.zone)}`;
	},
	'octal-mode': (value, context) => octalMode.describe(value, 0, context)?.text,
	rlimit: limitAmount,
	'size-iec': bytes,
	'size-or-percent': bytes,
	'size-or-percent-or-infinity': bytes,
	'time-span': (value) => seconds(value),
	'time-span-nsec': (value) => (isBare(value) ? 'ns' : undefined),
};

function isBare(value: string): boolean {
	return /^\d+(?:\.\d+)?$/.test(value);
}

function bytes(value: string): string | undefined {
	const size = isBare(value) ? readSize(value, 1024) : undefined;
	if (typeof size !== 'number') return undefined;
	return size < 1024 ? 'bytes' : `bytes = ${printSize(size, 1024)}`;
}

function seconds(value: string): string | undefined {
	const span = isBare(value) ? readTimeSpan(value) : undefined;
	if (typeof span !== 'number') return undefined;
	return span < 60_000_000 ? 's' : `s = ${printSpan(span)}`;
}

function limitAmount(value: string, { directive }: ValueContext): string | undefined {
	if (!isBare(value)) return undefined;
	switch (unitOf(directive.key)) {
		case 'bytes':
			return bytes(value);
		case 'seconds':
			return seconds(value);
		case 'microseconds':
			return 'µs';
		case 'nice':
		case 'count':
			return undefined;
	}
}
