// Our texts for systemd.exec(5): directories that systemd makes for a unit. Other paths are in exec-paths.ts.

import type { DirectiveTexts } from './directive-text.ts';
import { preserveDirectoryWords } from './shared-words.ts';

/** Texts by key. */
export const execDirectoriesTexts: DirectiveTexts = {
	CacheDirectory: {
		does: 'Creates `/var/cache/NAME` for the user of the service and names it in `$CACHE_DIRECTORY`. For data that the program can make again: administrators delete such folders without asking. It stays over stops and restarts.',
		without: 'The program has to create its cache, for which it usually lacks the right in `/var/cache`.',
		pitfall:
			'Nothing cleans it up by itself; limit the size in the program, or with `CacheDirectoryQuota=` (258). `systemctl clean --what=cache` empties it. The name is relative and may have parts, `app/thumbs`, but no `..`. In user units it lies under `~/.cache`. Things that must survive belong in `StateDirectory=`.',
		example: 'CacheDirectory=app',
	},
	CacheDirectoryAccounting: {
		does: 'Counts the disk space of the cache directories with a project ID.',
		without: 'Nobody measures it but `du`.',
		pitfall: 'Works on ext4 and XFS with project quotas switched on at mount; elsewhere it is skipped silently.',
	},
	CacheDirectoryMode: {
		does: 'Permissions of what `CacheDirectory=` makes, in octal.',
		without: '`0755`, readable by every user.',
		pitfall:
			'Only the directory itself is adjusted, not the files in it, and at every start. Caches of private data want `0700`.',
	},
	CacheDirectoryQuota: {
		does: 'Upper bound for the disk space of the cache, as size or percentage.',
		without: 'The cache may fill the disk.',
		pitfall:
			'Needs project quotas, so check with `repquota` that it is in force. Programs see “Disk quota exceeded”, which not all of them forgive.',
	},
	ConfigurationDirectory: {
		does: 'Creates `/etc/NAME` and names it in `$CONFIGURATION_DIRECTORY`.',
		without: "A missing configuration folder is the program's problem.",
		pitfall:
			'Unlike its siblings it is *not* given to `User=`, so the service can read but not write its configuration. It does not bring any files.',
	},
	ConfigurationDirectoryMode: {
		does: 'Permissions of the folder below `/etc`.',
		without: '`0755`.',
		pitfall:
			'With secrets inside, `0750` and a group are tempting, but root stays the owner, and `User=` must still get in. Credentials solve that better.',
	},
	LogsDirectory: {
		does: 'Creates `/var/log/NAME` for the user of the service and puts its path into `$LOGS_DIRECTORY`. For programs that insist on log files of their own; it opens just this folder under `ProtectSystem=strict`.',
		without:
			'`/var/log` belongs to root: the program cannot create a folder there and often dies with “Permission denied”.',
		pitfall:
			'Rotation is not included: without a rule for logrotate the files grow for ever, and whatever rotates needs the same owner. Output on stdout is simpler, as the journal sorts, limits and forwards it. With `DynamicUser=yes` the real folder is `/var/log/private/NAME`.',
		example: 'LogsDirectory=app',
	},
	LogsDirectoryAccounting: {
		does: 'Measures the disk use of log directories by a project ID.',
		without: 'Unmeasured.',
		pitfall: 'It limits nothing; `LogsDirectoryQuota=` does. File systems other than ext4 and XFS do not take part.',
	},
	LogsDirectoryMode: {
		does: 'Permissions of the folders in `/var/log`.',
		without: 'Everybody may list and read (`0755`).',
		pitfall: 'Log files themselves follow `UMask=`. The group `adm`, customary for readers, is not set by it.',
	},
	LogsDirectoryQuota: {
		does: "Bounds the disk space of the unit's log folders.",
		without: 'A loop that logs can fill `/var`.',
		pitfall: 'At the bound, writing fails rather than rotating. The file system must have project quotas enabled.',
	},
	RuntimeDirectory: {
		does: 'Creates `/run/NAME` for the user of the service before the start and removes it after the stop; `$RUNTIME_DIRECTORY` has the path. The place for sockets and PID files of daemons without root rights, which may not write to `/run` themselves.',
		without: '`User=app` cannot create anything in `/run`, and a folder made by hand is gone after a reboot.',
		pitfall:
			'A restart empties it as well: whoever holds a socket there has to reconnect. `RuntimeDirectoryPreserve=restart` keeps it. Two units with one name delete it under each other. It stands on tmpfs, thus in memory. Relative names only.',
		example: 'User=app\nRuntimeDirectory=app',
	},
	RuntimeDirectoryMode: {
		does: 'Permissions of the directories in `/run`, such as `0750` for a socket that one group may reach.',
		without: '`0755`: all users may enter.',
		pitfall: 'Clients need the execute bit on the folder, besides write permission on the socket inside.',
	},
	RuntimeDirectoryPreserve: {
		does: 'Whether runtime directories survive a restart, or even a stop.',
		without: 'They go with every stop, the one within a restart included.',
		pitfall: 'With `yes` stale sockets and PID files meet the next start. A reboot clears them anyhow.',
		words: preserveDirectoryWords,
	},
	StateDirectory: {
		does: 'Creates `/var/lib/NAME` for the user of the service and gives its path in `$STATE_DIRECTORY`. It is writable even with `ProtectSystem=strict`, lasts over stops and upgrades, and replaces `mkdir` and `chown` in `ExecStartPre=`.',
		without: 'The directory must be made at installation, with the right owner, before the first start.',
		pitfall:
			'The name is relative: `/var/lib/app` is refused. Owner and mode of the folder are set at each start; if the owner differs, everything inside is changed over, which takes a while. With `DynamicUser=yes` it lies in `/var/lib/private`. `systemctl clean --what=state` deletes it for good. In user units it goes below the home.',
		example: 'User=app\nStateDirectory=app',
	},
	StateDirectoryAccounting: {
		does: 'Assigns a project ID to the state directories, by which quota tools report their size.',
		without: 'The data of different units cannot be told apart by quota tools.',
		pitfall: 'The file system needs the project-quota feature; nothing warns if it is missing.',
	},
	StateDirectoryMode: {
		does: 'Permissions of the folders below `/var/lib`; databases use `0700`.',
		without: '`0755`, whose readers include every local user.',
		pitfall:
			'It is applied at every start, so a `chmod` by hand does not last. PostgreSQL and SSH refuse folders that are too open.',
	},
	StateDirectoryQuota: {
		does: 'Limits how much lasting data the unit may store, `10G` or a percentage.',
		without: 'One service can use up the disk for all.',
		pitfall: 'Databases stop when they hit it, so watch the use. On btrfs and ZFS it has no effect.',
	},
	TimeoutCleanSec: {
		does: 'Time limit for `systemctl clean` on this unit.',
		without: 'It takes as long as it takes.',
		pitfall: 'At the limit the work is aborted with part of the data left. Large trees of small files are slow.',
	},
};
