// Reads that are tried again, and those that are not.

import { expect, test, vi } from 'vitest';
import { ClusterError } from '../../../cluster/src/errors.ts';
import { pauseAfter, retryReads } from '../../../cluster/src/transport/retry.ts';
import { eventually, failure, never } from './servers.ts';

const wait = () => Promise.resolve();
const refused = new ClusterError('unreachable', 'nobody listens there');
const brokenCause = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
const broken = new ClusterError('protocol', 'the connection was closed', { sent: true, cause: brokenCause });

test.each([refused, broken])('a read is tried again when $message', async (error) => {
	const read = vi.fn().mockRejectedValueOnce(error).mockRejectedValueOnce(error).mockResolvedValue('units');
	expect(await retryReads(read, never, { wait })).toBe('units');
	expect(read).toHaveBeenCalledTimes(3);
});

test('the last failure is told when no try succeeds', async () => {
	const read = vi.fn().mockRejectedValue(refused);
	expect(await failure(retryReads(read, never, { wait, attempts: 4 }))).toBe('unreachable: nobody listens there');
	expect(read).toHaveBeenCalledTimes(4);
});

test.each(['timeout', 'denied', 'host-key', 'protocol', 'not-found', 'refused'] as const)(
	'a read is not tried again after %s',
	async (kind) => {
		const read = vi.fn().mockRejectedValue(new ClusterError(kind, 'no'));
		await failure(retryReads(read, never, { wait }));
		expect(read).toHaveBeenCalledTimes(1);
	},
);

test('a fault of ours is not tried again', async () => {
	const read = vi.fn().mockRejectedValue(new TypeError('a bug'));
	await expect(retryReads(read, never, { wait })).rejects.toThrow('a bug');
	expect(read).toHaveBeenCalledTimes(1);
});

test('giving up ends the pause', async () => {
	const giveUp = new AbortController();
	const read = vi.fn().mockRejectedValue(refused);
	const call = failure(retryReads(read, giveUp.signal, { firstPause: 600_000 }));
	await eventually(() => expect(read).toHaveBeenCalled());
	giveUp.abort();
	expect(await call).toBe('cancelled: the call was cancelled');
});

test('pauses double up to the longest, half of each by chance', () => {
	const pauses = (random: number) =>
		[1, 2, 3, 4, 5].map((attempt) =>
			pauseAfter(attempt, { firstPause: 100, longestPause: 1_000, random: () => random }),
		);
	expect(pauses(0)).toEqual([50, 100, 200, 400, 500]);
	expect(pauses(1)).toEqual([100, 200, 400, 800, 1_000]);
});
