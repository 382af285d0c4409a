// Programs on machines run with sudo(8), for hosts whose journals the one who logs in may not read. Shells are a
// person's own and stay as they are.

import type { MachineAccess } from './transport.ts';

/** The same way to the machines, with sudo before each program that runs without a person. */
export function withSudo(access: MachineAccess): MachineAccess {
	return {
		argv: (machine, command, signal, options) => access.argv(machine, command, signal, options),
		run: (machine, command, signal) => access.run(machine, ['sudo', ...command], signal),
		lines: (machine, command, signal) => access.lines(machine, ['sudo', ...command], signal),
		dispose: () => access.dispose(),
	};
}
