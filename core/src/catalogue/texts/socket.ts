// Our texts for the directives of systemd.socket(5). Those a socket shares with services stand elsewhere.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const socketTexts: DirectiveTexts = {
	Accept: {
		does: '`no`: one service receives the listening socket and accepts by itself, as nearly all daemons do. `yes`: systemd accepts, and each connection starts an instance of its own with the connection as its standard input, as inetd did.',
		without: '`no`.',
		pitfall:
			'`yes` needs a template: `app.socket` starts instances of `app@.service`, and a plain `app.service` will not do. Such services usually say `StandardInput=socket`. Failed instances pile up unless `CollectMode=inactive-or-failed`. `MaxConnections=` bounds them, 64 as a rule. For busy servers a process for each connection is too slow. Datagram sockets and FIFOs pay no heed to it.',
		example: 'ListenStream=7000\nAccept=yes',
	},
	AcceptFileDescriptors: {
		does: 'Whether peers may send file descriptors through the Unix socket.',
		without: 'They may.',
		pitfall:
			'D-Bus, Wayland and Podman depend on passing them. Switched off, such clients fail in strange ways. Since 258.',
	},
	Backlog: {
		does: 'How many connections may wait until the service accepts them.',
		without: 'Practically unlimited, cut to `net.core.somaxconn` (4096).',
		pitfall:
			'Raising it does nothing until the sysctl is raised, too. A full queue shows as time-outs at clients, not as refusals.',
	},
	BindIPv6Only: {
		does: 'Whether IPv6 sockets also take IPv4 clients, who then appear as `::ffff:a.b.c.d`.',
		without: "The system's setting, normally both.",
		pitfall: 'Two lines for the same port, one IPv4 and one IPv6, collide unless `ipv6-only` is set.',
		words: {
			default: 'As the kernel is set by `net.ipv6.bindv6only`, normally `both`.',
			both: 'An IPv6 socket takes IPv4 clients as well.',
			'ipv6-only': 'An IPv6 socket takes IPv6 clients alone, leaving the port free for an IPv4 line.',
		},
	},
	BindToDevice: {
		does: 'Takes traffic from one network interface only.',
		without: 'Any interface.',
		pitfall:
			"The socket waits for the interface's device unit, which holds up the boot if it never appears. For addresses that come late `FreeBind=` is simpler.",
	},
	Broadcast: {
		does: 'Permits sending to broadcast addresses.',
		without: 'Sending to them fails with “Permission denied”.',
		pitfall:
			'Receiving broadcasts works without it. Many libraries set it themselves, so it is rarely missed in a socket unit.',
	},
	DeferAcceptSec: {
		does: 'Wakes the service only once a client has sent data, HTTP for example.',
		without: 'Each new connection wakes it.',
		pitfall:
			'Wrong for protocols where the *server* greets first, such as SMTP, SSH or MySQL: clients wait for the whole time.',
	},
	DeferTrigger: {
		does: 'Instead of stopping conflicting units, waits to start the service until they are gone.',
		without: 'Traffic starts the service and pushes conflicting units aside.',
		pitfall: 'Clients hang meanwhile. Set `DeferTriggerMaxSec=` too. With `Accept=yes` it is not possible. Since 258.',
		words: {
			no: 'The service is started at once, and conflicting units are stopped for it.',
			yes: 'Waits while conflicting units are there, and fails once nothing is left to wait for.',
			patient: 'Waits until `DeferTriggerMaxSec=` has passed, whatever happens meanwhile.',
		},
	},
	DeferTriggerMaxSec: {
		does: 'The longest wait under `DeferTrigger=`; then the socket fails.',
		without: 'It waits without limit.',
		pitfall: 'A failed socket has to be started by hand, and until then clients are refused.',
	},
	DirectoryMode: {
		does: 'Permissions of parent folders made for a socket or FIFO.',
		without: '`0755`.',
		pitfall: 'Existing folders are left alone. Clients need the execute bit on each of them.',
	},
	ExecStartPost: {
		does: 'Runs after the sockets are open, e.g. to set an ACL on the socket file.',
		without: 'The socket unit is active directly.',
		pitfall: 'A failure closes the socket again. It runs when the *socket* starts, not when the service does.',
	},
	ExecStartPre: {
		does: 'Runs before the sockets are opened, say to make a directory.',
		without: 'They are opened at once.',
		pitfall:
			"Failing, it keeps the socket closed. `RuntimeDirectory=` in the service comes too late for the socket's folder; `DirectoryMode=` may do.",
	},
	ExecStopPost: {
		does: 'Runs after the sockets are closed, for tidying up around them.',
		without: 'Nothing happens after closing.',
		pitfall:
			'Socket files may still be there, as systemd keeps them unless `RemoveOnStop=yes`. The service may still run.',
	},
	ExecStopPre: {
		does: 'Runs before the sockets are closed.',
		without: 'They are closed straight away.',
		pitfall: 'The name exists for sockets only; services know `ExecStop=`. The service goes on running.',
	},
	FileDescriptorName: {
		does: 'Names the descriptors, which the service finds in `$LISTEN_FDNAMES`.',
		without: 'The name of the socket unit.',
		pitfall: 'All sockets of one unit have one name; to tell http from https use two units. Colons are forbidden.',
		bounds: 'at most 255 characters, no colon',
	},
	FlushPending: {
		does: 'Throws away unread data and waiting connections when the service exits.',
		without: 'They wait for the next start, and trigger it.',
		pitfall:
			'Requests are lost without an answer. It helps against endless restarts by a poisonous datagram. Not for `Accept=yes`.',
	},
	FreeBind: {
		does: 'Binds to an address that no interface has yet, so that the order of network and socket does not matter.',
		without: 'Binding to a missing address fails the socket.',
		pitfall: 'A typo in the address is no longer noticed. Not needed for sockets on all addresses.',
	},
	IPTOS: {
		does: 'Type-of-service mark on packets, a word or a number.',
		without: '0.',
		pitfall: 'The words are those of 1981; networks today use DSCP, so give the number, shifted left by two.',
		words: {
			'low-delay': 'Asks routers for speed (value 16).',
			throughput: 'Asks routers for volume (value 8).',
			reliability: 'Asks routers for few losses (value 4).',
			'low-cost': 'Asks routers for the cheapest way (value 2).',
		},
	},
	IPTTL: {
		does: 'How many hops packets may take.',
		without: '64 on Linux.',
		pitfall: "1 keeps traffic in the local network, a weak kind of protection. Clients' packets are not affected.",
	},
	KeepAlive: {
		does: 'Probes idle TCP connections, so that dead peers are noticed.',
		without: 'Silent connections stay for ever.',
		pitfall:
			'The first probe comes after two hours unless `KeepAliveTimeSec=` shortens that, long after NAT routers have forgotten.',
	},
	KeepAliveIntervalSec: {
		does: 'Pause between two keepalive probes on a connection that does not answer.',
		without: '75 seconds, from the kernel.',
		pitfall:
			'Has no effect without `KeepAlive=yes`. Intervals of seconds keep mobile devices awake and fill quiet networks.',
	},
	KeepAliveProbes: {
		does: 'How many probes without an answer make a connection dead.',
		without: '9.',
		pitfall:
			'Together with the interval it determines how long a dead peer is believed in: 9 × 75 s is eleven minutes.',
	},
	KeepAliveTimeSec: {
		does: 'Idle time before the first probe.',
		without: 'Two hours.',
		pitfall:
			'Choose it below the idle limit of firewalls in between, often five minutes. It is idle without `KeepAlive=yes`.',
	},
	ListenDatagram: {
		does: 'Listens for datagrams: UDP on a port or `IP:port`, or a Unix datagram socket with a path. One service takes all of them, whatever `Accept=` says. The first packet starts the service and is there for it to read.',
		without: 'No datagram socket is opened.',
		pitfall:
			'A service that exits without reading is started again at once, until the limits of socket or service stop it. UDP senders can be forged, so anybody may wake the service. Packets beyond the buffer are dropped without notice, see `ReceiveBuffer=`. A number alone listens on all addresses, v6 and v4. Lines add up, and an empty one clears *all* kinds of them.',
		example: 'ListenDatagram=127.0.0.1:8125',
	},
	ListenFIFO: {
		does: 'Makes a named pipe and starts the service when somebody writes into it. Shell scripts can talk to it with `echo` and a redirection; modes and owner come from `SocketMode=` and `SocketUser=`, missing parent folders are created.',
		without: 'Scripts need a client program for a real socket.',
		pitfall:
			'A pipe has no answer and no borders between messages: writers at the same time mix beyond 4 KiB. A service that does not read the pipe empty is triggered again. An existing file of that name that is no FIFO makes the start fail. The service must take the descriptor from systemd instead of opening the path.',
		example: 'ListenFIFO=/run/app/commands\nSocketMode=0620',
	},
	ListenMessageQueue: {
		does: 'Makes a POSIX message queue, `/name`, and starts the service when a message comes in. Messages keep their bounds and priorities.',
		without: 'No queue is opened.',
		pitfall:
			'The name has one slash at its front and none inside; it is no path. A queue that exists already keeps its sizes, and `MessageQueueMaxMessages=` is then without effect. Queues live in the IPC namespace: units with `PrivateIPC=yes` do not see it. Few programs use such queues; Unix sockets are better known and can answer.',
	},
	ListenNetlink: {
		does: 'Opens a netlink socket to the kernel, such as `kobject-uevent 1`, and starts the service on the first message of that family or multicast group. For daemons that wait for kernel events.',
		without: 'The daemon runs all the time and opens it itself.',
		pitfall:
			"A family name and a *number* of the group are wanted. Messages that overflow the buffer are lost, and the reader must ask anew for the full state. Most uses are in systemd's own units, udev and audit; ordinary services are better served by udev rules or `.path` units.",
	},
	ListenSequentialPacket: {
		does: 'Listens on a Unix socket that keeps the bounds of messages and still has connections, `SOCK_SEQPACKET`. Each `read` gets exactly one message. The control socket of udev is of this kind.',
		without: 'No such socket is opened.',
		pitfall:
			"It is for Unix sockets: a TCP port here is refused. Client and service must both know the type, otherwise connecting fails with “Protocol wrong type”. A message longer than the reader's buffer is cut without a warning. Shell tools can hardly talk to it.",
		example: 'ListenSequentialPacket=/run/app/control',
	},
	ListenSpecial: {
		does: 'Opens a device node or a file in `/proc` or `/sys` and starts the service when it becomes readable, as with `/dev/rfkill`. The service gets the open descriptor, and needs no right to open it itself.',
		without: 'The service has to run all the time to watch the file.',
		pitfall:
			'Read-only unless `Writable=yes`. Ordinary files cannot be watched this way: those are the business of `.path` units. The node must exist when the socket starts, so order it after the device. Not every file in `/proc` and `/sys` announces changes.',
	},
	ListenStream: {
		does: 'Listens for connections: `8080` on all addresses, `127.0.0.1:8080`, `[::1]:8080`, a path for a Unix socket, or `@name` for an abstract one. The first client starts the service, or each client with `Accept=yes`. Ports below 1024 need no privilege in the service.',
		without: 'A socket unit without any `Listen…=` is refused.',
		pitfall:
			'The program must accept sockets from systemd (`LISTEN_FDS`); one that binds the port itself fails with “Address already in use”. Containers usually cannot. A drop-in adds a second address unless an empty line clears first. For an address that comes up late add `FreeBind=yes`. Enable the `.socket`; the service needs no `WantedBy=`.',
		example: 'ListenStream=\nListenStream=127.0.0.1:8080',
	},
	ListenUSBFunction: {
		does: 'Opens a FunctionFS mount point, to implement a USB gadget by a program.',
		without: 'The board offers no function of its own to the host.',
		pitfall:
			'The service must have `USBFunctionDescriptors=` and `USBFunctionStrings=`. Mount FunctionFS beforehand and order after the mount.',
	},
	Mark: {
		does: 'Firewall mark on packets sent from the socket.',
		without: 'No mark.',
		pitfall: 'Needs a rule that looks for it, by `fwmark` or nftables. Replies on accepted connections carry it too.',
	},
	MaxConnections: {
		does: 'With `Accept=yes`: the most connections at one time.',
		without: '64.',
		pitfall:
			'Further clients are refused, not queued. A few clients that never hang up block everybody else; see the limit per source.',
	},
	MaxConnectionsPerSource: {
		does: 'With `Accept=yes`: connections from one address, or one user on Unix sockets.',
		without: 'No such limit.',
		pitfall: 'Behind a proxy or NAT, all clients look like one source.',
	},
	MessageQueueMaxMessages: {
		does: 'How many messages the queue holds.',
		without: "The kernel's default, ten.",
		pitfall:
			'Must be set together with the message size. Above `fs.mqueue.msg_max` it takes privilege. A full queue makes senders wait.',
	},
	MessageQueueMessageSize: {
		does: 'Longest message the queue accepts.',
		without: '8 KiB from the kernel.',
		pitfall: 'Readers need a buffer of at least that size, or their call fails. Set both queue keys or none.',
	},
	NoDelay: {
		does: 'Sends small TCP packets at once instead of collecting them.',
		without: "Nagle's algorithm may delay small writes up to 40 ms and more.",
		pitfall:
			'Programs that write byte by byte then flood the network. Most servers set it on accepted connections anyway.',
	},
	PassCredentials: {
		does: 'Receivers on the Unix socket learn PID, UID and GID of the sender.',
		without: 'They learn nothing with each message.',
		pitfall: 'The service has to read the ancillary data. For connections `SO_PEERCRED` is available without this.',
	},
	PassFileDescriptorsToExec: {
		does: "Passes the open sockets to the socket unit's own commands as well.",
		without: 'Those commands see no socket.',
		pitfall: '`ExecStartPre=` runs too early to get any. Since 256.',
	},
	PassPIDFD: {
		does: 'Receivers get a pidfd of the sender, safe against recycled numbers.',
		without: 'Only PIDs are available, which may be reused.',
		pitfall: 'Takes a kernel of 2023 or newer, and a program that asks for it. Since 258.',
	},
	PassPacketInfo: {
		does: 'Delivers destination address and interface with each packet.',
		without: 'UDP servers on several addresses cannot tell which one was asked, and answer from another.',
		pitfall: 'Of use only if the program reads it; DNS servers do.',
	},
	PassSecurity: {
		does: 'Receivers on the Unix socket learn the security label of the sender.',
		without: 'No label is delivered.',
		pitfall:
			'The program must read it from the ancillary data. On kernels without a label-based security module there is none.',
	},
	PipeSize: {
		does: 'Size of the buffer of the FIFO, which holds what nobody has read yet.',
		without: '64 KiB.',
		pitfall:
			'Beyond `fs.pipe-max-size` it takes privilege. Larger buffers hide slow readers, nothing more. The kernel rounds up to a power of two.',
	},
	PollLimitBurst: {
		does: 'Wake-ups allowed within the interval before the socket is paused for its rest.',
		without: '150 with `Accept=yes`, 15 otherwise.',
		pitfall:
			'A pause is harmless and over by itself; set 0 to switch it off. It counts each listening address separately.',
	},
	PollLimitIntervalSec: {
		does: 'The interval in which wake-ups are counted against `PollLimitBurst=`.',
		without: '2 seconds.',
		pitfall: 'Releases before 255 know only the harder `TriggerLimit…` pair, after which the socket stays dead.',
	},
	Priority: {
		does: "Priority of outgoing packets in the machine's own queues (`SO_PRIORITY`).",
		without: '0.',
		pitfall:
			'Values above 6 need privilege. Without a queueing discipline that looks at it, nothing is gained; routers never see it.',
		bounds: '0 to 6 without privilege',
	},
	ReceiveBuffer: {
		does: 'Kernel buffer for what comes in.',
		without: "The kernel's own choice, which for TCP grows with need.",
		pitfall:
			'A fixed size stops that growth and can slow TCP down. For UDP it prevents losses, up to `net.core.rmem_max`.',
	},
	RemoveOnStop: {
		does: 'Deletes socket files, FIFOs, queues and links when the socket unit stops.',
		without: 'They stay, and services that still run can be reached.',
		pitfall:
			'Restarting the socket takes the file from under clients. Sockets of services that outlive the unit become unreachable.',
	},
	ReusePort: {
		does: 'Lets several sockets bind the same port, shared out by the kernel.',
		without: 'A second one is refused as in use.',
		pitfall:
			'Any process of the same user may then join in and take a part of the connections. Failed instances swallow theirs.',
	},
	SELinuxContextFromNet: {
		does: 'Takes the SELinux level for the service from the network peer.',
		without: 'Level and label come from policy alone.',
		pitfall: 'Needs labelled networking and an MLS policy; without, it fails or does nothing.',
	},
	SendBuffer: {
		does: 'Kernel buffer for data on its way out.',
		without: 'Chosen and grown by the kernel.',
		pitfall:
			'Bounded by `net.core.wmem_max`. A fixed value prevents automatic growth, and large ones delay the moment a program notices a stalled peer.',
	},
	Service: {
		does: 'The service that traffic starts, if it has another name than the socket. Several sockets can name one service, which then receives the descriptors of all.',
		without: '`app.socket` starts `app.service`.',
		pitfall:
			'Only with `Accept=no`. The service should name the socket in its `Sockets=`, lest a start by hand runs it without its sockets. If both are stopped, the socket brings the service back with the next client: stop the `.socket` as well. A unit that does not exist makes the socket fail at its start. Templates need an instance here.',
		example: 'ListenStream=8080\nService=web-app.service',
	},
	SmackLabel: {
		does: 'Smack label of the socket file or FIFO.',
		without: "That of systemd, or the file system's rule.",
		pitfall: 'On kernels without Smack it is ignored. It governs who may open the file, not what is sent.',
	},
	SmackLabelIPIn: {
		does: 'Smack label required of incoming traffic.',
		without: "Smack's general rules apply.",
		pitfall:
			'Unlabelled hosts have one common label, which has to match or nothing arrives. Without Smack it is ignored.',
	},
	SmackLabelIPOut: {
		does: 'Smack label put on outgoing traffic of the socket.',
		without: 'The label of the process.',
		pitfall: 'Intermediate routers may drop packets with IP options, which is how labels travel.',
	},
	SocketGroup: {
		does: 'Group that owns the socket file, FIFO or queue, so that its members may connect.',
		without: '`root`, or the main group of `SocketUser=`.',
		pitfall:
			'Useful only with a tight `SocketMode=`, `0660` say, for the default lets everybody in. The group must exist at that time.',
	},
	SocketMode: {
		does: 'Permissions of the socket file, FIFO or queue, in octal; whoever has the *write* bit may connect. With `SocketUser=` and `SocketGroup=` it decides who can talk to the service.',
		without: '`0666`: every local user may connect.',
		pitfall:
			"The default surprises people with control sockets: anyone could stop their database. `0660` with a group is the usual choice; Docker's socket is the classic, and whoever is in its group is root. TCP and abstract sockets have no modes. Parent folders count as well: all need the execute bit. Changing it takes a restart of the *socket*.",
		example: 'ListenStream=/run/app.sock\nSocketMode=0660\nSocketGroup=app',
	},
	SocketProtocol: {
		does: 'Uses UDP-Lite, SCTP or multipath TCP in place of the usual protocol.',
		without: 'TCP or UDP.',
		pitfall:
			'Many firewalls and NATs drop the rarer ones. Multipath TCP falls back to TCP by itself, and needs a kernel with it.',
		words: {
			udplite: 'UDP-Lite, which delivers damaged packets too; only with `ListenDatagram=`.',
			sctp: 'SCTP, with several streams in a connection; the kernel module is often blocked.',
			mptcp: 'Multipath TCP, over several networks at once; plain TCP clients are served as ever.',
		},
	},
	SocketUser: {
		does: 'The owner of the socket file, FIFO or queue.',
		without: '`root`.',
		pitfall:
			'It does not run anything as that user: `User=` in the service does. Looked up when the socket starts, early in boot, so not for accounts from LDAP.',
	},
	Symlinks: {
		does: 'Further paths that link to the socket file.',
		without: 'One path only.',
		pitfall:
			'Possible with a single Unix socket or FIFO in the unit. A path that is taken already is skipped without failing.',
	},
	TCPCongestion: {
		does: 'Congestion control, such as `bbr` or `cubic`.',
		without: "The system's, mostly `cubic`.",
		pitfall:
			'The module must be loaded or loadable; otherwise, a warning and the default. `bbr` wants the `fq` queue on old kernels.',
	},
	TimeoutSec: {
		does: "Time limit for each of the socket unit's own commands, `ExecStartPre=` and its siblings.",
		without: '90 seconds.',
		pitfall: 'It limits neither connections nor the service. 0 switches it off.',
	},
	Timestamping: {
		does: 'Stamps incoming packets with the time of arrival.',
		without: 'No stamps.',
		pitfall: 'The program must read them from the ancillary data. NTP servers profit; all others pay a little.',
		words: {
			off: 'Packets carry no time of arrival.',
			us: 'Packets carry their time of arrival in microseconds.',
			ns: 'Packets carry their time of arrival in nanoseconds.',
		},
	},
	Transparent: {
		does: 'Lets a proxy accept connections meant for other addresses.',
		without: 'Only own addresses can be bound.',
		pitfall: 'Needs matching routing and TPROXY rules. Replies without them go astray.',
	},
	TriggerLimitBurst: {
		does: 'Starts allowed in the interval before the socket fails for good.',
		without: '20, or 200 with `Accept=yes`.',
		pitfall:
			'A service that crashes at once takes its socket down this way, and clients are refused until someone restarts the socket.',
	},
	TriggerLimitIntervalSec: {
		does: 'The interval for `TriggerLimitBurst=`, which counts activations.',
		without: '2 seconds.',
		pitfall:
			'0 lifts the limit, and with it the brake against endless starts. From 255 on the gentler polling limit strikes first.',
	},
	Writable: {
		does: 'Opens the file of `ListenSpecial=` for writing, too.',
		without: 'Read-only.',
		pitfall:
			'Some devices behave differently once opened for writing, and a write-protected file fails the socket. Other `Listen…=` kinds take no notice.',
	},
	XAttrAccept: {
		does: 'Sets extended attributes on accepted connections.',
		without: 'None.',
		pitfall:
			'With `Accept=yes` only, on Linux 7.0 or newer; elsewhere it is skipped with a debug message. Names begin with `user.`.',
	},
	XAttrEntryPoint: {
		does: "Sets extended attributes on the socket's file, so that tools find it: `user.varlink=entrypoint`.",
		without: 'The socket works and is not found by `varlinkctl list-sockets`.',
		pitfall: 'Unix sockets with a path only. Kernels before 7.0 cannot store them.',
	},
	XAttrListen: {
		does: 'Sets extended attributes on the listening socket itself.',
		without: 'It carries none.',
		pitfall:
			'Invisible in the file system: only programs that hold the descriptor can read them. Since 262, on kernels from 7.0.',
	},
};
