// The contract of capabilities: what is claimed works, and what is not claimed is refused.

import { describe, expect, test } from 'vitest';
import type { Capability, ClusterBackend } from '../../cluster/src/backend.ts';
import type { JournalLine } from '../../cluster/src/model.ts';
import type { Subject, Traits } from './contract.ts';
import { freshName, patient, submitNew, watch } from './contract-support.ts';

/** Declares the tests of capabilities. */
export function describeCapabilities(subject: Subject, { capabilities, alive }: Traits): void {
	const has = new Set(capabilities);
	describe('capabilities', () => {
		test('are as expected', () => {
			expect([...subject().capabilities].sort()).toEqual([...has].sort());
		});

		const unclaimed = optionalCalls.filter(([capability]) => !has.has(capability));
		for (const [capability, call] of unclaimed) {
			test(`what needs \`${capability}\` is refused`, async () => {
				await expect(call(subject())).rejects.toMatchObject({ kind: 'refused' });
			});
		}

		if (has.has('metadata')) testMetadata(subject);
		if (has.has('journal')) testJournal(subject, alive);
		if (has.has('status')) testStatus(subject, alive);
		if (has.has('shell')) testShell(subject);
		if (has.has('registry')) testRegistry(subject);
		if (has.has('push')) testPush(subject);
	});
}

const optionalCalls: readonly (readonly [Capability, (backend: ClusterBackend) => Promise<unknown>])[] = [
	['metadata', (backend) => backend.setMetadata('m1', { role: 'web' }, patient)],
	['registry', (backend) => backend.health(patient)],
	['repair', (backend) => backend.repairDesiredState('contract-any.service', 'inactive', patient)],
	['status', (backend) => backend.status('contract-any.service', 'm1', patient)],
	['shell', (backend) => backend.shellCommand('m1', ['true'], patient)],
	['journal', (backend) => firstLine(backend.journal('contract-any.service', 'm1', {}, patient))],
];

function testMetadata(subject: Subject): void {
	test('metadata of a machine is set and removed', async () => {
		const backend = subject();
		const [machine] = await backend.machines(patient);
		const id = machine?.id ?? '';
		await backend.setMetadata(id, { contract: 'yes', 'contract.other': 'a b' }, patient);
		expect(await metadataOf(backend, id)).toMatchObject({ contract: 'yes', 'contract.other': 'a b' });
		await backend.setMetadata(id, { contract: undefined, 'contract.other': undefined }, patient);
		expect(await metadataOf(backend, id)).toEqual(machine?.metadata);
	});

	test('metadata of a machine that is not there is not found', async () => {
		const change = subject().setMetadata('contract-nobody', { role: 'web' }, patient);
		await expect(change).rejects.toMatchObject({ kind: 'not-found' });
	});

	test.each([{ 'a b': 'x' }, { '': 'x' }, { role: '' }])('metadata %j is refused', async (metadata) => {
		const [machine] = await subject().machines(patient);
		const change = subject().setMetadata(machine?.id ?? '', metadata, patient);
		await expect(change).rejects.toMatchObject({ kind: 'refused' });
	});
}

function testJournal(subject: Subject, alive: boolean): void {
	test('a machine that is not there has no journal', async () => {
		const journal = subject().journal(freshName('nowhere'), 'nobody', {}, patient);
		await expect(firstLine(journal)).rejects.toMatchObject({ kind: 'not-found' });
	});

	if (!alive) return;
	test('the journal of a running unit has its lines, and goes on until its signal', async () => {
		const { name, machineId } = await runningUnit(subject);
		const controller = new AbortController();
		const lines: JournalLine[] = [];
		for await (const line of subject().journal(name, machineId, { follow: true }, controller.signal)) {
			lines.push(line);
			if (line.message === 'hello') controller.abort();
		}
		const hello = lines.find(({ message }) => message === 'hello');
		expect(hello).toMatchObject({ unit: name, machineId });
	});
}

function testStatus(subject: Subject, alive: boolean): void {
	test('a machine that is not there has no status', async () => {
		const status = subject().status(freshName('nowhere'), 'nobody', patient);
		await expect(status).rejects.toMatchObject({ kind: 'not-found' });
	});

	if (!alive) return;
	test('the status of a running unit tells of it', async () => {
		const { name, machineId } = await runningUnit(subject);
		const { exitCode, stdout } = await subject().status(name, machineId, patient);
		expect(exitCode).toBe(0);
		expect(stdout).toContain(name);
	});
}

function testShell(subject: Subject): void {
	test('a machine that is not there has no shell', async () => {
		await expect(subject().shellCommand('nobody', [], patient)).rejects.toMatchObject({ kind: 'not-found' });
	});

	test('a shell is a program with arguments', async () => {
		const [machine] = await subject().machines(patient);
		const argv = await subject().shellCommand(machine?.id ?? '', ['echo', 'hello'], patient);
		expect(argv.length).toBeGreaterThan(1);
	});
}

function testRegistry(subject: Subject): void {
	test('the units of this suite are no ghosts', async () => {
		const name = await submitNew(subject, 'healthy');
		const { ghosts } = await subject().health(patient);
		expect(await subject().unit(name, patient)).toBeDefined();
		expect(ghosts.filter((ghost) => ghost.name.startsWith('contract-'))).toEqual([]);
	});
}

function testPush(subject: Subject): void {
	test('changes arrive although nobody looks', async () => {
		const { events } = watch(subject, 'off');
		await expect.poll(() => events.length, slowly).toBeGreaterThan(0);
		const name = await submitNew(subject, 'pushed');
		const told = () => events.flatMap((event) => (event.kind === 'changes' ? event.changes : []));
		await expect.poll(told, slowly).toContainEqual(expect.objectContaining({ kind: 'unit', name }));
	});
}

/** A launched unit, once a machine says that it runs. */
async function runningUnit(subject: Subject): Promise<{ readonly name: string; readonly machineId: string }> {
	const name = await submitNew(subject, 'running', 'launched');
	await expect.poll(() => machineOf(subject(), name), slowly).toBeDefined();
	return { name, machineId: (await machineOf(subject(), name)) ?? '' };
}

const slowly = { timeout: 15_000, interval: 50 };

async function metadataOf(backend: ClusterBackend, id: string): Promise<Readonly<Record<string, string>> | undefined> {
	return (await backend.machines(patient)).find((machine) => machine.id === id)?.metadata;
}

async function machineOf(backend: ClusterBackend, name: string): Promise<string | undefined> {
	const states = await backend.states(patient);
	return states.find((state) => state.name === name && state.active === 'active')?.machineId;
}

async function firstLine(lines: AsyncIterable<JournalLine>): Promise<JournalLine | undefined> {
	for await (const line of lines) return line;
	return undefined;
}
