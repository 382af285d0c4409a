// The tree after events: what they set and take away, and that all else is the same object as before.
import { describe, expect, test } from 'vitest';
import type { EtcdEvent } from '../../../cluster/src/etcd/answers.ts';
import { applyEvents, emptyFolder, type Folder, folderAt, valueAt } from '../../../cluster/src/etcd/tree.ts';
import { prefix, treeOf } from './dumps.ts';

const before = treeOf({
	'job/a.service/object': '1',
	'job/a.service/target': 'm1',
	'job/b.service/object': '2',
	'states/a.service/m1': 's',
});

function set(key: string, value: string): EtcdEvent {
	return { kind: 'set', index: 1, node: { kind: 'value', key: `/_coreos.com/fleet/${key}`, value } };
}

function gone(key: string): EtcdEvent {
	return { kind: 'gone', index: 1, node: { kind: 'value', key: `/_coreos.com/fleet/${key}`, value: '' } };
}

function treeAfter(...events: readonly EtcdEvent[]): Folder {
	return applyEvents(before, prefix, events);
}

describe('events', () => {
	test('set values, in folders that are made on the way', () => {
		const tree = treeAfter(set('unit/0123', 'text'), set('job/a.service/object', '3'));
		expect(valueAt(tree, ['unit', '0123'])).toBe('text');
		expect(valueAt(tree, ['job', 'a.service', 'object'])).toBe('3');
	});

	test('take values and whole folders away', () => {
		const tree = treeAfter(gone('job/a.service/target'), gone('job/b.service'));
		expect(valueAt(tree, ['job', 'a.service', 'target'])).toBeUndefined();
		expect([...folderAt(tree, ['job']).children.keys()]).toEqual(['a.service']);
	});

	test('count in their order', () => {
		const tree = treeAfter(gone('job/a.service'), set('job/a.service/object', '4'), set('job/a.service/object', '5'));
		expect([...folderAt(tree, ['job', 'a.service']).children.keys()]).toEqual(['object']);
		expect(valueAt(tree, ['job', 'a.service', 'object'])).toBe('5');
	});

	test('take everything away when the prefix, or what it stands in, is gone', () => {
		expect(treeAfter(gone(''))).toBe(emptyFolder);
		const parent: EtcdEvent = { kind: 'gone', index: 1, node: { kind: 'folder', key: '/_coreos.com', nodes: [] } };
		expect(treeAfter(parent)).toBe(emptyFolder);
	});

	test('make empty folders, and leave what stands in folders that are there', () => {
		const folder = (key: string): EtcdEvent => ({
			...set(key, ''),
			node: { kind: 'folder', key: `/_coreos.com/fleet/${key}`, nodes: [] },
		});
		const tree = treeAfter(folder('lease'), folder('job'));
		expect(folderAt(tree, ['lease']).children.size).toBe(0);
		expect(folderAt(tree, ['job'])).toBe(folderAt(before, ['job']));
	});
});

describe('the tree is the same object', () => {
	test.each([
		['a heartbeat that sets what is there', set('job/a.service/target', 'm1')],
		['a key of others', { ...gone(''), node: { kind: 'value', key: '/others/key', value: '1' } } as const],
		['a key that etcd hides from its listings', set('job/_a.service/object', '1')],
		['the end of a key that is not there', gone('job/c.service')],
	])('after %s', (_, event) => {
		expect(treeAfter(event)).toBe(before);
	});

	test('but for the folders above a change', () => {
		const tree = treeAfter(set('job/a.service/target', 'm2'));
		expect(tree).not.toBe(before);
		expect(folderAt(tree, ['job', 'a.service'])).not.toBe(folderAt(before, ['job', 'a.service']));
		expect(folderAt(tree, ['job', 'b.service'])).toBe(folderAt(before, ['job', 'b.service']));
		expect(folderAt(tree, ['states'])).toBe(folderAt(before, ['states']));
	});

	test('before as after: the tree that events started from is not changed', () => {
		const copy = structuredClone(before);
		treeAfter(set('job/a.service/target', 'm2'), set('job/a.service/target', 'm3'), gone('job/b.service'));
		expect(before).toEqual(copy);
	});
});
