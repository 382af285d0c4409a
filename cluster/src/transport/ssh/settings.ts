// What may be said about how ssh is used. All of it may be left out: then the person's ssh config, agent and known hosts
// decide, as when they type `ssh host`.

/** Settings of ssh, for every host that is reached in one road. */
export interface SshSettings {
	/** The program; `ssh` on the PATH when absent. */
	readonly program?: string;
	/** Read instead of the person's and the system's ssh config. */
	readonly configFile?: string;
	/** Known hosts instead of those of the ssh config; fleetctl's `--known-hosts-file`. */
	readonly knownHostsFile?: string;
	/** `false`: talk to whoever answers, and remember nobody; fleetctl's `--strict-host-key-checking=false`. */
	readonly strictHostKeys?: boolean;
	/** Milliseconds for logging in; fleetctl's `--ssh-timeout`. 10,000 when absent. */
	readonly connectTimeout?: number;
	/** Who logs in where neither the tunnel nor the ssh config names a user. fleetctl has `core`. */
	readonly fallbackUser?: string;
	/** `false`: a process for each stream. OpenSSH for Windows can do nothing else. */
	readonly multiplexing?: boolean;
}

/**
 * Who is asked when ssh wants a passphrase, a password or a yes. `batch`: nobody, so it fails instead. `askpass`: a
 * program that prints the answer, as ssh(1) has it for `SSH_ASKPASS`. `terminal`: the person at our own terminal.
 */
export type Authentication =
	| { readonly kind: 'batch' }
	| { readonly kind: 'askpass'; readonly program: string; readonly env?: Readonly<Record<string, string>> }
	| { readonly kind: 'terminal' };

/** Asks nobody. */
export const inBackground: Authentication = { kind: 'batch' };

/** Milliseconds that logging in may take. */
export function connectTimeoutOf({ connectTimeout = 10_000 }: SshSettings): number {
	return connectTimeout;
}

/** Milliseconds that logging in may take when a person has to type. */
export const interactiveTimeout = 120_000;
