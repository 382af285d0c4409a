// The words of calendar expressions: shorthands and weekdays ("Calendar Events" in systemd.time(7)).

/** What each shorthand stands for; systemd takes them in any case. */
export const calendarShorthands: Readonly<Record<string, string>> = {
	minutely: '*-*-* *:*:00',
	hourly: '*-*-* *:00:00',
	daily: '*-*-* 00:00:00',
	weekly: 'Mon *-*-* 00:00:00',
	monthly: '*-*-01 00:00:00',
	quarterly: '*-01,04,07,10-01 00:00:00',
	semiannually: '*-01,07-01 00:00:00',
	'semi-annually': '*-01,07-01 00:00:00',
	biannually: '*-01,07-01 00:00:00',
	'bi-annually': '*-01,07-01 00:00:00',
	yearly: '*-01-01 00:00:00',
	annually: '*-01-01 00:00:00',
	// systemd knows this misspelling, too.
	anually: '*-01-01 00:00:00',
};

/** The weekdays, Monday first, as they are printed. */
export const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Their full names, in the same order. */
export const weekdayFullNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
