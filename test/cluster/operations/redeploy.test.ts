// A unit gets another text and stays where it is.
import { describe, expect, test } from 'vitest';
import { redeploy } from '../../../cluster/src/operations/redeploy.ts';
import { load, start } from '../../../cluster/src/operations/submit.ts';
import { type Practice, practiceWith, standing } from './practice.ts';

const first = '[Service]\nExecStart=/bin/sleep infinity\n';
const second = '[Service]\nExecStart=/bin/sleep infinity\nNice=5\n';

describe('redeploy', () => {
	test('keeps the machine, even where another has less to do by now', async () => {
		const practice = await practiceWith({
			'a.service': first,
			'b.service': first,
			'c.service': first,
			'd.service': first,
		});
		const { backend, context, files } = practice;
		await start(backend, { units: ['a', 'b', 'c', 'd'], files }, context);
		const before = (await backend.unit('d.service', context.signal))?.machineId;
		const [result] = await redeploy(backend, { units: ['d'], files: having(second) }, context);
		expect(result?.outcome.kind).toBe('reached');
		expect(result?.view.unit?.machineId).toBe(before);
		expect(result?.view.states.map(({ hash }) => hash)).toEqual([result?.view.unit?.hash]);
	});

	test('keeps what the unit is', async () => {
		const practice = await practiceWith({ 'a.service': first });
		const { backend, context, files } = practice;
		await load(backend, { units: ['a'], files }, context);
		await redeploy(backend, { units: ['a'], files: having(second) }, context);
		expect(standing(practice)).toEqual(['a.service loaded, 1: inactive dead']);
		expect(await textOf(practice)).toContain('Nice');
	});

	test('sends nothing where the text is there already', async () => {
		const { backend, context, files } = await practiceWith({ 'a.service': first });
		await start(backend, { units: ['a'], files }, context);
		expect((await redeploy(backend, { units: ['a'], files }, context))[0]?.outcome).toEqual({ kind: 'unchanged' });
	});

	test('tells when the new text fails', async () => {
		const { backend, context, files } = await practiceWith({ 'a.service': first });
		await start(backend, { units: ['a'], files }, context);
		const broken = having('[Service]\nExecStart=/bin/false\n');
		expect((await redeploy(backend, { units: ['a'], files: broken }, context))[0]?.outcome).toMatchObject({
			kind: 'failed',
			problem: 'systemd-failed',
		});
	});

	test('is refused where fleet would silently keep the old text', async () => {
		const practice = await practiceWith({ 'a.service': first });
		const { context, files } = practice;
		const backend = { ...practice.backend, version: async () => 'v0.11.8' };
		await start(backend, { units: ['a'], files }, context);
		const message = 'fleet 0.11 replaces no text: it would keep the old one of a.service';
		await expect(redeploy(backend, { units: ['a'], files: having(second) }, context)).rejects.toThrow(message);
		const replace = { units: ['a'], files: having(second), replace: true };
		await expect(start(backend, replace, context)).rejects.toThrow(message);
	});

	test('writes nothing where one of the units is not there or has no good file', async () => {
		const practice = await practiceWith({ 'a.service': first });
		const { backend, context, files } = practice;
		await start(backend, { units: ['a'], files }, context);
		const both = { units: ['a', 'b'], files: having(second) };
		await expect(redeploy(backend, both, context)).rejects.toThrow('not in the registry: b.service');
		const none = { units: ['a'], files: { read: async () => undefined } };
		await expect(redeploy(backend, none, context)).rejects.toThrow('there is no file for a.service');
		const forbidden = having('[Service]\nExecStart=/bin/x\n[X-Fleet]\nGlobal=true\nMachineOf=b.service\n');
		await expect(redeploy(backend, { units: ['a'], files: forbidden }, context)).rejects.toThrow(
			'Global cannot be used',
		);
		expect(await textOf(practice)).not.toContain('Nice');
	});
});

function having(text: string) {
	return { read: async () => text };
}

async function textOf({ backend, context }: Practice): Promise<readonly string[]> {
	return ((await backend.unit('a.service', context.signal))?.options ?? []).map(({ name }) => name);
}
