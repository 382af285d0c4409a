// journalctl(1) → lines of a journal: the words that ask for them, and what its JSON means. A field is a text, a list of
// bytes where it is no UTF-8, `null` where it is too large, or a list of these where it was given several times.

import { DecodeFault, decodeJson, type Fields, toObject } from './decode.ts';
import { ClusterError } from './errors.ts';
import type { JournalLine, JournalOptions } from './model.ts';

/** The command that prints a unit's journal, a JSON object a line. */
export function journalCommand(unit: string, options: JournalOptions): readonly string[] {
	const { lines, follow = false, since, priority, afterCursor } = options;
	return [
		...['journalctl', `--unit=${unit}`, '--output=json', '--all', '--no-pager'],
		...(lines === undefined ? [] : [`--lines=${lines}`]),
		// On its own, `--follow` begins with the last ten lines.
		...(follow ? ['--follow', ...(lines === undefined ? ['--no-tail'] : [])] : []),
		...(priority === undefined ? [] : [`--priority=${priority}`]),
		// A cursor is the more exact of the two, and journalctl takes one of them only.
		...(afterCursor === undefined ? sinceOption(since) : [`--after-cursor=${afterCursor}`]),
	];
}

/**
 * What journalctl printed, line by line. What is no JSON object, such as `-- Reboot --` or a greeting of the shell, is
 * left out. Throws `ClusterError` of the kind `protocol` for an object that makes no sense.
 */
export async function* journalLines(
	printed: AsyncIterable<string>,
	unit: string,
	machineId: string,
): AsyncGenerator<JournalLine> {
	for await (const line of printed) {
		if (line.startsWith('{')) yield toJournalLine(line, unit, machineId);
	}
}

/** One line of journalctl's JSON. */
export function toJournalLine(text: string, unit: string, machineId: string): JournalLine {
	try {
		return decodeJson(text, 'the line', (value, place) => ({ unit, machineId, ...toLine(toObject(value, place)) }));
	} catch (error) {
		if (!(error instanceof DecodeFault)) throw error;
		throw new ClusterError('protocol', `the journal of \`${unit}\` makes no sense: ${error.message}`, { cause: error });
	}
}

function sinceOption(since: number | undefined): readonly string[] {
	return since === undefined ? [] : [`--since=@${(since / 1000).toFixed(3)}`];
}

function toLine(fields: Fields): Omit<JournalLine, 'unit' | 'machineId'> {
	const field = (name: string): string | undefined => toFieldText(fields[name]);
	const microseconds = Number(field('__REALTIME_TIMESTAMP'));
	if (!Number.isFinite(microseconds)) throw new DecodeFault('its __REALTIME_TIMESTAMP is no number');
	const identifier = field('SYSLOG_IDENTIFIER') ?? field('_COMM');
	const pid = Number(field('_PID') ?? field('SYSLOG_PID'));
	const cursor = field('__CURSOR');
	return {
		at: microseconds / 1000,
		message: field('MESSAGE') ?? '',
		priority: toPriority(field('PRIORITY')),
		...(identifier !== undefined && { identifier }),
		...(Number.isInteger(pid) && { pid }),
		...(cursor !== undefined && { cursor }),
	};
}

/** Lines that name no priority are informational, as in syslog(3). */
function toPriority(text: string | undefined): number {
	const priority = Number(text ?? 'none');
	return Number.isInteger(priority) && priority >= 0 && priority <= 7 ? priority : 6;
}

function toFieldText(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	if (!Array.isArray(value)) return undefined;
	if (value.every((item): item is number => typeof item === 'number')) return Buffer.from(value).toString('utf8');
	return value.map((item) => toFieldText(item) ?? '').join('\n');
}
