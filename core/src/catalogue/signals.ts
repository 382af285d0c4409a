// The signals of Linux with their numbers on most architectures (signal(7)).

/** A signal; its name is also read without `SIG`. */
export interface Signal {
	readonly name: string;
	readonly number: number;
	/** A phrase. */
	readonly meaning: string;
}

/** The signals that have a name, by number. */
export const signals: readonly Signal[] = [
	{ name: 'SIGHUP', number: 1, meaning: 'the terminal is gone; many programs reload' },
	{ name: 'SIGINT', number: 2, meaning: 'interrupt, as Ctrl+C' },
	{ name: 'SIGQUIT', number: 3, meaning: 'quit with a core dump' },
	{ name: 'SIGILL', number: 4, meaning: 'illegal instruction' },
	{ name: 'SIGTRAP', number: 5, meaning: 'breakpoint' },
	{ name: 'SIGABRT', number: 6, meaning: 'abort with a core dump' },
	{ name: 'SIGBUS', number: 7, meaning: 'bad memory access' },
	{ name: 'SIGFPE', number: 8, meaning: 'arithmetic error' },
	{ name: 'SIGKILL', number: 9, meaning: 'ends at once; cannot be caught' },
	{ name: 'SIGUSR1', number: 10, meaning: 'for the program itself' },
	{ name: 'SIGSEGV', number: 11, meaning: 'invalid memory reference' },
	{ name: 'SIGUSR2', number: 12, meaning: 'for the program itself' },
	{ name: 'SIGPIPE', number: 13, meaning: 'nobody reads the pipe' },
	{ name: 'SIGALRM', number: 14, meaning: 'timer' },
	{ name: 'SIGTERM', number: 15, meaning: 'please end; the usual stop signal' },
	{ name: 'SIGSTKFLT', number: 16, meaning: 'unused' },
	{ name: 'SIGCHLD', number: 17, meaning: 'a child ended' },
	{ name: 'SIGCONT', number: 18, meaning: 'go on after a stop' },
	{ name: 'SIGSTOP', number: 19, meaning: 'stops; cannot be caught' },
	{ name: 'SIGTSTP', number: 20, meaning: 'stop from the terminal' },
	{ name: 'SIGTTIN', number: 21, meaning: 'read in the background' },
	{ name: 'SIGTTOU', number: 22, meaning: 'write in the background' },
	{ name: 'SIGURG', number: 23, meaning: 'urgent data on a socket' },
	{ name: 'SIGXCPU', number: 24, meaning: 'CPU limit passed' },
	{ name: 'SIGXFSZ', number: 25, meaning: 'file size limit passed' },
	{ name: 'SIGVTALRM', number: 26, meaning: 'virtual timer' },
	{ name: 'SIGPROF', number: 27, meaning: 'profiling timer' },
	{ name: 'SIGWINCH', number: 28, meaning: 'the window changed; Apache and nginx stop gracefully' },
	{ name: 'SIGIO', number: 29, meaning: 'I/O is possible' },
	{ name: 'SIGPWR', number: 30, meaning: 'power failure' },
	{ name: 'SIGSYS', number: 31, meaning: 'bad system call' },
];

/** The numbers of `SIGRTMIN` and `SIGRTMAX`, between which signals have no names of their own. */
export const realtimeSignals = { first: 34, last: 64 } as const;
