// `fleet-units cluster`: a practice cluster in the foreground, which speaks fleet's API and needs nothing installed. Its
// code is loaded only now: linting should not wait.

import { type OptionTable, readArguments, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { didYouMean } from '../did-you-mean.ts';

const speeds = ['real', 'fast'] as const;

const options = {
	machines: {
		type: 'string',
		value: 'FILE|N',
		help: 'so many made-up machines, or those of a JSON file; 3 by default',
	},
	listen: {
		type: 'string',
		multiple: true,
		value: 'ADDRESS',
		help: 'unix:PATH or tcp:127.0.0.1:PORT; may be repeated',
	},
	speed: { type: 'string', value: 'SPEED', help: 'real: as slow as a real fleet; fast, the default: at once' },
	state: { type: 'string', value: 'FILE', help: 'begin where that file ended, and write it at the end' },
} as const satisfies OptionTable;

/** The command. */
export const clusterCommand: Command = {
	name: 'cluster',
	summary: 'runs a practice cluster',
	usage: '[options]',
	options,
	notes: [
		[
			'It speaks the API of fleet v1.0.0, so fleet-units ctl, fleetctl and the editor can drive it; its machines are',
			'simulated and run nothing. Without --listen, it listens on a unix socket in a folder of its own.',
		].join('\n'),
		[
			'A FILE of machines is a list such as',
			'  [{ "id": "8e2f3a1c…", "primaryIP": "10.0.0.1", "metadata": { "role": "web" } }]',
			'or a snapshot of a cluster, of which the machines are taken.',
		].join('\n'),
	],
	run: async (argv, io) => {
		const { values, positionals } = readArguments(argv, options);
		if (positionals[0] !== undefined) throw new UsageError(`cluster takes no argument, so not \`${positionals[0]}\``);
		const { machines, listen = [], state } = values;
		const request = {
			listen,
			speed: readSpeed(values.speed ?? 'fast'),
			...(machines !== undefined && { machines }),
			...(state !== undefined && { state }),
		};
		const { runCluster } = await import('../ctl/main.ts');
		return await runCluster(request, io);
	},
};

function readSpeed(value: string): (typeof speeds)[number] {
	const speed = speeds.find((known) => known === value);
	if (speed !== undefined) return speed;
	throw new UsageError(`--speed: there is no \`${value}\`; use ${speeds.join(' or ')}${didYouMean(value, speeds)}`);
}
