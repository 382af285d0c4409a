// The kinds of namespaces of Linux, by the names that systemd has for them (namespaces(7)).

/** What each kind keeps apart. */
export const namespaces: Readonly<Record<string, string>> = {
	cgroup: 'control groups',
	ipc: 'System V IPC and message queues',
	mnt: 'mounts',
	net: 'network',
	pid: 'process IDs',
	time: 'clocks since boot',
	user: 'users, groups and capabilities',
	uts: 'host name',
};
