// `ctl ssh` finds the machine that is meant and runs what the backend says; that it really is ssh, real suites test.
import { describe, expect, test } from 'vitest';
import { ssh } from '../../../cli/src/ctl/commands/ssh.ts';
import type { Call } from '../../../cli/src/ctl/ctl-command.ts';
import { readGlobalSettings } from '../../../cli/src/ctl/global-options.ts';
import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { machines, state, unit } from '../../cluster/operations/cluster-fixtures.ts';
import { practiceServer } from './practice-server.ts';

const [first = '', second = ''] = machines.map(({ id }) => id);
const web = unit('web.service', { machine: first });
const agent = unit('agent.service', { text: '[X-Fleet]\nGlobal=true\n' });

describe('ssh', () => {
	test.each([
		['web', first],
		['web.service', first],
		['2222', second],
		[second, second],
	])('to %s goes to the right machine, with the words of the command', async (name, machine) => {
		expect(await run([name, 'ls', '-l', '*'])).toEqual({ code: 0, stdout: `${machine} ls -l *` });
	});

	test('ends with the code of the command', async () => {
		expect(await run(['web', 'exit 3'])).toMatchObject({ code: 3 });
	});

	test.each([
		[['nothing'], {}, 'could not find matching unit or machine: nothing'],
		[['web'], { machine: true }, 'could not find matching unit or machine: web'],
		[['2222'], { unit: true }, 'could not find matching unit or machine: 2222'],
		[['agent'], {}, `agent is on several machines: ${first}, ${second}; name one of these machines`],
	])('to %j with %j is refused', async (args, values, message) => {
		await expect(run(args, values)).rejects.toThrow(message);
	});

	test('to a practice cluster is refused', async () => {
		const { ctl, endpoint } = await practiceServer({});
		expect(await ctl(['ssh', '1111', 'ls', '-l'])).toMatchObject({
			code: 1,
			stderr: `fleet-units: nobody can log in to the machines of ${endpoint}\n`,
		});
	});
});

async function run(args: readonly string[], values: Call['values'] | Readonly<Record<string, boolean>> = {}) {
	let stdout = '';
	const call = {
		args,
		values,
		settings: readGlobalSettings({}, {}),
		io: { stdout: { write: (text: Uint8Array) => (stdout += String(text)) }, stderr: { write: () => {} } },
		signal: new AbortController().signal,
		connect: async () => backend,
	};
	// Only what the command looks at.
	const code = await ssh.run(call as unknown as Call);
	return { code, stdout };
}

/** Prints the machine and the command instead of going there; `exit 3` is done. */
const backend = {
	label: 'a cluster',
	capabilities: new Set(['shell']),
	machines: async () => machines,
	unit: async (name: string) => [agent, web].find((one) => one.name === name),
	states: async () => [state(agent, first), state(agent, second), state(web, first)],
	shellCommand: async (id: string, command: readonly string[]) => {
		const script = 'const [id, ...words] = process.argv.slice(1); if (words[0] === "exit 3") process.exit(3);';
		return [process.execPath, '-e', `${script} process.stdout.write([id, ...words].join(" "))`, '--', id, ...command];
	},
} as unknown as ClusterBackend;
