// All commands of `ctl`, in the order of the help.

import { cat } from './commands/cat.ts';
import { destroyCommand } from './commands/destroy.ts';
import { diffCommand } from './commands/diff.ts';
import { doctor } from './commands/doctor.ts';
import { drain } from './commands/drain.ts';
import { journal } from './commands/journal.ts';
import { listMachines } from './commands/list-machines.ts';
import { listUnitFiles } from './commands/list-unit-files.ts';
import { listUnits } from './commands/list-units.ts';
import { loadCommand } from './commands/load.ts';
import { placement } from './commands/placement.ts';
import { redeployCommand } from './commands/redeploy.ts';
import { restartCommand } from './commands/restart.ts';
import { rolloutCommand } from './commands/rollout.ts';
import { snapshot } from './commands/snapshot.ts';
import { ssh } from './commands/ssh.ts';
import { startCommand } from './commands/start.ts';
import { status } from './commands/status.ts';
import { stopCommand } from './commands/stop.ts';
import { submitCommand } from './commands/submit.ts';
import { unloadCommand } from './commands/unload.ts';
import { version } from './commands/version.ts';
import { watch } from './commands/watch.ts';
import { whatIfCommand } from './commands/what-if.ts';
import { whyCommand } from './commands/why.ts';
import type { CtlCommand } from './ctl-command.ts';

/** Those that fleetctl has, too, by the same names. */
export const fleetctlCommands: readonly CtlCommand[] = [
	listMachines,
	listUnits,
	listUnitFiles,
	cat,
	submitCommand,
	loadCommand,
	startCommand,
	stopCommand,
	unloadCommand,
	destroyCommand,
	restartCommand,
	status,
	journal,
	ssh,
	version,
];

/** Those beyond fleetctl. */
export const ownCommands: readonly CtlCommand[] = [
	diffCommand,
	redeployCommand,
	rolloutCommand,
	whyCommand,
	watch,
	placement,
	drain,
	whatIfCommand,
	doctor,
	snapshot,
];

/** All of them. */
export const ctlCommands: readonly CtlCommand[] = [...fleetctlCommands, ...ownCommands];
