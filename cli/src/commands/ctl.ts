// `fleet-units ctl COMMAND …`: fleetctl's commands and more. Their code is loaded only now: linting should not wait.

import type { Command } from '../command.ts';

/** The command. */
export const ctlCommand: Command = {
	name: 'ctl',
	summary: 'works with a fleet cluster, as fleetctl does',
	usage: '[flags] COMMAND …',
	options: {},
	notes: [],
	hasCommands: true,
	run: async (argv, io) => {
		const { runCtl } = await import('../ctl/main.ts');
		return await runCtl(argv, io);
	},
};
