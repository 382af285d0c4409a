// What is joined from a recorded registry is what the HTTP API of the recorded fleet said at that moment.
import { describe, expect, test } from 'vitest';
import { healthOf } from '../../../cluster/src/etcd/health.ts';
import { folderAt, leafAt } from '../../../cluster/src/etcd/tree.ts';
import { textHashOf } from '../../../cluster/src/etcd/unit-finding.ts';
import { printObject, printText, readText } from '../../../cluster/src/etcd/values.ts';
import { snapshotOf, viewOf } from '../../../cluster/src/etcd/view.ts';
import type { ClusterMachine, ClusterUnit, UnitState } from '../../../cluster/src/model.ts';
import { canonicalText } from '../../../core/src/fleet/canonical.ts';
import { apiAnswer, dumpNames, treeOfDump } from './dumps.ts';

type Moment = readonly [dump: (typeof dumpNames)[number], scenario: string, seq: number];

describe('units', () => {
	test.each<Moment>([
		['failing', 'failing-units', 24],
		['machine-killed', 'machine-loss', 33],
		['empty', 'routing', 13],
		['poisoned', 'bad desiredState on an EXISTING unit', 295],
	])('of %s are those of the list', (dump, scenario, seq) => {
		const { units } = snapshotOf(viewOf(treeOfDump(dump)));
		expect(units.map(asApiUnit)).toEqual((apiAnswer(scenario, seq)['units'] ?? []).map(withoutGlobalState));
	});
});

describe('states', () => {
	test.each<Moment>([
		['failing', 'failing-units', 23],
		['global-launched', 'global-transitions', 71],
		['after-fleetctl', 'fleetctl-global', 332],
		['poisoned', 'bad desiredState on an EXISTING unit', 296],
	])('of %s are those of the list', (dump, scenario, seq) => {
		const told = apiAnswer(scenario, seq)['states'] ?? [];
		const names = new Set(told.map(({ name }) => name));
		const { states } = snapshotOf(viewOf(treeOfDump(dump)));
		// Where the API was asked for one unit, only that one can be compared.
		const compared = scenario === 'global-transitions' ? states.filter(({ name }) => names.has(name)) : states;
		expect(compared.map(asApiState)).toEqual(told);
		expect(compared).toHaveLength(told.length);
	});
});

describe('what we write', () => {
	test.each(dumpNames)('is to the letter what fleet wrote: objects of %s', (dump) => {
		const jobs = folderAt(treeOfDump(dump), ['job']);
		for (const name of jobs.children.keys()) {
			const object = leafAt(jobs, [name, 'object']);
			const hash = textHashOf(folderAt(jobs, [name]));
			if (object !== undefined) expect(printObject(name, hash ?? '')).toBe(object.value);
		}
	});

	test('means what fleet wrote: texts of all moments', () => {
		const texts = new Map(dumpNames.flatMap((dump) => [...folderAt(treeOfDump(dump), ['unit']).children]));
		const strange: string[] = [];
		for (const [hash, leaf] of texts) {
			const text = leaf.kind === 'value' ? readText(leaf) : undefined;
			if (leaf.kind !== 'value' || text?.kind !== 'value' || text.value.hash !== hash) strange.push(hash);
			else expect(JSON.parse(printText(canonicalText(text.value.options)))).toEqual(JSON.parse(leaf.value));
		}
		// The recorded fleet was given texts on purpose that it cannot read back as they were: blanks around names, `=` in
		// names, lines that are too long. Such texts are refused here, so they cannot be compared.
		expect(texts.size).toBeGreaterThan(100);
		expect(strange.length).toBeLessThan(texts.size / 10);
	});
});

describe('machines', () => {
	test.each<Moment>([
		['empty', 'routing', 30],
		['machine-killed', 'machine-loss', 32],
		['after-fleetctl', 'fleetctl-global', 333],
		['poisoned', 'bad desiredState on an EXISTING unit', 301],
	])('of %s are those of the list', (dump, scenario, seq) => {
		const { machines } = snapshotOf(viewOf(treeOfDump(dump)));
		expect(machines.map(asApiMachine)).toEqual(apiAnswer(scenario, seq)['machines']);
	});

	test('tell the release of their fleetd', () => {
		const { machines } = snapshotOf(viewOf(treeOfDump('empty')));
		expect(new Set(machines.map(({ fleetVersion }) => fleetVersion))).toEqual(new Set(['v1.0.0-15-g45224983']));
	});

	test('of which only metadata is left are none', () => {
		const { machines } = snapshotOf(viewOf(treeOfDump('metadata2')));
		expect(machines.map(({ id }) => id.slice(0, 8))).toEqual(['08bb6dd0', '88274bd3', '8c97e8ab']);
	});

	test('have their own metadata, less what was removed over the API', () => {
		const { machines } = snapshotOf(viewOf(treeOfDump('metadata2')));
		expect(machines.map(({ metadata }) => metadata)).toEqual([
			{ region: 'eu-2' },
			{ disk: 'ssd', region: 'eu-1', role: 'web' },
			{ disk: 'ssd', region: 'eu-1', role: 'db' },
		]);
	});
});

describe('health', () => {
	test('shows the unit that the API answers 500 for, and why', () => {
		const { ghosts } = healthOf(viewOf(treeOfDump('poisoned')));
		expect(ghosts).toEqual([{ name: 'poison.service', reason: 'unknown desired state', detail: 'Launched' }]);
	});

	test('has no ghost where every unit is listed, and where only heartbeats are left of some', () => {
		for (const dump of ['failing', 'machine-killed', 'templates', 'metadata2'] as const) {
			expect(healthOf(viewOf(treeOfDump(dump))).ghosts).toEqual([]);
		}
	});

	test('tells leader, engine version and heartbeats', () => {
		const health = healthOf(viewOf(treeOfDump('machine-killed')));
		expect(health).toMatchObject({
			leader: '88274bd31c8f3a8efad3d11297046bd9',
			engineVersion: 1,
			statesElsewhere: false,
			heartbeats: new Map([
				['ml.service', '88274bd31c8f3a8efad3d11297046bd9'],
				['mlg.service', '8c97e8ab706ee7c9b3501c81b6cbf9b4'],
			]),
		});
	});

	test('counts the texts that no unit has any more', () => {
		const { orphanHashes } = healthOf(viewOf(treeOfDump('after-fleetctl')));
		expect(orphanHashes).toHaveLength(6);
		expect(orphanHashes).not.toContain('cfbbb16ec6e355aca624233fcd85499d7ea7ce0e');
	});
});

function asApiUnit({ name, options, desiredState, currentState, machineId }: ClusterUnit): Record<string, unknown> {
	const machineID = machineId === undefined ? {} : { machineID: machineId };
	const shown = options.map(({ value, ...rest }) => (value === '' ? rest : { ...rest, value }));
	return { name, options: shown, desiredState, ...(currentState && { currentState }), ...machineID };
}

// The list calls every global unit inactive, which means nothing. (fleet schema v1)
function withoutGlobalState({ currentState, ...unit }: Record<string, unknown>): Record<string, unknown> {
	return JSON.stringify(unit['options']).includes('"Global"') ? unit : { currentState, ...unit };
}

function asApiState({ name, hash, machineId, load, active, sub }: UnitState): Record<string, unknown> {
	const words = { systemdLoadState: load, systemdActiveState: active, systemdSubState: sub };
	return { name, hash, machineID: machineId, ...words };
}

function asApiMachine({ id, primaryIP, metadata }: ClusterMachine): Record<string, unknown> {
	return { id, primaryIP, metadata };
}
