// From an edited file to running instances: diff, redeploy and rollout.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { practiceServer } from './practice-server.ts';

const first = '[Service]\nExecStart=/bin/sleep infinity\n';
const second = '[Service]\nExecStart=/bin/sleep infinity\nNice=5\n';
const broken = '[Service]\nExecStart=/bin/false\n';

describe('diff', () => {
	test('shows what was edited, as a unified diff, and ends with 1', async () => {
		const { ctl, edit } = await deployed();
		expect(await ctl(['diff', 'web@1'])).toMatchObject({
			code: 0,
			stdout: '',
			stderr: 'web@1.service: file, registry and machines have the same text\n',
		});
		edit(second);
		const { code, stdout, stderr } = await ctl(['diff', 'web@{1..3}']);
		expect(stdout.split('\n').slice(0, 6)).toEqual([
			...['--- web@1.service (registry)', '+++ web@.service', '@@ -1,2 +1,3 @@'],
			...[' [Service]', ' ExecStart=/bin/sleep infinity', '+Nice=5'],
		]);
		expect(stderr).toContain('web@1.service: edited: the file is not what the registry has; redeploy it\n');
		expect(stderr).toContain('web@3.service: not in the registry; submit or start it\n');
		expect(code).toBe(1);
	});

	test('tells programs of hashes', async () => {
		const { ctl, edit } = await deployed();
		edit(second);
		const [one] = JSON.parse((await ctl(['diff', 'web@1', '--format', 'json'])).stdout);
		expect(one).toMatchObject({ name: 'web@1.service', kind: 'edited', file: 'web@.service', outdated: [] });
		expect(one.fileHash).not.toBe(one.registryHash);
	});

	test('is in colour for people', async () => {
		const { ctl, edit } = await deployed();
		edit(second);
		expect((await ctl(['diff', 'web@1'], { env: { FORCE_COLOR: '1' } })).stdout).toContain('\x1b[32m+Nice=5\x1b[0m\n');
	});
});

describe('redeploy', () => {
	test('gives a unit its new text where it is', async () => {
		const { ctl, edit } = await deployed();
		edit(second);
		expect(await ctl(['redeploy', 'web@1'])).toMatchObject({
			code: 0,
			stdout: 'Unit web@1.service launched on 11111111.../10.0.0.1\n',
			stderr: '',
		});
		expect((await ctl(['cat', 'web@1'])).stdout).toBe(second);
		expect((await ctl(['cat', 'web@2'])).stdout).toBe(first);
	});

	test('of what is not in the registry is refused', async () => {
		const { ctl } = await deployed();
		expect(await ctl(['redeploy', 'web@7'])).toMatchObject({
			code: 1,
			stderr: 'fleet-units: not in the registry: web@7.service; start it, which submits it first\n',
		});
	});
});

describe('rollout', () => {
	test('goes through the instances one by one', async () => {
		const { ctl, edit } = await deployed();
		edit(second);
		const { code, stdout, stderr } = await ctl(['rollout', '--healthy-for', '0', 'web@.service']);
		expect(stdout).toBe(
			'Unit web@1.service launched on 11111111.../10.0.0.1\nUnit web@2.service launched on 22222222.../10.0.0.2\n',
		);
		expect(stderr).toMatch(
			/^0 of 2 done; now web@1\.service\n1 of 2 done; now web@2\.service\n2 of 2 instances of web@\.service have [0-9a-f]{7}\n$/,
		);
		expect(code).toBe(0);
		expect((await ctl(['cat', 'web@.service'])).stdout).toBe(second);
	});

	test('ends at the first failure, and goes on with the same command', async () => {
		const { ctl, edit } = await deployed();
		edit(broken);
		const failed = await ctl(['rollout', 'web@.service']);
		expect(failed.stderr).toContain('web@1.service has failed on 11111111; see its journal\n');
		expect(failed.stderr).toContain(
			'left as they were: web@1.service, web@2.service; the same command goes on with them\n',
		);
		expect(failed.code).toBe(1);
		expect((await ctl(['cat', 'web@2'])).stdout).toBe(first);
		edit(second);
		const { code, stdout } = await ctl(['rollout', '--healthy-for', '0.1', '--format', 'json', 'web@.service']);
		expect(JSON.parse(stdout)).toMatchObject({
			template: 'web@.service',
			isComplete: true,
			done: ['web@1.service', 'web@2.service'],
			left: [],
			units: [{ outcome: 'reached' }, { outcome: 'reached' }],
		});
		expect(code).toBe(0);
	});

	test('of a file that is none does not begin', async () => {
		const { ctl } = await deployed();
		expect(await ctl(['rollout', 'db@.service'])).toMatchObject({
			code: 1,
			stderr: 'fleet-units: there is no file db@.service\n',
		});
	});
});

/** A template with two instances that run, and a way to edit its file. */
async function deployed() {
	const server = await practiceServer({ 'web@.service': first });
	await server.ctl(['submit', 'web@.service']);
	await server.ctl(['start', 'web@{1..2}']);
	const edit = (text: string) => writeFileSync(path.join(server.folder, 'web@.service'), text);
	return { ...server, edit };
}
