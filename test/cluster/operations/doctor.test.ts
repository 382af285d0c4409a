// What the doctor finds, and what it leaves alone; each finding with its repair, done only when asked to.
import { describe, expect, test } from 'vitest';
import type { RegistryHealth } from '../../../cluster/src/model.ts';
import { examine, findAll } from '../../../cluster/src/operations/doctor/examine.ts';
import type { Evidence } from '../../../cluster/src/operations/doctor/finding.ts';
import { repairAll } from '../../../cluster/src/operations/doctor/repair.ts';
import { start, submit } from '../../../cluster/src/operations/submit.ts';
import { cluster, m1, m2, m3, machines, state, unit } from './cluster-fixtures.ts';
import { practiceWith, standing } from './practice.ts';
import { putRaw } from './put-raw.ts';

const web = unit('web.service', { machine: m1, current: 'launched' });
const well: RegistryHealth = {
	leader: m1,
	engineVersion: 1,
	ghosts: [],
	orphanHashes: [],
	heartbeats: new Map(),
	statesElsewhere: false,
};

describe('the doctor finds', () => {
	test('nothing wrong with a cluster that is well', () => {
		const resting = unit('rest.service', { desired: 'inactive' });
		const agent = unit('agent.service', { text: '[X-Fleet]\nGlobal=true\n' });
		const units = [agent, resting, web];
		const states = [...machines.map(({ id }) => state(agent, id)), state(web, m1)];
		expect(found({ snapshot: cluster(units, states), health: well })).toEqual([]);
	});

	test('a cluster that nobody leads, or that another engine leads', () => {
		const { leader: _leader, ...leaderless } = well;
		expect(found({ health: leaderless })).toEqual([
			'error no-leader: no engine leads the cluster, so nothing is scheduled or moved',
		]);
		expect(found({ health: { ...well, engineVersion: 2 } })[0]).toContain('asks for engine version 2');
		expect(found({})).toEqual([]);
	});

	test('ghosts and poisoned units, with what would mend them', () => {
		const ghosts = [
			{ name: 'poison.service', reason: 'unknown desired state', detail: 'running' },
			{ name: 'lost.service', reason: 'text is missing' },
		] as const;
		const [poisoned, lost] = all({ health: { ...well, ghosts } });
		expect(poisoned?.sentence).toContain('poison.service is poisoned: unknown desired state (running)');
		expect(poisoned?.repair).toEqual({ kind: 'restore', name: 'poison.service', desiredState: 'inactive' });
		expect(lost?.repair).toEqual({ kind: 'destroy', name: 'lost.service' });
		const beating = { ...well, ghosts, heartbeats: new Map([['poison.service', m1]]) };
		expect(all({ health: beating })[0]?.repair).toMatchObject({ desiredState: 'launched' });
	});

	test('templates that somebody has launched', () => {
		const template = unit('web@.service', { machine: m1 });
		const [first] = all({ snapshot: cluster([template]) });
		expect(first).toMatchObject({
			check: 'active-template',
			severity: 'error',
			repair: { kind: 'set-desired-state', name: 'web@.service', desiredState: 'inactive' },
		});
	});

	test('agents that do not act', () => {
		const stopped = unit('stop.service', { desired: 'loaded', machine: m1 });
		const old = unit('old.service', { machine: m1 });
		const states = [state(stopped, m1), state(old, m1, 'active running', 'f'.repeat(40))];
		expect(found({ snapshot: cluster([old, stopped, web], states) })).toEqual([
			'error silent-agent: the agent on 11111111 does not act (3 of 3 units): old.service has its former text, ' +
				'stop.service is not stopped, web.service is not loaded',
		]);
	});

	test('no fault in an agent whose units take their time', () => {
		const stopping = unit('stop.service', { desired: 'loaded', machine: m1 });
		const states = [state(stopping, m1, 'deactivating stop-sigterm'), state(web, m1, 'activating start-pre')];
		expect(found({ snapshot: cluster([stopping, web], states) })).toEqual([]);
	});

	test('units that no machine takes, machine by machine, and units that nobody places', () => {
		const lost = unit('lost.service', { text: '[X-Fleet]\nMachineMetadata=role=cache\n' });
		const forgotten = unit('forgotten.service');
		const [first, second] = found({ snapshot: cluster([forgotten, lost]) });
		expect(first).toBe('error unplaced-unit: a machine could take forgotten.service, and nobody places it');
		expect(second).toContain('no machine can take lost.service: 11111111 has role=web, needs role=cache; 22222222');
	});

	test('units that have failed or are restarted again and again, if they are wanted', () => {
		const states = [state(web, m1, 'failed failed')];
		expect(found({ snapshot: cluster([web], states) })[0]).toContain('web.service has failed on 11111111');
		const looping = [state(web, m1, 'activating auto-restart')];
		expect(found({ snapshot: cluster([web], looping) })[0]).toContain('is restarted again and again');
		const resting = unit('web.service', { desired: 'loaded', machine: m1 });
		expect(found({ snapshot: cluster([resting], [state(resting, m1, 'failed failed')]) })).toEqual([]);
	});

	test('units that run where the registry has none', () => {
		const gone = unit('gone.service');
		const states = [state(gone, m2), state(web, m1), state(web, m3)];
		expect(found({ snapshot: cluster([web], states) })).toEqual([
			'warning orphan-state: gone.service is active (running) on 22222222, and no longer in the registry',
			'warning orphan-state: web.service is active (running) on 33333333, and scheduled to 11111111',
		]);
	});

	test('several releases in one cluster', () => {
		const mixed = machines.map((machine, index) => ({ ...machine, fleetVersion: index === 0 ? 'v0.11.8' : 'v1.0.0' }));
		expect(found({ snapshot: { ...cluster([]), machines: mixed } })[0]).toContain(
			'2 versions of fleetd, which judge units differently: v0.11.8 on 11111111; v1.0.0 on 22222222, 33333333',
		);
	});

	test('instances that have another text than their template', () => {
		const template = unit('web@.service', { text: 'Nice=5\n', desired: 'inactive' });
		const instance = unit('web@1.service', { desired: 'inactive' });
		const [first] = all({ snapshot: cluster([template, instance]) });
		expect(first).toMatchObject({ check: 'template-drift', severity: 'info', subject: 'web@1.service' });
		expect(first?.repair).toMatchObject({ kind: 'replace-text', hash: instance.hash, options: template.options });
	});

	test('texts that no unit uses', () => {
		expect(found({ health: { ...well, orphanHashes: ['a', 'b'] } })[0]).toContain(
			'info orphan-text: the registry holds 2 texts',
		);
	});
});

describe('over a practice cluster', () => {
	const text = '[Service]\nExecStart=/bin/sleep infinity\n';

	test('a wedged agent is found, and its template made to rest', async () => {
		const practice = await practiceWith({ 'web@.service': text, 'db.service': text });
		const { backend, context, files } = practice;
		// What the library refuses, another client may have done.
		const body = JSON.stringify({
			options: [{ section: 'Service', name: 'ExecStart', value: '/bin/x' }],
			desiredState: 'launched',
		});
		await putRaw(practice.cluster.addresses[0] ?? '', 'bad@.service', body);
		const template = (await backend.unit('bad@.service', context.signal))?.machineId;
		const findings = await examine(backend, { confirmAfter: 1 }, context.signal);
		expect(findings.map(({ check, subject }) => [check, subject])).toContainEqual(['active-template', 'bad@.service']);
		expect(findings.map(({ check, subject }) => [check, subject])).toContainEqual(['silent-agent', template]);
		const repairs = await repairAll(backend, findings, context.signal);
		expect(repairs.map(({ outcome }) => outcome.kind)).toEqual(['done']);
		await start(backend, { units: ['db'], files }, context);
		expect(standing(practice)[0]).toBe('bad@.service inactive');
	});

	test('drifted instances are redeployed on demand, and what is passing is looked at twice', async () => {
		const practice = await practiceWith({ 'web@.service': text });
		const { backend, context, files } = practice;
		await submit(backend, { units: ['web@.service'], files }, context);
		await start(backend, { units: ['web@1'], files }, context);
		const edited = { read: async () => `${text}Nice=5\n` };
		await submit(backend, { units: ['web@.service'], files: edited, replace: true }, context);
		const findings = await examine(backend, { confirmAfter: 1 }, context.signal);
		expect(findings.map(({ check }) => check)).toEqual(['template-drift']);
		await repairAll(backend, findings, context.signal);
		expect(await examine(backend, { confirmAfter: 1 }, context.signal)).toEqual([]);
		expect(standing(practice)[1]).toBe('web@1.service launched, 1: active running');
	});

	test('a repair that fleet’s API cannot do is told', async () => {
		const { backend, context } = await practiceWith({});
		const repair = { kind: 'restore', name: 'a.service', desiredState: 'inactive' } as const;
		const [result] = await repairAll(
			backend,
			[{ check: 'x', severity: 'error', sentence: '', repair }],
			context.signal,
		);
		expect(result?.outcome.kind).toBe('impossible');
	});
});

function all(evidence: Partial<Evidence>) {
	return findAll({ snapshot: cluster([]), release: '1.0', ...evidence }).map(({ finding }) => finding);
}

function found(evidence: Partial<Evidence>): readonly string[] {
	return all(evidence).map(({ severity, check, sentence }) => `${severity} ${check}: ${sentence}`);
}
