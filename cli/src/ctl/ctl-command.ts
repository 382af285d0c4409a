// The shape of a command of `fleet-units ctl`, and what one call of it is given.

import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import type { Arguments, OptionTable } from '../arguments.ts';
import type { Io } from '../io.ts';
import type { GlobalSettings } from './global-options.ts';

/** A command as its file declares it. */
export interface CtlCommand<T extends OptionTable = OptionTable> {
	readonly name: string;
	/** What it does, in a phrase. */
	readonly summary: string;
	/** What stands after its name. */
	readonly usage: string;
	/** Its own flags, beside the global ones. */
	readonly options: T;
	/** Paragraphs at the end of the help. */
	readonly notes: readonly string[];
	/** Whether what follows the first name is not for us, but the words of another command. */
	readonly passesRest?: boolean;
	/** Gives the exit code. */
	readonly run: (call: Call<T>) => Promise<number>;
}

/** One call of a command. */
export interface Call<T extends OptionTable = OptionTable> {
	readonly values: Arguments<T>['values'];
	readonly args: readonly string[];
	readonly settings: GlobalSettings;
	readonly io: Io;
	/** Is aborted when the user gives up. */
	readonly signal: AbortSignal;
	/** Opens the cluster, once. It is closed when the command is over. */
	readonly connect: () => Promise<ClusterBackend>;
}

/** Declares a command; its flags are typed inside, and hidden from those who list commands. */
export function defineCtlCommand<const T extends OptionTable>(command: CtlCommand<T>): CtlCommand {
	// A call is made with the values that were read by the command's own table.
	return command as unknown as CtlCommand;
}
