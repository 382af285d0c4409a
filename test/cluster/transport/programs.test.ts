// Programs that run beside us: what they say, how they end, and that they end with all they started.

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ClusterError } from '../../../cluster/src/errors.ts';
import { startProgram } from '../../../cluster/src/transport/program.ts';
import { runToEnd } from '../../../cluster/src/transport/run.ts';
import { processStream } from '../../../cluster/src/transport/ssh/process-stream.ts';
import { processes } from '../../support/processes.ts';
import { eventually, failure, never, temporaryFolder } from './servers.ts';

const sh = (script: string, ...words: readonly string[]) => ['/bin/sh', '-c', script, 'sh', ...words];

describe('a program that is run to its end', () => {
	test('gives back what it said, and its exit code', async () => {
		expect(await runToEnd(sh('echo "$1"; echo oops >&2; exit 3', "it's $HOME"), {}, never)).toEqual({
			exitCode: 3,
			stdout: "it's $HOME\n",
			stderr: 'oops\n',
		});
	});

	test('that is not there has a fault', async () => {
		const end = await runToEnd(['/no/such/program'], {}, never);
		expect(end).toMatchObject({ exitCode: undefined, stdout: '', fault: { code: 'ENOENT' } });
	});

	test('is ended when it says too much', async () => {
		const call = runToEnd(sh('while :; do echo word; done'), { maxBytes: 10_000 }, never);
		expect(await failure(call)).toBe('protocol: /bin/sh says more than 10000 bytes');
	});

	test('is ended with what it started when it is given up', async () => {
		const mark = path.join(temporaryFolder(), 'mark');
		const runs = () => processes().filter(({ command }) => command.includes(mark));
		const giveUp = new AbortController();
		const call = failure(runToEnd(sh('sh -c "sleep 600; :" "$1"; :', mark), {}, giveUp.signal));
		await eventually(() => expect(runs().length).toBeGreaterThan(1));
		giveUp.abort();
		expect(await call).toBe('cancelled: the call was cancelled');
		await eventually(() => expect(runs()).toEqual([]));
	});

	test('that does not listen is killed', async () => {
		const giveUp = new AbortController();
		const call = failure(runToEnd(sh('trap "" TERM; while :; do sleep 0.05; done'), {}, giveUp.signal));
		giveUp.abort();
		expect(await call).toBe('cancelled: the call was cancelled');
	});

	test('does not wait for what it leaves behind', async () => {
		const { stdout } = await runToEnd(sh('echo done; sleep 30 >&2 &'), {}, never);
		expect(stdout).toBe('done\n');
	});
});

describe('a stream over a program', () => {
	const error = new ClusterError('unreachable', 'it failed');
	const streamOf = (script: string) => processStream(startProgram(sh(script)), async () => error);

	test('carries bytes both ways, and ends with the program', async () => {
		const stream = streamOf('cat');
		const sent = 'x'.repeat(300_000);
		stream.end(sent);
		expect((await stream.setEncoding('utf8').toArray()).join('')).toBe(sent);
	});

	test('fails when the program does', async () => {
		await expect(streamOf('echo half; exit 1').toArray()).rejects.toBe(error);
	});

	test('fails when the program ends well, but has only complained', async () => {
		await expect(streamOf('echo "Failed dialing remote address" >&2').toArray()).rejects.toBe(error);
	});

	test('does not fail for a complaint beside an answer', async () => {
		expect(String(await streamOf('echo warning >&2; echo answer').toArray())).toBe('answer\n');
	});

	test('loses nothing that is read late', async () => {
		const stream = streamOf('head -c 1000000 /dev/zero');
		await new Promise((resolve) => setTimeout(resolve, 50));
		const read = await stream.toArray();
		expect(Buffer.concat(read)).toHaveLength(1_000_000);
	});

	test('ends the program when it is destroyed', async () => {
		const mark = path.join(temporaryFolder(), 'mark');
		const program = startProgram(sh('sleep 600; :', mark));
		processStream(program, async () => error).destroy();
		expect((await program.ended).exitCode).toBeUndefined();
	});
});
