// The socket address families of Linux by their constants (socket(2)).

/** Every name that systemd takes; some families have several. */
export const addressFamilies: readonly string[] = [
	...[
		'AF_UNIX',
		'AF_INET',
		'AF_INET6',
		'AF_NETLINK',
		'AF_PACKET',
		'AF_LOCAL',
		'AF_FILE',
		'AF_ROUTE',
		'AF_ALG',
		'AF_APPLETALK',
	],
	...['AF_ASH', 'AF_ATMPVC', 'AF_ATMSVC', 'AF_AX25', 'AF_BLUETOOTH', 'AF_BRIDGE', 'AF_CAIF', 'AF_CAN', 'AF_DECnet'],
	...['AF_ECONET', 'AF_IB', 'AF_IEEE802154', 'AF_IPX', 'AF_IRDA', 'AF_ISDN', 'AF_IUCV', 'AF_KCM', 'AF_KEY', 'AF_LLC'],
	...['AF_MCTP', 'AF_MPLS', 'AF_NETBEUI', 'AF_NETROM', 'AF_NFC', 'AF_PHONET', 'AF_PPPOX', 'AF_QIPCRTR', 'AF_RDS'],
	...[
		'AF_ROSE',
		'AF_RXRPC',
		'AF_SECURITY',
		'AF_SMC',
		'AF_SNA',
		'AF_TIPC',
		'AF_VSOCK',
		'AF_WANPIPE',
		'AF_X25',
		'AF_XDP',
	],
];
