// What systemd's exit statuses and results mean, in our words. systemd.exec(5) has the statuses under “Process Exit
// Codes”, systemd.service(5) the results; those that say enough by themselves are left out.

/** Exit statuses that systemd itself, or a shell, gives a process. */
export const exitMeanings: ReadonlyMap<string, string> = new Map([
	['126', 'what it calls cannot be run'],
	['127', 'what it calls is not there'],
	['200', 'its working directory cannot be entered'],
	['203', 'the program is not there or cannot be run'],
	['206', 'its standard input cannot be set up'],
	['209', 'its standard output cannot be set up'],
	['214', 'its priority cannot be set'],
	['216', 'there is no such group'],
	['217', 'there is no such user'],
	['218', 'its capabilities cannot be set'],
	['226', 'a path of its sandbox is not there'],
	['233', 'its runtime directory cannot be made'],
	['238', 'its state directory cannot be made'],
]);

/** Results of a service that are not the end of a process. */
export const resultMeanings: ReadonlyMap<string, string> = new Map([
	['timeout', 'it took longer than it may'],
	['watchdog', 'it gave no sign of life in time'],
	['start-limit-hit', 'it was started too often in a short time'],
	['oom-kill', 'its machine ran out of memory'],
	['resources', 'its machine could not give it what it needs'],
	['protocol', 'it did not do what its Type= promises'],
	['dependency', 'something it requires has failed'],
	['exit-code', 'a process of it ended with an error'],
	['signal', 'a process of it was killed'],
	['core-dump', 'a process of it crashed'],
]);
