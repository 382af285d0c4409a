// Trouble and its end as a watch tells them, over endpoints that play a script.
import { expect, test } from 'vitest';
import type { WatchEvent } from '../../../cluster/src/backend.ts';
import { ClusterError } from '../../../cluster/src/errors.ts';
import { createEtcdBackend } from '../../../cluster/src/etcd/backend.ts';
import type { Pace } from '../../../cluster/src/etcd/batches.ts';
import { createEndpoints } from '../../../cluster/src/etcd/endpoints.ts';
import { watchRegistry } from '../../../cluster/src/etcd/watch.ts';
import type { Transport } from '../../../cluster/src/transport/transport.ts';
import { prefix } from './dumps.ts';
import { printEvent, scriptedEtcd } from './scripted-etcd.ts';

const pace: Pace = { gather: 5, silence: 3_600_000, most: 100 };

/** The kinds of the first events of a watch over some endpoints. */
async function firstKinds(
	transports: readonly [Transport, ...Transport[]],
	count: number,
	at: Pace = pace,
): Promise<readonly string[]> {
	const controller = new AbortController();
	const kinds: string[] = [];
	const watched = { endpoints: createEndpoints(transports), prefix, pace: at };
	for await (const { kind } of watchRegistry(watched, controller.signal)) {
		kinds.push(kind);
		if (kinds.length === count) controller.abort();
	}
	return kinds;
}

/** Fails so often at opening a watch, and then is what it was. */
function failingAtFirst(times: number, transport: Transport): Transport {
	let failures = 0;
	return {
		...transport,
		open: (request, signal) => {
			if (failures === times) return transport.open(request, signal);
			failures++;
			return Promise.reject(new ClusterError('unreachable', 'nobody is there'));
		},
	};
}

const wellBehaved = () =>
	scriptedEtcd([{ index: 5, pieces: [printEvent(6, 'machines/m1/object', '{"ID":"m1"}')] }], {}, 5);

test('one attempt that fails is no trouble', async () => {
	expect(await firstKinds([failingAtFirst(1, wellBehaved())], 2)).toEqual(['snapshot', 'changes']);
});

test('more of them are trouble once, until an endpoint answers', async () => {
	const kinds = await firstKinds([failingAtFirst(4, wellBehaved())], 4);
	expect(kinds).toEqual(['trouble', 'recovered', 'snapshot', 'changes']);
});

test('another endpoint that answers makes it no trouble', async () => {
	const kinds = await firstKinds([failingAtFirst(99, wellBehaved()), wellBehaved()], 2);
	expect(kinds).toEqual(['snapshot', 'changes']);
});

test('a connection that breaks goes on where it was at another endpoint', async () => {
	const breaking = scriptedEtcd([{ index: 5, pieces: [printEvent(6, 'a', '1')], end: 'breaks' }], {}, 5);
	const other = scriptedEtcd([{ index: 7, pieces: [printEvent(7, 'a', '2')] }]);
	expect(await firstKinds([breaking, other], 3)).toEqual(['snapshot', 'changes', 'changes']);
	expect(other.asked[0]).toBe('watch 7');
});

test('silence in which nothing happened is told as no change', async () => {
	const silent = scriptedEtcd(
		[
			{ index: 5, pieces: [] },
			{ index: 5, pieces: [] },
		],
		{},
		5,
	);
	expect(await firstKinds([silent], 2, { ...pace, silence: 5 })).toEqual(['snapshot', 'changes']);
});

test('a backend that is disposed of ends its watches and its ways', async () => {
	const ended: string[] = [];
	const transport = {
		...scriptedEtcd([{ index: 5, pieces: [] }], {}, 5),
		dispose: async () => void ended.push('transport'),
	};
	const nowhere = () => Promise.reject(new Error('there are no machines'));
	const access = { argv: nowhere, run: nowhere, lines: nowhere, dispose: async () => void ended.push('access') };
	const backend = createEtcdBackend({
		label: 'registry',
		transports: [transport],
		// Only its end is asked for.
		access: access as unknown as NonNullable<Parameters<typeof createEtcdBackend>[0]['access']>,
	});
	expect([...backend.capabilities]).toEqual(expect.arrayContaining(['journal', 'status', 'shell', 'push', 'repair']));
	const events: WatchEvent[] = [];
	for await (const event of backend.watch({}, new AbortController().signal)) {
		events.push(event);
		await backend.dispose();
	}
	expect(events.map(({ kind }) => kind)).toEqual(['snapshot']);
	expect(ended.sort()).toEqual(['access', 'transport']);
});
