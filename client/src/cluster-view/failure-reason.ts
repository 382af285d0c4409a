// Why a unit failed, read from what `systemctl status` prints. fleet itself only says that it failed. What is printed in
// another way than systemd's own gives no reason, and no wrong one.

import { exitMeanings, resultMeanings } from './failure-words.ts';

/** The reason in a few words, such as `exited with 203/EXEC: the program is not there or cannot be run`. */
export function failureReason(status: string): string | undefined {
	return loadReason(status) ?? processReason(status) ?? resultReason(status);
}

/** What systemd could not even load says so itself. */
function loadReason(status: string): string | undefined {
	const [, load, reason] = /^\s*Loaded: ([\w-]+) \(Reason: ([^;)]+)/m.exec(status) ?? [];
	return load === undefined || reason === undefined ? undefined : `${load}: ${reason.trim().replace(/\.$/, '')}`;
}

/** How its last process ended; the last line that says so counts. */
function processReason(status: string): string | undefined {
	const ends = [...status.matchAll(/code=(exited|killed|dumped), status=(\d+)\/(\w+)/g)];
	const [, code, number, name] = ends.findLast(([, , one]) => one !== '0') ?? [];
	if (number === undefined || name === undefined) return undefined;
	if (code !== 'exited') return `killed by the signal ${name}${code === 'dumped' ? ', with a core dump' : ''}`;
	const meaning = exitMeanings.get(number);
	// What a program itself ends with has no name but FAILURE, or n/a.
	const shown = name === 'FAILURE' || name === 'n' ? number : `${number}/${name}`;
	return meaning === undefined ? `exited with ${shown}` : `exited with ${shown}: ${meaning}`;
}

function resultReason(status: string): string | undefined {
	const results = [...status.matchAll(/(?:Result: |Failed with result ')([\w-]+)/g)].map(([, one = '']) => one);
	const last = results.findLast((one) => one !== 'success');
	return last === undefined ? undefined : (resultMeanings.get(last) ?? last);
}
