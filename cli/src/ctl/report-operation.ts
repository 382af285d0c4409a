// An operation as it goes and as it ended: fleetctl's lines on standard output, everything else on standard error, and
// one moving line for whoever looks at a terminal. As JSON, only the end, whole.

import type { OperationEvent } from '../../../cluster/src/operations/context.ts';
import { isGood, type OperationResult, type UnitResult } from '../../../cluster/src/operations/outcome.ts';
import { complain, tell } from '../say.ts';
import { visible } from '../visible.ts';
import { account } from './account.ts';
import type { Call } from './ctl-command.ts';
import { giveUpCode } from './exit-codes.ts';
import { openLiveLine } from './live-line.ts';
import { outcomeLines, type Verb } from './outcome-lines.ts';
import { printJson } from './print-json.ts';
import { resultAsJson } from './result-json.ts';
import { unitWords } from './unit-words.ts';

/** Tells of one operation. */
export interface OperationReport {
	readonly report: (event: OperationEvent) => void;
	/** Tells how it ended, and gives the exit code. */
	readonly end: (results: OperationResult) => number;
}

/** Begins to tell of an operation. */
export function reportOperation(
	verb: Verb,
	{ io, settings, signal }: Pick<Call, 'io' | 'settings' | 'signal'>,
): OperationReport {
	const live = openLiveLine(io.stderr);
	const isJson = settings.format === 'json';
	const say = (line: string) => {
		live.clear();
		if (!isJson) io.stdout.write(`${visible(line)}\n`);
	};
	const note = (line: string) => {
		live.clear();
		tell(io, line);
	};
	return {
		report: (event) => {
			if (event.kind === 'seen') live.show(`${event.view.name}: ${unitWords(event.view)}`);
			else if (event.kind === 'stored') storedLines(verb, event).forEach(say);
			else if (event.kind === 'finished') tellEnd(verb, event, say, note);
			else for (const line of eventLines(event)) note(line);
		},
		end: (results) => {
			live.clear();
			if (isJson) printJson(io, results.map(resultAsJson));
			if (signal.aborted) for (const line of account(results)) tell(io, line);
			return exitCodeOf(results, signal);
		},
	};
}

/** 0 when every unit is as asked, 1 when one is not, and what shells expect when the user gave up. */
function exitCodeOf(results: OperationResult, signal: AbortSignal): number {
	if (results.every(({ outcome }) => isGood(outcome))) return 0;
	return signal.aborted ? giveUpCode : 1;
}

/** Names and globs that meant nothing are told, and are no failure, as with fleetctl. */
export function tellMissing(missing: readonly string[], { io }: Pick<Call, 'io'>): void {
	if (missing.length > 0) complain(io, `not in the registry: ${missing.join(', ')}`);
}

function tellEnd(verb: Verb, end: UnitResult, say: (line: string) => void, note: (line: string) => void): void {
	const { out, err } = outcomeLines(verb, end);
	out.forEach(say);
	err.forEach(note);
}

/** fleetctl prints the first for each unit that it makes; here it is told only where the unit stays so. */
function storedLines(verb: Verb, { name, write }: Extract<OperationEvent, { kind: 'stored' }>): readonly string[] {
	if (write === 'created' && verb === 'submit') return [`Unit ${name} inactive`];
	return write === 'unchanged' ? [`Found same Unit(${name}) in Registry, nothing to do`] : [];
}

function eventLines(event: OperationEvent): readonly string[] {
	switch (event.kind) {
		case 'warning':
			return [`warning: ${event.message}`];
		case 'differs':
			return [
				`WARNING: Unit ${event.name} in registry differs from local unit file ${event.file}. Add --replace to override.`,
			];
		case 'trouble':
			return [`the cluster does not answer (${event.error.message}); still trying`];
		case 'recovered':
			return ['the cluster answers again'];
		case 'batch':
			return [`${event.done} of ${event.total} done; now ${event.names.join(', ')}`];
		default:
			return [];
	}
}
