// Requests to the letter, and what answers mean: those of etcd, and those that cannot be etcd's.
import { describe, expect, test } from 'vitest';
import { getKey, sendChange } from '../../../cluster/src/etcd/requests.ts';
import type { HttpResponse } from '../../../cluster/src/transport/transport.ts';
import { fakeTransport } from '../fake-transport.ts';

const patient = new AbortController().signal;

function answering(status: number, body: string, headers: Readonly<Record<string, string>> = { 'x-etcd-index': '7' }) {
	return fakeTransport((): HttpResponse => ({ status, headers, body }));
}

const written = '{"action":"set","node":{"key":"/a","value":"1","modifiedIndex":8,"createdIndex":8}}';
const fault = (code: number, message: string) => JSON.stringify({ errorCode: code, message, cause: '/a', index: 7 });

describe('a read', () => {
	test('asks for everything below a key, of a majority where that is wanted', async () => {
		const etcd = answering(200, written);
		await getKey(etcd, '/v2/keys/a', {}, patient);
		await getKey(etcd, '/v2/keys/a', { quorum: true, timeout: 9 }, patient);
		expect(etcd.requests).toEqual([
			{ method: 'GET', path: '/v2/keys/a?recursive=true' },
			{ method: 'GET', path: '/v2/keys/a?recursive=true&quorum=true', timeout: 9 },
		]);
	});

	test('of a key that is not there finds nothing, at an index', async () => {
		const found = await getKey(answering(404, fault(100, 'Key not found')), '/v2/keys/a', {}, patient);
		expect(found).toEqual({ node: undefined, index: 7 });
	});

	test.each([
		[401, '{"message":"Insufficient credentials"}', 'denied', 'etcd wants a user'],
		[403, fault(110, 'The request requires user authentication'), 'denied', '(110)'],
		[500, fault(300, 'Raft Internal Error'), 'unreachable', 'etcd cannot do it now, Raft Internal Error (300)'],
		[503, '', 'unreachable', 'status 503'],
		[404, '404 page not found\n', 'protocol', 'there is no keys API of version 2'],
		[307, '', 'protocol', 'status 307'],
		[200, '<html>', 'protocol', 'the answer is no JSON'],
		[200, '{}', 'protocol', 'the answer.node is no object'],
	])('that gets %i %s is %s', async (status, body, kind, message) => {
		await expect(getKey(answering(status, body), '/v2/keys/a', {}, patient)).rejects.toMatchObject({
			kind,
			message: expect.stringContaining(message),
		});
	});

	test('that gets an answer without an index is none of etcd', async () => {
		await expect(getKey(answering(200, written, {}), '/v2/keys/a', {}, patient)).rejects.toMatchObject({
			kind: 'protocol',
			message: expect.stringContaining('X-Etcd-Index'),
		});
	});
});

describe('a write', () => {
	const put = { kind: 'put', path: '/v2/keys/a', value: 'a=b&c %' } as const;

	test('has its value in the body, and its condition in the address', async () => {
		const etcd = answering(200, written);
		await sendChange(etcd, put, patient);
		await sendChange(etcd, { ...put, condition: { prevExist: false } }, patient);
		await sendChange(etcd, { ...put, condition: { prevValue: '{"a":1}' } }, patient);
		expect(etcd.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'PUT /v2/keys/a',
			'PUT /v2/keys/a?prevExist=false',
			'PUT /v2/keys/a?prevValue=%7B%22a%22%3A1%7D',
		]);
		expect(new Set(etcd.requests.map(({ body }) => body))).toEqual(new Set(['value=a%3Db%26c+%25']));
	});

	test('of an end takes all below the key', async () => {
		const etcd = answering(200, written);
		await sendChange(etcd, { kind: 'delete', path: '/v2/keys/a' }, patient);
		expect(etcd.requests).toMatchObject([{ method: 'DELETE', path: '/v2/keys/a?recursive=true' }]);
	});

	test.each([
		[404, fault(100, 'Key not found'), 'not-found'],
		[412, fault(101, 'Compare failed'), 'conflict'],
		[412, fault(105, 'Key already exists'), 'conflict'],
		[401, '{"message":"Insufficient credentials"}', 'denied'],
	])('that gets %i %s was surely not done', async (status, body, kind) => {
		const error: unknown = await sendChange(answering(status, body), put, patient).catch((reason) => reason);
		expect(error).toMatchObject({ kind });
		expect(error).not.toHaveProperty('details.sent');
	});

	test.each([
		[500, fault(300, 'Raft Internal Error'), 'unreachable'],
		[503, '', 'unreachable'],
		[200, 'captive portal', 'protocol'],
	])('that gets %i %s may have been done', async (status, body, kind) => {
		await expect(sendChange(answering(status, body), put, patient)).rejects.toMatchObject({
			kind,
			details: { sent: true },
		});
	});
});
