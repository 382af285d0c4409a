// The practice cluster of `npm start`: started by the built command line, given a few of the examples, and shown.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './set-up.mjs';
import { run, StepError } from './steps.mjs';

const program = path.join(root, 'dist', 'cli.cjs');
const units = [
	'hello-world.service',
	'web@1.service',
	'web@2.service',
	'web-announce@1.service',
	'node-metrics.service',
];

/** Starts it, runs a few examples on it and prints its machines and units. Gives its endpoint and the way to stop it. */
export async function startPractice() {
	const machines = path.join(root, 'examples', 'machines.json');
	const cluster = spawn(process.execPath, [program, 'cluster', '--machines', machines], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const closed = new Promise((resolve) => cluster.once('close', resolve));
	const stop = async () => {
		cluster.kill('SIGINT');
		await closed;
	};
	try {
		const endpoint = await Promise.race([endpointOf(cluster), closed.then(() => undefined)]);
		if (endpoint === undefined) throw new StepError('the practice cluster did not start: the reason stands above');
		await ctl(endpoint, 'start', ...units);
		await ctl(endpoint, 'list-machines');
		await ctl(endpoint, 'list-units');
		return { endpoint, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** It prints where it is as soon as it is there. */
function endpointOf(cluster) {
	return new Promise((resolve) => {
		cluster.stdout.once('data', (chunk) => resolve(/FLEETCTL_ENDPOINT=(\S+)/.exec(chunk)?.[1]));
	});
}

async function ctl(endpoint, command, ...args) {
	const cwd = path.join(root, 'examples', 'cluster');
	const { code } = await run(process.execPath, [program, 'ctl', '--endpoint', endpoint, command, ...args], { cwd });
	if (code !== 0) throw new StepError(`fleet-units ctl ${command} ended with ${code}: the reason stands above`);
}
