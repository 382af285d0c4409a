// ssh asks the user: the program as ssh starts it, over the socket as the editor answers it.

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, createAskpass } from '../../../client/src/clusters/askpass.ts';
import { root } from '../../tidy/files.ts';

let folder = '';
let script = '';

beforeAll(async () => {
	folder = mkdtempSync(path.join(tmpdir(), "fleet units' test-"));
	script = path.join(folder, 'askpass.cjs');
	const entry = path.join(root, 'client/src/clusters/askpass-program.ts');
	await build({ entryPoints: [entry], outfile: script, bundle: true, platform: 'node', format: 'cjs' });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what the user types comes back as one line', async () => {
	const questions: string[] = [];
	const said = await run(["Enter passphrase for key '/home/me/.ssh/id':"], async (question) => {
		questions.push(question);
		return "it's secret";
	});
	expect(said).toEqual({ code: 0, stdout: "it's secret\n" });
	expect(questions).toEqual(["Enter passphrase for key '/home/me/.ssh/id':"]);
});

test('a user who gives up is a refusal', async () => {
	expect(await run(['Password:'], async () => undefined)).toEqual({ code: 1, stdout: '' });
});

test('nobody else can open what stands between', async () => {
	const askpass = await createAskpass(script, async () => 'x');
	expect(statSync(path.dirname(askpass?.program ?? '')).mode & 0o777).toBe(0o700);
	await askpass?.dispose();
	expect(() => statSync(path.dirname(askpass?.program ?? ''))).toThrow('ENOENT');
});

async function run(args: readonly string[], ask: Ask) {
	const askpass = await createAskpass(script, ask);
	if (askpass === undefined) throw new Error('there is no such program here');
	const env = { ...process.env, ...askpass.env };
	try {
		const { stdout } = await promisify(execFile)(askpass.program, args, { env });
		return { code: 0, stdout };
	} catch (error) {
		const { code, stdout } = error as { code: number; stdout: string }; // What execFile rejects with.
		return { code, stdout };
	} finally {
		await askpass.dispose();
	}
}
