// Rows in words, as they are seen, copied and saved. Times are those of whoever looks.

import type { GapRow, LineRow, Row } from '../../client/src/journal/rows.ts';

/** Who is meant by the number of a journal: `web@1 on 08bb6dd0`. */
export type LabelOf = (source: number) => string;

/** The line as text: `2026-11-23 04:55:53.120 web@1 on 08bb6dd0 docker[12]: ready`. Line ends stay in it. */
export function rowText(row: Row, labelOf: LabelOf): string {
	const time = `${dateText(row.at)} ${timeText(row.at)}`;
	const label = labelOf(row.source);
	if (row.kind === 'gap') return `${time} ${label} --- ${gapText(row)} ---`;
	const urgency = urgencyOf(row.priority);
	return `${time} ${label} ${urgency === '' ? '' : `${urgency}: `}${contentText(row)}`;
}

/** What is searched, and stands behind label and urgency: `docker[12]: ready`. */
export function contentText({ from, text }: LineRow): string {
	return from === '' ? text : `${from}: ${text}`;
}

/** `connection lost 12:03:04, back 12:03:09, none are missing`. */
export function gapText({ lostAt, backAt, missing, reason }: GapRow): string {
	const lost = `connection lost ${clockText(lostAt)}`;
	if (backAt === undefined) return `${lost}: ${reason}`;
	const lines = missing === 'none' ? 'none are missing' : 'lines may be missing';
	return `${lost}, back ${clockText(backAt)}, ${lines}`;
}

/** The urgency of lines that are worth a word; syslog(3) has the words. */
export function urgencyOf(priority: number): string {
	return ['emergency', 'alert', 'critical', 'error', 'warning'][priority] ?? '';
}

/** Any urgency in words. */
export function priorityText(priority: number): string {
	return urgencyOf(priority) || ['notice', 'informational', 'debug'][priority - 5] || `priority ${priority}`;
}

/** The time in a row: with the day, where that is another than today. */
export function shortTime(at: number, now: number): string {
	const time = timeText(at);
	return dateText(at) === dateText(now) ? time : `${dateText(at)} ${time}`;
}

/** `2026-11-23 04:55:53.120 UTC+1`. */
export function fullTime(at: number): string {
	const minutes = -new Date(at).getTimezoneOffset();
	const rest = minutes % 60 === 0 ? '' : `:${two(Math.abs(minutes) % 60)}`;
	return `${dateText(at)} ${timeText(at)} UTC${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes) / 60)}${rest}`;
}

function dateText(at: number): string {
	const date = new Date(at);
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function timeText(at: number): string {
	return `${clockText(at)}.${String(new Date(at).getMilliseconds()).padStart(3, '0')}`;
}

function clockText(at: number): string {
	const date = new Date(at);
	return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
