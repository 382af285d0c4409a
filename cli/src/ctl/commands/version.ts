// `ctl version`: of this program and, where it answers, of the fleet at the other end.

import { packageVersion } from '../../package-folder.ts';
import { defineCtlCommand } from '../ctl-command.ts';
import { printJson } from '../print-json.ts';

/** The command. */
export const version = defineCtlCommand({
	name: 'version',
	summary: 'prints the version of this program, and with --cluster that of fleet',
	usage: '[--cluster]',
	options: { cluster: { type: 'boolean', help: 'ask the cluster for its version, too' } },
	notes: [],
	run: async ({ values, settings, io, signal, connect }) => {
		const own = packageVersion();
		const fleet = values.cluster === true ? await (await connect()).version(signal) : undefined;
		if (settings.format === 'json') printJson(io, { 'fleet-units': own, fleet });
		else io.stdout.write(`fleet-units ${own}\n${values.cluster === true ? `fleet ${fleet ?? 'unknown'}\n` : ''}`);
		return 0;
	},
});
