// The controllers of control groups that systemd knows, the kernel's and its own.

/** Each with the first release that takes it by name. */
export const cgroupControllers: ReadonlyMap<string, number> = new Map([
	['cpu', 183],
	['cpuacct', 183],
	['cpuset', 244],
	['io', 183],
	['blkio', 183],
	['memory', 183],
	['devices', 183],
	['pids', 183],
	['bpf-firewall', 183],
	['bpf-devices', 183],
	['bpf-foreign', 249],
	['bpf-socket-bind', 249],
	['bpf-restrict-network-interfaces', 250],
	['bpf-bind-network-interface', 258],
]);
