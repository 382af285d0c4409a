// Flags of commands that log in to machines. They are settings of the connection, and are read with it.

import type { OptionTable } from '../arguments.ts';

/** The flags. */
export const machineOptions = {
	'ssh-port': { type: 'string', value: 'N', help: 'port of ssh on the machines; that of your ssh config by default' },
} as const satisfies OptionTable;
