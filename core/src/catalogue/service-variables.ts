// The environment variables that systemd sets for the programs of a unit ("Environment Variables Set or Propagated by
// the Service Manager" in systemd.exec(5)). Whether one is set for a given command depends on its unit and is not asked.

/** A variable that systemd sets. */
export interface ServiceVariable {
	/** A phrase. */
	readonly meaning: string;
	/** First release that documents it, where that is younger than the tables. */
	readonly since?: number;
}

/** By name: those that commands use most come first. */
export const serviceVariables: Readonly<Record<string, ServiceVariable>> = {
	MAINPID: { meaning: 'process ID of the main process; empty before it runs' },
	SERVICE_RESULT: {
		meaning: 'how the service ended, for ExecStop and ExecStopPost: `success`, `timeout` …',
		since: 232,
	},
	EXIT_CODE: { meaning: 'for ExecStop and ExecStopPost: `exited`, `killed` or `dumped`', since: 232 },
	EXIT_STATUS: { meaning: 'for ExecStop and ExecStopPost: the exit status, or the name of the signal', since: 232 },
	RUNTIME_DIRECTORY: { meaning: 'the directories of RuntimeDirectory, with `:` between them', since: 244 },
	STATE_DIRECTORY: { meaning: 'the directories of StateDirectory, with `:` between them', since: 244 },
	CACHE_DIRECTORY: { meaning: 'the directories of CacheDirectory, with `:` between them', since: 244 },
	LOGS_DIRECTORY: { meaning: 'the directories of LogsDirectory, with `:` between them', since: 244 },
	CONFIGURATION_DIRECTORY: { meaning: 'the directories of ConfigurationDirectory, with `:` between them', since: 244 },
	CREDENTIALS_DIRECTORY: { meaning: 'where the credentials of the unit are', since: 247 },
	HOME: { meaning: 'home of the user that the command runs as' },
	USER: { meaning: 'name of the user that the command runs as' },
	LOGNAME: { meaning: 'name of the user that the command runs as' },
	SHELL: { meaning: 'shell of the user that the command runs as' },
	PATH: { meaning: 'the folders that programs are looked for in' },
	LANG: { meaning: 'the language of the system' },
	TERM: { meaning: 'kind of the terminal, where there is one' },
	TMPDIR: { meaning: 'folder for temporary files', since: 258 },
	XDG_RUNTIME_DIR: { meaning: 'runtime folder of the user, for units of a user or a session' },
	INVOCATION_ID: { meaning: 'ID of this run of the unit, 32 hexadecimal digits', since: 232 },
	JOURNAL_STREAM: { meaning: 'device and inode of the output, if that goes to the journal', since: 231 },
	NOTIFY_SOCKET: { meaning: 'where sd_notify() tells systemd how the service is', since: 229 },
	WATCHDOG_PID: { meaning: 'process that the watchdog expects to hear of', since: 229 },
	WATCHDOG_USEC: { meaning: 'microseconds within which the watchdog wants a sign of life', since: 229 },
	LISTEN_FDS: { meaning: 'number of the file descriptors that systemd hands over' },
	LISTEN_PID: { meaning: 'process that the descriptors are handed to' },
	LISTEN_PIDFDID: { meaning: 'inode of that process' },
	LISTEN_FDNAMES: { meaning: 'names of the descriptors, with `:` between them' },
	REMOTE_ADDR: { meaning: 'address of the peer, for a service with a connection of its own', since: 220 },
	REMOTE_PORT: { meaning: 'port of the peer, for a service with a connection of its own', since: 220 },
	SO_COOKIE: { meaning: 'number of the connection, for a service with one of its own', since: 258 },
	TRIGGER_UNIT: { meaning: 'the unit that started this one', since: 252 },
	TRIGGER_PATH: { meaning: 'the path that started this unit', since: 252 },
	TRIGGER_TIMER_REALTIME_USEC: { meaning: 'when the timer that started this unit elapsed', since: 252 },
	TRIGGER_TIMER_MONOTONIC_USEC: { meaning: 'likewise, on the clock that only goes forward', since: 252 },
	MONITOR_SERVICE_RESULT: { meaning: 'for OnFailure and OnSuccess: how the other unit ended', since: 251 },
	MONITOR_EXIT_CODE: { meaning: 'for OnFailure and OnSuccess: `exited`, `killed` or `dumped`', since: 251 },
	MONITOR_EXIT_STATUS: { meaning: 'for OnFailure and OnSuccess: the exit status, or the signal', since: 251 },
	MONITOR_INVOCATION_ID: { meaning: 'for OnFailure and OnSuccess: the ID of that run', since: 251 },
	MONITOR_UNIT: { meaning: 'for OnFailure and OnSuccess: the name of the other unit', since: 251 },
	PIDFILE: { meaning: 'the file of PIDFile', since: 242 },
	LOG_NAMESPACE: { meaning: 'the journal namespace of LogNamespace', since: 246 },
	SYSTEMD_EXEC_PID: { meaning: 'process ID of the command itself', since: 248 },
	MANAGERPID: { meaning: 'process ID of the service manager of the user' },
	MANAGERPIDFDID: { meaning: 'inode of the service manager of the user', since: 258 },
	MAINPIDFDID: { meaning: 'inode of the main process', since: 258 },
	MEMORY_PRESSURE_WATCH: { meaning: 'file to watch for memory getting scarce', since: 254 },
	MEMORY_PRESSURE_WRITE: { meaning: 'what to write into that file first, in Base64', since: 254 },
	CPU_PRESSURE_WATCH: { meaning: 'file to watch for the CPU getting scarce', since: 261 },
	CPU_PRESSURE_WRITE: { meaning: 'what to write into that file first, in Base64', since: 261 },
	IO_PRESSURE_WATCH: { meaning: 'file to watch for I/O getting scarce', since: 261 },
	IO_PRESSURE_WRITE: { meaning: 'what to write into that file first, in Base64', since: 261 },
	FDSTORE: { meaning: 'how many descriptors systemd keeps for the service', since: 254 },
	DEBUG_INVOCATION: { meaning: 'set for the restarts of RestartMode=debug', since: 257 },
};
