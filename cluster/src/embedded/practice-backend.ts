// A practice cluster as a backend, from wherever its server is reached: fleet's API like that of any other cluster, and
// journals and status over the server's extra paths, since there is no machine to log in to.

import type { ClusterBackend, CommandResult } from '../backend.ts';
import { type Decoder, decodeJson, toNumber, toObject, toText } from '../decode.ts';
import { ClusterError, isClusterError } from '../errors.ts';
import { createFleetApi } from '../fleet-api/backend.ts';
import type { JournalLine, JournalOptions } from '../model.ts';
import { linesOf } from '../transport/lines.ts';
import type { Transport } from '../transport/transport.ts';
import { practicePath, throwIfRefused } from './practice-request.ts';

/** The backend of a practice cluster. Its capabilities are fleet's, and `journal` and `status`. */
export function createPracticeBackend(transport: Transport, label: string = transport.label): ClusterBackend {
	const api = createFleetApi({ transport, label });
	return {
		...api,
		capabilities: new Set([...api.capabilities, 'journal', 'status'] as const),
		journal: (unit, machine, options, signal) => journal(transport, { unit, machine, options }, signal),
		status: (unit, machine, signal) => status(transport, { unit, machine }, signal),
		shellCommand: () => Promise.reject(noShell()),
	};
}

function noShell(): ClusterError {
	return new ClusterError(
		'refused',
		'the machines of a practice cluster are simulated: there is nothing to log in to',
		{
			advice: 'look at the journal and the status of its units',
		},
	);
}

interface Asked {
	readonly unit: string;
	readonly machine: string;
}

async function status(transport: Transport, asked: Asked, signal: AbortSignal): Promise<CommandResult> {
	const { status: code, body } = await transport.send(
		{ method: 'GET', path: practicePath('/status', { ...asked }) },
		signal,
	);
	throwIfRefused(code, body);
	return decodeJson(body, 'the answer', toCommandResult);
}

async function* journal(
	transport: Transport,
	{ unit, machine, options }: Asked & { readonly options: JournalOptions },
	signal: AbortSignal,
): AsyncGenerator<JournalLine> {
	const path = practicePath('/journal', { unit, machine, ...toQuery(options) });
	try {
		const { status: code, chunks } = await transport.open({ method: 'GET', path }, signal);
		for await (const line of linesOf(chunks, longestLine)) {
			throwIfRefused(code, line);
			yield decodeJson(line, 'a line of the journal', toJournalLine);
		}
	} catch (error) {
		// Whoever follows a journal ends it by giving up.
		if (!(options.follow && signal.aborted && isClusterError(error, 'cancelled'))) throw error;
	}
}

/** Bytes. */
const longestLine = 1024 * 1024;

function toQuery({ lines, follow, since, priority, afterCursor }: JournalOptions): Record<string, string | undefined> {
	return {
		lines: lines?.toString(),
		since: since?.toString(),
		priority: priority?.toString(),
		after: afterCursor,
		follow: follow ? '1' : undefined,
	};
}

const toCommandResult: Decoder<CommandResult> = (value, place) => {
	const fields = toObject(value, place);
	return {
		exitCode: toNumber(fields['exitCode'], `${place}.exitCode`),
		stdout: toText(fields['stdout'], `${place}.stdout`),
		stderr: toText(fields['stderr'], `${place}.stderr`),
	};
};

const toJournalLine: Decoder<JournalLine> = (value, place) => {
	const fields = toObject(value, place);
	return {
		at: toNumber(fields['at'], `${place}.at`),
		unit: toText(fields['unit'], `${place}.unit`),
		machineId: toText(fields['machineId'], `${place}.machineId`),
		message: toText(fields['message'], `${place}.message`),
		priority: toNumber(fields['priority'], `${place}.priority`),
		identifier: toText(fields['identifier'], `${place}.identifier`),
		pid: toNumber(fields['pid'], `${place}.pid`),
		cursor: toText(fields['cursor'], `${place}.cursor`),
	};
};
