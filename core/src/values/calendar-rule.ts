// What a calendar expression says, taken apart: for each field of a date and time, the values it may have.

/** Values of one field: one, or from `start` on in steps of `repeat`, up to `stop` if there is one. */
export interface CalendarRange {
	readonly start: number;
	readonly stop?: number;
	readonly repeat?: number;
}

/** A rule for points in time. A field without ranges may have any value. */
export interface CalendarRule {
	/** Monday first; absent: any day. */
	readonly weekdays?: readonly boolean[];
	readonly year: readonly CalendarRange[];
	readonly month: readonly CalendarRange[];
	/** Counted from the end of the month if `endOfMonth`: 1 is the last day. */
	readonly day: readonly CalendarRange[];
	readonly endOfMonth: boolean;
	readonly hour: readonly CalendarRange[];
	readonly minute: readonly CalendarRange[];
	/** In microseconds. */
	readonly second: readonly CalendarRange[];
	/** Absent: the zone of the machine. */
	readonly zone?: string;
}

/** The least and the greatest value of a field; of days also whether they count from the end of the month. */
export type FieldLimits = readonly [least: number, most: number, direction?: 'from-end'];

/** The fields with their limits. Years end where systemd’s do. */
export const calendarLimits = {
	year: [1970, 2199],
	month: [1, 12],
	day: [1, 31],
	hour: [0, 23],
	minute: [0, 59],
	second: [0, 59_999_999],
} as const;

/** The limits of days that are counted from the end of the month, as every month has them. */
export const endOfMonthLimits: FieldLimits = [1, 28, 'from-end'];
