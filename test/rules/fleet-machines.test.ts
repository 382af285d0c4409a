// Constraints against the machines of a known cluster: which of them no machine meets, and which nobody can judge.
import { describe, expect, test } from 'vitest';
import { placesOf, problemsIn, workspaceOf } from '../support/workspace.ts';

const machines = [
	{ id: '0123456789abcdef0123456789abcdef', metadata: { role: 'web', disk: 'hdd' } },
	{ id: 'fedcba9876543210fedcba9876543210', metadata: { role: 'db', disk: 'ssd' } },
];
const unitFor = (lines: string) => `[Service]\nExecStart=/bin/a\n[X-Fleet]\n${lines}\n`;
const told = (lines: string, path = 'web.service', known = machines) =>
	placesOf('fleet-unmatched-machine', workspaceOf({ [path]: unitFor(lines) }, known))[path] ?? [];

describe('no machine', () => {
	test.each([
		['MachineMetadata=role=cache', ['role=cache']],
		['MachineMetadata=Role=web', ['Role=web']],
		['MachineMetadata="role=cache" "role=batch"', ['role=cache', 'role=batch']],
		['MachineMetadata=role=web\nMachineMetadata=disk=ssd', ['disk=ssd']],
		['MachineID=00000000', ['00000000']],
		['MachineMetadata=constructor=x', ['constructor=x']],
		['Global=true\nMachineMetadata=role=cache', ['role=cache']],
	])('has %j', (lines, places) => {
		expect(told(lines)).toEqual(places);
	});
});

describe('silence', () => {
	test.each([
		['MachineMetadata=role=web', 'web.service'],
		['MachineMetadata="role=cache" "role=db"', 'web.service'],
		['MachineMetadata=role=%i', 'web@.service'],
		['MachineID=01234567', 'web.service'],
		['MachineID=0123456789abcdef0123456789abcdef', 'web.service'],
		['MachineID=%i', 'web@.service'],
		['MachineID=core-1', 'web.service'],
		['MachineMetadata=role', 'web.service'],
	])('%j in %s', (lines, path) => {
		expect(told(lines, path)).toEqual([]);
	});

	test('where no machine is known', () => {
		expect(told('MachineMetadata=role=cache', 'web.service', [])).toEqual([]);
	});
});

test.each([
	['role=wbe', 'role=web'],
	['rloe=web', 'role=web'],
	['role=cache', undefined],
])('for %s, %s is proposed', (pair, meant) => {
	const workspace = workspaceOf({ 'web.service': unitFor(`MachineMetadata=${pair}`) }, machines);
	const [problem] = problemsIn(workspace, 'web.service').filter(({ rule }) => rule === 'fleet-unmatched-machine');
	expect(problem?.fixes.map(({ edits }) => edits[0]?.text)).toEqual(meant === undefined ? [] : [meant]);
});

test('an instance is judged by its own name', () => {
	expect(told('MachineMetadata=role=%i', 'app@web.service')).toEqual([]);
	expect(told('MachineMetadata=role=%i', 'app@cache.service')).toEqual(['role=%i']);
});

test('units that keep each other away are counted, each word of a list by itself', () => {
	const lines = 'Conflicts=other.service web@*.service';
	const texts = Object.fromEntries(['1', '2', '3'].map((one) => [`web@${one}.service`, unitFor(lines)]));
	expect(placesOf('fleet-crowded-cluster', workspaceOf(texts, machines))).toEqual({
		'web@1.service': ['web@*.service'],
		'web@2.service': ['web@*.service'],
		'web@3.service': ['web@*.service'],
	});
});
