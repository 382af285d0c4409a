// Our texts for systemd.exec(5): users, groups, capabilities. What a user may see of others is in exec-sandbox.ts.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const execIdentityTexts: DirectiveTexts = {
	AmbientCapabilities: {
		does: 'Gives capabilities to a program that does not run as root, for example `CAP_NET_BIND_SERVICE` for ports below 1024. They survive the change to `User=` and are handed on to child processes, with no change to the file of the program.',
		without: 'A program under `User=` has no capabilities at all.',
		pitfall:
			'Without `User=` or `DynamicUser=` it has little point, since root has them anyway. `CapabilityBoundingSet=` caps it, so name them there as well. Some capabilities, `CAP_SYS_ADMIN` above all, are as good as root. For a low port a socket unit needs no capability, and containers solve it with a port mapping.',
		example: 'User=app\nAmbientCapabilities=CAP_NET_BIND_SERVICE',
	},
	CapabilityBoundingSet: {
		does: 'Sets the capabilities that the processes can ever have, even through setuid programs; `~` in front removes the named ones and leaves the rest. A service that only drops root itself can be cut down to two or three.',
		without: 'Root services hold every capability of the machine.',
		pitfall:
			'The list and the `~` form do not mix well: lines without it add up, lines with it take away. An empty line means *none*, not “all”. What a daemon really needs is found by trying, and missing ones show as “Operation not permitted” in odd places. `systemd-analyze security` tells what is left.',
		example: 'CapabilityBoundingSet=CAP_NET_BIND_SERVICE CAP_SETUID CAP_SETGID',
	},
	DynamicUser: {
		does: 'Invents a user for the time the service runs, so that none has to be set up. A sandbox comes along: read-only system and home, private `/tmp`, no new privileges. Files that last belong in `StateDirectory=`, `CacheDirectory=` or `LogsDirectory=`.',
		without: 'The service runs as `User=`, or as root.',
		pitfall:
			'The number is recycled: files elsewhere end up with a stranger, which is why writing elsewhere is forbidden. With a static user of the name in `User=`, that one is used and nothing is invented. The directories really lie in `/var/lib/private`, not open to other users. Owning a D-Bus name does not work.',
		example: 'DynamicUser=yes\nStateDirectory=app',
	},
	Group: {
		does: 'The main group of the processes, and with it the group of the files they create. Give a name or a number; it must exist when the service starts.',
		without: 'The login group of `User=`; for root services `root`.',
		pitfall:
			'Mostly superfluous: with `User=` set, its own group is taken. To get *access* to something, a device or a log, use `SupplementaryGroups=`, which adds without replacing. A group that does not exist stops the start with status 216/GROUP. In user services it cannot be changed at all. Directories from `StateDirectory=` and the like belong to this group too.',
	},
	NoNewPrivileges: {
		does: 'Makes sure that the program and its children never gain rights: setuid bits and file capabilities are ignored. It is a cheap and strong line of defence, and is switched on by many sandbox lines for services without root rights.',
		without: '`sudo`, `ping` of old kind and every setuid helper work, for an attacker as well.',
		pitfall:
			'Whatever calls `sudo` or `su` inside breaks, often with a puzzling message. So do mail programs that deliver through setuid helpers. It does not take away what the process has already: a root service stays root. Requests to other services, over D-Bus or `systemd-run`, are beyond its reach.',
	},
	PAMName: {
		does: 'Opens a PAM session for the service, with the limits and modules of `/etc/pam.d/NAME`; needs `User=`.',
		without: 'No session: limits from `limits.conf` and login modules do not apply.',
		pitfall:
			"The main process moves to a session scope of its own and then escapes the unit's limits. Meant for login-like services, not for daemons.",
	},
	SecureBits: {
		does: 'Sets kernel flags for how user 0 gains, keeps or loses capabilities.',
		without: 'All flags are off, and root works as usual.',
		pitfall:
			'Programs that drop root by `setuid()` may keep or lose more than they expect. Hardly any service needs it; `CapabilityBoundingSet=` is clearer.',
		words: {
			'keep-caps': 'Capabilities survive the change from root to another user.',
			'keep-caps-locked': 'The flag `keep-caps` cannot be changed any more.',
			'no-setuid-fixup': 'Changing user IDs no longer changes capabilities by itself.',
			'no-setuid-fixup-locked': 'The flag `no-setuid-fixup` is frozen as it is.',
			noroot: 'User 0 gets no capabilities from being user 0.',
			'noroot-locked': 'The flag `noroot` is final for this process and its children.',
			'no-cap-ambient-raise': 'Programs cannot add to their ambient capabilities; what they have stays.',
			'no-cap-ambient-raise-locked': 'The flag `no-cap-ambient-raise` is there to stay.',
			'exec-restrict-file': 'Asks interpreters to run a script only if the kernel says that it may be executed.',
			'exec-restrict-file-locked': 'The flag `exec-restrict-file` cannot be lifted again.',
			'exec-deny-interactive': 'Asks interpreters to refuse code that is typed or piped in.',
			'exec-deny-interactive-locked': 'The flag `exec-deny-interactive` cannot be lifted again.',
		},
	},
	SetLoginEnvironment: {
		does: 'Whether `$HOME`, `$LOGNAME` and `$SHELL` are set from the account.',
		without: 'They are, for services with `User=`, `DynamicUser=` or `PAMName=`, but not for plain root services.',
		pitfall: 'Programs under root that insist on `$HOME` need `yes` here. The key is ignored before 255.',
	},
	SupplementaryGroups: {
		does: 'Adds groups to those of the user: access to a device (`dialout`, `video`), to log files (`adm`), to the Docker socket. Several are separated by blanks, and further lines add to them.',
		without: 'The groups that the user database gives to `User=`.',
		pitfall:
			"Nothing is taken away by it, as the account's own groups always stay. A name that does not exist fails the start with 216/GROUP. New memberships in `/etc/group` count from the next start of the service; this line is needed only for what the account lacks. `docker` is root in disguise.",
		example: 'User=app\nSupplementaryGroups=dialout',
	},
	User: {
		does: "The account the commands run under, instead of root. All `Exec…=` lines are meant, `ExecStartPre=` as well, except those with the prefix `+` or `!`. The account's groups come along.",
		without: 'System services run as root, with everything an attacker could wish for.',
		pitfall:
			"The account must exist before the start (217/USER otherwise); `DynamicUser=yes` spares that. It can no longer open ports below 1024, write to `/run` or read root's files: `AmbientCapabilities=`, `RuntimeDirectory=` and `LoadCredential=` are the answers. In user services it is useless. For containers, the user inside is a matter of `docker run --user`; the client needs access to the socket.",
		example: 'User=app\nStateDirectory=app',
	},
};
