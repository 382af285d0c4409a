// Our texts for the directives of [Install] in systemd.unit(5). Nothing here acts at run time.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const installTexts: DirectiveTexts = {
	Alias: {
		does: 'Further names under which the unit can be reached once it is enabled; `systemctl enable` makes links with them. Typical: `sshd.service` for `ssh.service`, or `default.target` for a target.',
		without: 'The unit has the name of its file only.',
		pitfall:
			"Nothing happens before `enable`, and `disable` removes the names again, even if others rely on them in `After=`. The suffix must be the same as the file's. Mounts, automounts, swaps and slices cannot have aliases. After editing this line run `systemctl reenable`, as old links stay. fleet addresses units by file name alone.",
		example: 'Alias=web.service',
	},
	Also: {
		does: 'Units to enable and disable together with this one: a service names its socket or timer, so that one command is enough. Each of them is treated by its own [Install] section.',
		without: 'Each unit is enabled by itself, and one is easily forgotten.',
		pitfall:
			'Enabling is not starting: `systemctl enable --now` starts only what is named on the command line. The command fails if one of them does not exist. Disabling takes the others along as well, perhaps against the wish of somebody who enabled them by hand. At run time the line means nothing; there are `Wants=` and `PartOf=` for that.',
		example: 'Also=app.socket',
	},
	DefaultInstance: {
		does: 'The instance that `systemctl enable app@.service` takes when no name is given.',
		without: 'Enabling a bare template is refused, unless the units named by `WantedBy=` are templates too.',
		pitfall:
			'Starting still needs an instance: `systemctl start app@.service` fails regardless. Without meaning in units that are no templates.',
	},
	RequiredBy: {
		does: 'On enabling, makes the listed units *require* this one: their start then pulls it in and depends on it. A link in their `.requires/` folder is all that `systemctl enable` creates.',
		without: "Nobody requires it; it starts by hand or through others' own lines.",
		pitfall:
			'If this unit fails and is ordered before the other, that one does not start either: with `multi-user.target` here, a failing service can keep the machine from finishing its boot. `WantedBy=` is nearly always what you want. Requiring gives no order, so add `Before=`. A link by an earlier `enable` stays until `disable` or `reenable`.',
		example: 'RequiredBy=app.target',
	},
	UpheldBy: {
		does: 'On enabling, makes the listed units keep this one running: whenever it is found down, it is started again.',
		without: 'Only its own `Restart=` brings it back.',
		pitfall:
			'You cannot stop it by hand for long. Older systemd (before 254) ignores the line, so that `enable` links nothing.',
	},
	WantedBy: {
		does: 'On `systemctl enable`, hooks this unit into others, so that their start pulls it in: `multi-user.target` for services that run from boot, `timers.target`, `sockets.target`, or `default.target` for user units.',
		without: 'The unit cannot be enabled (“no installation config”); it starts by hand or because others want it.',
		pitfall:
			'Enabling starts nothing before the next boot: add `--now`. A changed line has no effect until `systemctl reenable`. A name without suffix, `multi-user`, is refused. The started unit of a timer or socket needs no such line. fleet 1.0 enables units with [Install] on their machine, and older releases ignore it: there, [X-Fleet] decides where a unit runs.',
		example: 'WantedBy=multi-user.target',
	},
};
