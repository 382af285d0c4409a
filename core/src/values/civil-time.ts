// Days and times of the Gregorian calendar as numbers, without clock and zone. Proleptic, as systemd counts.

/** A date with a time of day. `second` counts microseconds of its minute. */
export interface CivilTime {
	readonly year: number;
	/** From 1. */
	readonly month: number;
	/** From 1. */
	readonly day: number;
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
}

const dayLength = 86_400_000_000;

/** Microseconds between 1970 and a date and time, as if there were no zones. */
export function toMicroseconds({ year, month, day, hour, minute, second }: CivilTime): number {
	return daysBefore(year, month, day) * dayLength + (hour * 60 + minute) * 60_000_000 + second;
}

/** The date and time so many microseconds after 1970, as if there were no zones. */
export function fromMicroseconds(microseconds: number): CivilTime {
	const days = Math.floor(microseconds / dayLength);
	const rest = microseconds - days * dayLength;
	return {
		...dateOf(days),
		hour: Math.floor(rest / 3_600_000_000),
		minute: Math.floor(rest / 60_000_000) % 60,
		second: rest % 60_000_000,
	};
}

/** The weekday of a date; Monday is 0. */
export function weekdayOf(year: number, month: number, day: number): number {
	return (((daysBefore(year, month, day) + 3) % 7) + 7) % 7;
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
	return month === 12 ? 31 : daysBefore(year, month + 1, 1) - daysBefore(year, month, 1);
}

// Years begin in March here, so that the leap day is the last of its year; an era has 400 of them.
const eraDays = 146_097;

function daysBefore(year: number, month: number, day: number): number {
	const from = month <= 2 ? year - 1 : year;
	const era = Math.floor(from / 400);
	const yearOfEra = from - era * 400;
	const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * eraDays + dayOfEra - 719_468;
}

function dateOf(days: number): Pick<CivilTime, 'year' | 'month' | 'day'> {
	const shifted = days + 719_468;
	const era = Math.floor(shifted / eraDays);
	const dayOfEra = shifted - era * eraDays;
	const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
	const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
	const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
	return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
