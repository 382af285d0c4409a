// What etcd answers is checked, and a fault names the key at which the answer makes no sense.
import { describe, expect, test } from 'vitest';
import { faultIn, toAnswerNode, toEvent } from '../../../cluster/src/etcd/answers.ts';

describe('a node', () => {
	test('without a value is one that is empty', () => {
		const node = toAnswerNode({ action: 'get', node: { key: '/a' } }, 'the answer');
		expect(node).toEqual({ kind: 'value', key: '/a', value: '' });
	});

	test.each([
		[{}, 'the answer.node is no object'],
		[{ node: { dir: true } }, 'the answer.node.key is no text'],
		[{ node: { key: '/a', value: 1 } }, '/a is no text'],
		[{ node: { key: '/a', dir: true, nodes: 1 } }, '/a is no list'],
		[{ node: { key: '/a', dir: true, nodes: [{ key: '/a/b' }, null] } }, '/a[1] is no object'],
	])('%j is refused', (answer, message) => {
		expect(() => toAnswerNode(answer, 'the answer')).toThrow(message);
	});
});

describe('an event', () => {
	test.each(['set', 'create', 'update', 'compareAndSwap'])('of the action %s sets', (action) => {
		const event = toEvent({ action, node: { key: '/a', value: 'x', modifiedIndex: 7 } }, 'the event');
		expect(event).toEqual({ kind: 'set', index: 7, node: { kind: 'value', key: '/a', value: 'x' } });
	});

	test.each(['delete', 'expire', 'compareAndDelete'])('of the action %s takes away', (action) => {
		expect(toEvent({ action, node: { key: '/a', modifiedIndex: 7 } }, 'the event')).toMatchObject({ kind: 'gone' });
	});

	test.each([{}, { action: 'set', node: { key: '/a' } }, { action: 1, node: { key: '/a', modifiedIndex: 1 } }])(
		'%j is refused',
		(event) => {
			expect(() => toEvent(event, 'the event')).toThrow(/^the event\./);
		},
	);
});

describe('a fault', () => {
	test('is read from its body', () => {
		const body = '{"errorCode":101,"message":"Compare failed","cause":"[7 != 1]","index":5}\n';
		expect(faultIn(body)).toEqual({ code: 101, message: 'Compare failed', cause: '[7 != 1]' });
	});

	test.each(['404 page not found\n', '', '{"message":"Insufficient credentials"}', '[]'])('is not in %j', (body) => {
		expect(faultIn(body)).toBeUndefined();
	});
});
