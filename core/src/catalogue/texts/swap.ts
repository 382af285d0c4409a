// Our texts for the directives of systemd.swap(5). fstab is another language.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const swapTexts: DirectiveTexts = {
	Options: {
		does: 'Options for `swapon`, such as `discard` for SSDs.',
		without: 'Neither discard nor a priority of its own.',
		pitfall:
			'`discard` can slow the system down when memory is short; a periodic `fstrim` does not cover swap. A literal `%` is doubled.',
	},
	Priority: {
		does: 'Which area is filled first: the higher number. Equal ones are used in turn.',
		without: 'The kernel hands out falling negative numbers, in order of activation.',
		pitfall: '`pri=` in `Options=` wins. zram or fast disks must be *higher* than slow ones, or they stay empty.',
		bounds: '-1 to 32767',
	},
	TimeoutSec: {
		does: 'Time limit for `swapon` and `swapoff`.',
		without: '90 seconds.',
		pitfall:
			'Switching off a well-filled swap reads it all back and may take minutes; then the stop fails. 0 lifts the limit.',
	},
	What: {
		does: 'The device or file to swap to. Its escaped path names the unit: `/dev/sda2` is `dev-sda2.swap`. A dependency on the device, or on the mount that holds the file, is added by itself. fstab lines become such units, too.',
		without: 'The unit is refused.',
		pitfall:
			"The area must have been prepared with `mkswap`, or `swapon` fails with “Invalid argument”. Swap files need `0600`, must have no holes, and on btrfs no copy-on-write. `UUID=` and `/dev/disk/by-…` are safer than `sda2`; the unit's name must then match *that* path.",
		example: 'What=/dev/disk/by-partlabel/swap',
	},
};
