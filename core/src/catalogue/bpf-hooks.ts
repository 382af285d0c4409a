// The hooks of control groups that BPF programs attach to, by systemd's names.

/** In the order of systemd's table. */
export const bpfHooks: readonly string[] = [
	...['ingress', 'egress', 'sock_create', 'sock_ops', 'device', 'bind4', 'bind6', 'connect4', 'connect6', 'post_bind4'],
	...['post_bind6', 'sendmsg4', 'sendmsg6', 'sysctl', 'recvmsg4', 'recvmsg6', 'getsockopt', 'setsockopt'],
];
