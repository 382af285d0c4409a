// Machines as they are written on the command line: `id:ip:key=value,key=value`, of which only the ID must be there.

import type { Machine } from '../../core/src/index.ts';
import { UsageError } from './arguments.ts';

/** Reads one machine. Throws `UsageError`. */
export function readMachine(text: string): Machine {
	const [, id = '', address, pairs] = /^([^:\s]+)(?::(\[[^\]]*\]|[^:]*)(?::(.*))?)?$/.exec(text) ?? [];
	if (id === '') throw new UsageError(`--machines: \`${text}\` is no machine; write ${machineForm}`);
	if (address?.includes('=')) throw new UsageError(addressFault(text, address));
	const primaryIP = address?.replace(/^\[(.*)\]$/, '$1');
	return { id, ...(primaryIP && { primaryIP }), metadata: readMetadata(pairs ?? '', text) };
}

/** How a machine is written, in words for messages. */
export const machineForm = 'id:ip:key=value,key=value; ip and metadata may be empty';

function addressFault(text: string, address: string): string {
	return `--machines: \`${text}\` has \`${address}\` where the IP stands; write ${machineForm}`;
}

/** fleet parts machine metadata at commas, strips blanks, and lets the last of several values win. */
function readMetadata(pairs: string, text: string): Machine['metadata'] {
	const entries = pairs
		.split(',')
		.filter((pair) => pair.trim() !== '')
		.map((pair): readonly [string, string] => {
			const at = pair.indexOf('=');
			const [key, value] = [pair.slice(0, Math.max(0, at)).trim(), pair.slice(at + 1).trim()];
			if (key !== '' && value !== '') return [key, value];
			throw new UsageError(`--machines: \`${pair}\` in \`${text}\` is no key=value; write ${machineForm}`);
		});
	return Object.fromEntries(entries);
}
