// The journal of one machine: lines as they were written, and programs that talk on. What a program says again and
// again is not stored but counted out when it is read, so that a cluster that idles does no work.

import type { JournalLine, JournalOptions } from '../../model.ts';
import { withEntry } from '../maps.ts';
import type { Said } from './moment.ts';
import type { Run } from './plan.ts';

/** By unit. */
export type Journal = ReadonlyMap<string, UnitJournal>;

/** What was written of one unit, oldest first. */
export interface UnitJournal {
	readonly lines: readonly Entry[];
	readonly talks: readonly Talk[];
}

/** A line. */
export interface Entry {
	readonly at: number;
	readonly by: string;
	readonly pid: number;
	readonly text: string;
	readonly priority: number;
}

/** A program that says the same from time to time. */
export interface Talk {
	readonly from: number;
	/** Absent as long as it goes on. */
	readonly until?: number;
	readonly every: number;
	readonly by: string;
	readonly pid: number;
	readonly text: string;
}

/** Who writes, and when. systemd itself is process 1. */
export interface Writer {
	readonly at: number;
	readonly pid: number | undefined;
}

/** The journal with more lines of a unit. */
export function writeLines(journal: Journal, unit: string, said: readonly Said[], { at, pid }: Writer): Journal {
	if (said.length === 0) return journal;
	const known = journal.get(unit) ?? empty;
	const lines = said.map(({ by, text, priority = 6 }) => ({
		at,
		by,
		pid: by === 'systemd' ? 1 : (pid ?? 1),
		text: fillIn(text, at),
		priority,
	}));
	return withEntry(journal, unit, { ...known, lines: [...known.lines, ...lines].slice(-mostLines) });
}

/** A program begins to talk, if it is one that does. */
export function beginTalk(
	journal: Journal,
	unit: string,
	{ run, pid }: { readonly run: Run; readonly pid: number },
	at: number,
): Journal {
	if (run.talk === undefined) return journal;
	const known = journal.get(unit) ?? empty;
	const talk = { from: at, by: run.program, pid, ...run.talk };
	return withEntry(journal, unit, { ...known, talks: [...known.talks, talk].slice(-mostTalks) });
}

/** Whatever talks in a unit falls silent. */
export function endTalks(journal: Journal, unit: string, at: number): Journal {
	const known = journal.get(unit);
	if (known === undefined || known.talks.every(({ until }) => until !== undefined)) return journal;
	const talks = known.talks.map((talk) => (talk.until === undefined ? { ...talk, until: at } : talk));
	return withEntry(journal, unit, { ...known, talks });
}

/** A unit's lines up to now, oldest first. */
export function readJournal(
	journal: Journal,
	unit: string,
	machineId: string,
	options: Omit<JournalOptions, 'follow'>,
	now: number,
): readonly JournalLine[] {
	const known = journal.get(unit) ?? empty;
	const spoken = known.talks.flatMap((talk) => spokenLines(talk, now));
	const entries = [...known.lines, ...spoken].sort((a, b) => a.at - b.at);
	const wanted = numbered(entries)
		.filter(({ entry }) => entry.priority <= (options.priority ?? 7) && entry.at > (options.since ?? -1))
		.filter(({ cursor }) => options.afterCursor === undefined || isAfter(cursor, options.afterCursor));
	const last = options.lines === undefined ? wanted : wanted.slice(Math.max(0, wanted.length - options.lines));
	return last.map(({ entry, cursor }) => toLine(entry, unit, machineId, cursor));
}

const empty: UnitJournal = { lines: [], talks: [] };
const mostLines = 500;
const mostTalks = 20;

function spokenLines({ from, until = Number.POSITIVE_INFINITY, every, ...talk }: Talk, now: number): readonly Entry[] {
	const count = Math.floor((Math.min(until, now) - from) / every);
	const first = Math.max(1, count - mostLines);
	return Array.from({ length: Math.max(0, count - first + 1) }, (_, nth) => {
		const at = from + (first + nth) * every;
		return { at, by: talk.by, pid: talk.pid, text: fillIn(talk.text, at), priority: 6 };
	});
}

/** `$(date +%s)` and `$(date)` of scripts. */
function fillIn(text: string, at: number): string {
	return text
		.replaceAll('$(date +%s)', String(Math.floor(at / 1000)))
		.replace(/\$\(date\)|`date`/g, new Date(at).toUTCString());
}

// The cursor is the time of a line and its number among those of that time, so that it stays as older lines go.
function numbered(entries: readonly Entry[]): readonly { readonly entry: Entry; readonly cursor: string }[] {
	let before: number | undefined;
	let number = 0;
	return entries.map((entry) => {
		number = entry.at === before ? number + 1 : 0;
		before = entry.at;
		return { entry, cursor: `${entry.at}.${number}` };
	});
}

function isAfter(cursor: string, other: string): boolean {
	const [at = 0, number = 0] = cursor.split('.').map(Number);
	const [otherAt = 0, otherNumber = 0] = other.split('.').map(Number);
	return at > otherAt || (at === otherAt && number > otherNumber);
}

function toLine({ at, by, pid, text, priority }: Entry, unit: string, machineId: string, cursor: string): JournalLine {
	return { at, unit, machineId, message: text, priority, identifier: by, pid, cursor };
}
