// Lines of journals as text: as journalctl(1) prints them with --output=short, short-iso, cat and json. With lines of
// several units or machines, who said it stands in the place of the host.

import type { JournalLine } from '../../../cluster/src/model.ts';

/** How lines are printed. */
export const journalOutputs = ['short', 'short-iso', 'cat', 'json'] as const;

/** One of them. */
export type JournalOutput = (typeof journalOutputs)[number];

/** A line as text, without its end. `place` is the machine as people know it. */
export function journalText(line: JournalLine, output: JournalOutput, place: string): string {
	switch (output) {
		case 'cat':
			return line.message;
		case 'json':
			return JSON.stringify({ ...line, at: new Date(line.at).toISOString() });
		case 'short':
			return `${shortTime(line.at)} ${prefix(line, place)}${line.message}`;
		case 'short-iso':
			return `${isoTime(line.at)} ${prefix(line, place)}${line.message}`;
	}
}

function prefix({ identifier, pid }: JournalLine, place: string): string {
	const who = identifier === undefined ? '' : ` ${identifier}${pid === undefined ? '' : `[${pid}]`}`;
	return `${place}${who}: `;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function shortTime(at: number): string {
	const date = new Date(at);
	const two = (number: number) => String(number).padStart(2, '0');
	const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
	return `${months[date.getMonth()]} ${two(date.getDate())} ${time}`;
}

/** `2026-11-23T04:55:53+0000`, in the zone of whoever reads. */
function isoTime(at: number): string {
	const offset = -new Date(at).getTimezoneOffset();
	const local = new Date(at + offset * 60_000).toISOString().slice(0, 19);
	const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
	return `${local}${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}${two(Math.abs(offset) % 60)}`;
}
