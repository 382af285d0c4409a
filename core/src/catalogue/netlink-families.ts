// The netlink families that systemd knows by name (netlink(7)).

/** In the order of their numbers. */
export const netlinkFamilies: readonly string[] = [
	...['route', 'firewall', 'inet-diag', 'nflog', 'xfrm', 'selinux', 'iscsi', 'audit', 'fib-lookup', 'connector'],
	...['netfilter', 'ip6-fw', 'dnrtmsg', 'kobject-uevent', 'generic', 'scsitransport', 'ecryptfs', 'rdma'],
];
