// Which endpoint is asked, what is tried elsewhere, and what is not.
import { describe, expect, test } from 'vitest';
import { ClusterError, type ClusterErrorKind } from '../../../cluster/src/errors.ts';
import { createEndpoints } from '../../../cluster/src/etcd/endpoints.ts';
import type { Transport } from '../../../cluster/src/transport/transport.ts';
import { fakeTransport } from '../fake-transport.ts';

const patient = new AbortController().signal;

function named(label: string): Transport {
	return { ...fakeTransport(() => ({ status: 200, headers: {}, body: '' })), label };
}

function endpointsNamed(first: string, ...others: readonly string[]) {
	return createEndpoints([named(first), ...others.map(named)]);
}

/** Fails with that kind at some endpoints, gives the label at the others, and notes who was asked. */
function answering(kind: ClusterErrorKind, at: readonly string[], sent = false) {
	const asked: string[] = [];
	const ask = async ({ label }: Transport): Promise<string> => {
		asked.push(label);
		if (at.includes(label)) throw new ClusterError(kind, `${label} fails`, sent ? { sent } : {});
		return label;
	};
	return { asked, ask, tell: async (transport: Transport) => void (await ask(transport)) };
}

describe('a read', () => {
	test.each(['unreachable', 'timeout', 'protocol', 'denied', 'host-key'] as const)(
		'that is %s is tried at the next endpoint, which is asked first from then on',
		async (kind) => {
			const endpoints = endpointsNamed('a', 'b', 'c');
			const { asked, ask } = answering(kind, ['a']);
			expect(await endpoints.read(ask, patient)).toBe('b');
			expect(await endpoints.read(ask, patient)).toBe('b');
			expect(asked).toEqual(['a', 'b', 'b']);
		},
	);

	test.each(['not-found', 'conflict', 'refused', 'cancelled'] as const)('that is %s is told at once', async (kind) => {
		const { asked, ask } = answering(kind, ['a']);
		await expect(endpointsNamed('a', 'b').read(ask, patient)).rejects.toMatchObject({ kind });
		expect(asked).toEqual(['a']);
	});

	test('that nobody answers tells of all endpoints', async () => {
		const { ask } = answering('timeout', ['a', 'b']);
		await expect(endpointsNamed('a', 'b').read(ask, patient)).rejects.toMatchObject({
			kind: 'timeout',
			message: 'no endpoint of etcd can be used: a fails; b fails',
		});
	});

	test('at a single endpoint fails with its own words', async () => {
		const { ask } = answering('timeout', ['a']);
		await expect(endpointsNamed('a').read(ask, patient)).rejects.toThrow(/^a fails$/);
	});

	test('that was given up is not tried elsewhere', async () => {
		const controller = new AbortController();
		const { asked, ask } = answering('unreachable', ['a']);
		const reading = endpointsNamed('a', 'b').read((transport) => {
			controller.abort();
			return ask(transport);
		}, controller.signal);
		await expect(reading).rejects.toThrow('a fails');
		expect(asked).toEqual(['a']);
	});
});

describe('a write', () => {
	test('that was surely not sent is tried at the next endpoint', async () => {
		const { asked, tell } = answering('unreachable', ['a']);
		await endpointsNamed('a', 'b').write(tell);
		expect(asked).toEqual(['a', 'b']);
	});

	test('that may have been sent is not', async () => {
		const { asked, tell } = answering('timeout', ['a'], true);
		await expect(endpointsNamed('a', 'b').write(tell)).rejects.toMatchObject({ details: { sent: true } });
		expect(asked).toEqual(['a']);
	});

	test('that nobody took is not tried again', async () => {
		const { asked, tell } = answering('unreachable', ['a', 'b']);
		await expect(endpointsNamed('a', 'b').write(tell)).rejects.toMatchObject({ kind: 'unreachable' });
		expect(asked).toEqual(['a', 'b']);
	});
});

test('an endpoint that is skipped is asked last', () => {
	const endpoints = endpointsNamed('a', 'b', 'c');
	const [first, second] = [endpoints.preferred(), named('b')];
	endpoints.skip(first);
	expect(endpoints.preferred().label).toBe('b');
	endpoints.skip(second);
	expect(endpoints.count).toBe(3);
});
