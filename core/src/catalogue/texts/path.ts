// Our texts for the directives of systemd.path(5). The watched paths’ syntax is the values’ business.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const pathTexts: DirectiveTexts = {
	DirectoryMode: {
		does: 'Permissions of folders that `MakeDirectory=` makes.',
		without: '`0755`.',
		pitfall: 'Owner is root in system units; to give the folder to a user, `tmpfiles.d` is the right place.',
	},
	DirectoryNotEmpty: {
		does: 'Starts the unit as long as the folder has anything in it: a spool. When the service has ended and files are left, it is started again.',
		without: 'Files wait until somebody starts the service.',
		pitfall:
			'The service must *empty* the folder; otherwise it runs over and over until the start limit stops it and the path unit with it. Programs that write slowly are interrupted by an eager service: let them write elsewhere and rename at the end. Hidden files are ignored. `MakeDirectory=yes` creates the folder.',
		example: 'DirectoryNotEmpty=/var/spool/app\nMakeDirectory=yes',
	},
	MakeDirectory: {
		does: 'Creates the watched folders first.',
		without: 'A missing folder is waited for, by watching its parent.',
		pitfall:
			'They belong to root with `DirectoryMode=`. It is not for `PathExists=`, which would be fulfilled by it at once.',
	},
	PathChanged: {
		does: 'Starts the unit when the file was written and closed, or renamed, removed, or changed in its attributes; for a folder, when entries come and go. Reloading on new certificates or configuration is the common use.',
		without: 'Changes have no consequence.',
		pitfall:
			'Only changes from now on count: what happened before the path unit started is missed. It does not look into subfolders, and on NFS or other network mounts changes by other machines go unseen. Changes *while* the service runs do not start it a second time, so read all there is. Editors often write twice.',
		example: 'PathChanged=/etc/ssl/app/cert.pem',
	},
	PathExists: {
		does: 'Starts the unit as soon as the path exists, also right away if it is there when watching begins. A flag file that a program drops, such as `/run/reboot-wanted`, is the typical use.',
		without: "The file's appearance goes unnoticed.",
		pitfall:
			'The service has to remove the file: as long as it exists, each end of the service starts it again, until the start limit stops both. It is no way to say “needs this file”; `ConditionPathExists=` is. To react to new contents use `PathChanged=`. Enable the `.path`, and not the service.',
		example: 'PathExists=/run/app/flush',
	},
	PathExistsGlob: {
		does: 'As `PathExists=`, with a pattern: any match for `/var/spool/app/*.job` starts the unit, at once if there are matches already. The service finds out by itself which files there are, since no names are handed over.',
		without: 'Files are noticed one fixed name at a time.',
		pitfall:
			'The matches must be gone when the service ends, or it starts again at once. While a file is still being written it matches already; let producers rename a finished one into place. Patterns know `*`, `?` and `[…]`, no braces and no `**`. Hidden files match only a pattern with a dot.',
		example: 'PathExistsGlob=/var/spool/app/*.job',
	},
	PathModified: {
		does: 'As `PathChanged=`, but each single write triggers as well, without waiting for the writer to close the file. Right for logs and files that are kept open, where `PathChanged=` would wait for ever.',
		without: 'Open files are noticed when they are closed, if at all.',
		pitfall:
			'A large copy triggers at its first block, so the service sees half a file; for complete files take `PathChanged=`. Frequent writes start the service again and again: `TriggerLimitBurst=` (200 within 2 s) then fails the path unit. A service that itself writes the file triggers itself.',
		example: 'PathModified=/var/log/app/events.log',
	},
	TriggerLimitBurst: {
		does: 'Activations allowed in the interval before the path unit fails.',
		without: '200.',
		pitfall:
			'Failed, it watches nothing until restarted. Usually the start limit of the *service* strikes before, and ends the path unit as well.',
	},
	TriggerLimitIntervalSec: {
		does: 'The time within which `TriggerLimitBurst=` counts activations of the path unit.',
		without: '2 seconds.',
		pitfall: '0 removes the brake; a service that never removes its file then runs in a tight loop. Since 250.',
	},
	Unit: {
		does: "What to start instead of the service with the path unit's own name.",
		without: '`app.path` starts `app.service`.',
		pitfall:
			'Which path caused the start is told since 252, in `$TRIGGER_PATH`. The unit must exist, or the path unit refuses to start. Do not enable the service itself.',
	},
};
