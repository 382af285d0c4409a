// Programs on machines: which machine they run on, what is run, and how it ends.

import { describe, expect, test } from 'vitest';
import { ClusterError } from '../../cluster/src/errors.ts';
import { machinePrograms } from '../../cluster/src/machine-programs.ts';
import type { MachineAccess, MachinePlace } from '../../cluster/src/transport/transport.ts';
import { patient } from './contract-support.ts';

const m1 = { id: 'm1', primaryIP: '10.0.0.1', metadata: {} };
const machines = async () => [m1];

describe('programs', () => {
	test('run on the machine of that ID', async () => {
		const { access, runs } = accessOf();
		const programs = machinePrograms(access, machines);
		expect(await programs.status('-a.service', 'm1', patient)).toEqual({ exitCode: 3, stdout: 'dead', stderr: '' });
		expect(runs[0]).toEqual([m1, ['systemctl', 'status', '--full', '--no-pager', '--', '-a.service']]);
	});

	test('do not run on a machine that is not there, and not for a name that no unit has', async () => {
		const { access, runs } = accessOf();
		const programs = machinePrograms(access, machines);
		const notFound = { kind: 'not-found' };
		await expect(programs.status('a.service', 'm2', patient)).rejects.toMatchObject(notFound);
		await expect(programs.status('a; reboot', 'm1', patient)).rejects.toMatchObject(notFound);
		await expect(all(programs.journal('*', 'm1', {}, patient))).rejects.toMatchObject(notFound);
		await expect(programs.shellCommand('m2', [], patient)).rejects.toMatchObject(notFound);
		expect(runs).toEqual([]);
	});

	test('are refused where there is no way to the machines', async () => {
		const programs = machinePrograms(undefined, machines);
		const refused = { kind: 'refused', details: { advice: expect.stringContaining('SSH') } };
		await expect(programs.status('a.service', 'm1', patient)).rejects.toMatchObject(refused);
		await expect(all(programs.journal('a.service', 'm1', {}, patient))).rejects.toMatchObject(refused);
		await expect(programs.shellCommand('m1', [], patient)).rejects.toMatchObject(refused);
	});
});

describe('a journal', () => {
	test('has its lines', async () => {
		const { access, runs } = accessOf();
		const lines = await all(machinePrograms(access, machines).journal('a.service', 'm1', { lines: 2 }, patient));
		expect(lines).toMatchObject([{ unit: 'a.service', machineId: 'm1', message: 'hello' }]);
		expect(runs[0]?.[1]).toContain('--lines=2');
	});

	test('that is followed ends without an error when nobody wants it any more', async () => {
		const controller = new AbortController();
		controller.abort();
		const { journal } = machinePrograms(accessOf(cancelled).access, machines);
		expect(await all(journal('a.service', 'm1', { follow: true }, controller.signal))).toHaveLength(1);
		await expect(all(journal('a.service', 'm1', {}, controller.signal))).rejects.toMatchObject({ kind: 'cancelled' });
	});

	test('that breaks off fails as the way to the machine does', async () => {
		const broken = new ClusterError('unreachable', 'ssh: connection lost');
		const { journal } = machinePrograms(accessOf(broken).access, machines);
		await expect(all(journal('a.service', 'm1', { follow: true }, patient))).rejects.toBe(broken);
	});
});

test('a shell has its words as the person wrote them', async () => {
	const argv = await machinePrograms(accessOf().access, machines).shellCommand('m1', ['ls', '*'], patient);
	expect(argv).toEqual(['ssh', '10.0.0.1', 'ls', '*', '{"verbatim":true}']);
});

const cancelled = new ClusterError('cancelled', 'cancelled');

function accessOf(afterLines?: ClusterError) {
	const runs: (readonly [MachinePlace, readonly string[]])[] = [];
	const access: MachineAccess = {
		argv: async (machine, command, _, options) => ['ssh', machine.primaryIP ?? '', ...command, JSON.stringify(options)],
		run: async (machine, command) => {
			runs.push([machine, command]);
			return { exitCode: 3, stdout: 'dead', stderr: '' };
		},
		lines: async function* (machine, command) {
			runs.push([machine, command]);
			yield '{"__REALTIME_TIMESTAMP":"1","MESSAGE":"hello"}';
			if (afterLines) throw afterLines;
		},
		dispose: async () => {},
	};
	return { access, runs };
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
	const found: T[] = [];
	for await (const item of items) found.push(item);
	return found;
}
