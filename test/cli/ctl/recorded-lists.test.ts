// Lists are fleetctl's, byte for byte: given the answers that the real fleetctl was given, the same comes out.

import { describe, expect, test } from 'vitest';
import { runCli } from '../../support/cli.ts';
import { answersDuring, isAnswered, readRuns, serve } from './fleetctl-runs.ts';

const commands = ['list-machines', 'list-units', 'list-unit-files', 'cat'];

/** Runs that only read, and succeeded. */
const runs = readRuns().filter((run) => {
	return (
		run.exit === 0 && commands.some((command) => run.args[1] === command) && !run.args.includes('-l') && isAnswered(run)
	);
});

describe('a recorded list', () => {
	test('is there to be compared with', () => {
		expect(runs.length).toBeGreaterThan(30);
		expect(runs.filter(({ stdout }) => stdout.split('\n').length > 3).length).toBeGreaterThan(8);
	});

	test.each(runs.map((run, index) => [index, run.args.slice(1).join(' '), run] as const))(
		'%i: %s comes out as it did',
		async (_index, _words, run) => {
			const endpoint = await serve(answersDuring(run));
			const { code, stdout, stderr } = await runCli(['ctl', '--endpoint', endpoint, ...run.args.slice(1)]);
			expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: run.stdout, stderr: '' });
		},
	);
});
