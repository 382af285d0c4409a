// Devices that are to wait for something.

import { expandName } from '../workspace/names.ts';
import { referencesOf } from '../workspace/references-of.ts';
import { defineRule } from './rule.ts';

/** `Before=` of a device. */
export const beforeDevice = defineRule({
	id: 'before-device',
	group: 'units',
	severity: 'warning',
	since: '0.1.0',
	summary: '`Before=` of a device, which cannot wait',
	why: 'A device is there when the kernel has found it; no unit can hold it back. systemd ignores `Before=` of a `.device` unit, with a line in the log, and `After=` in one.',
	reference: 'systemd.device(5)',
	examples: [
		{
			file: 'set-up-disk.service',
			bad: `
[Unit]
Before=dev-vdb1.device local-fs.target
       ^^^^^^^^^^^^^^^ a device cannot be made to wait, and systemd ignores this; name what uses the device, such as its mount

[Service]
ExecStart=/usr/bin/set-up-disk
`,
		},
		{
			file: 'set-up-disk.service',
			good: `
[Unit]
After=dev-vdb.device
Before=srv-data.mount

[Service]
ExecStart=/usr/bin/set-up-disk
`,
		},
	],
	check(unit, { file, report }) {
		if (file === undefined) return;
		const waiting = file.kind === 'device' ? 'After' : 'Before';
		for (const { directive, name, span } of referencesOf(unit)) {
			const waits = waiting === 'After' || expandName(name, file).endsWith('.device');
			if (directive !== waiting || !waits) continue;
			report(
				span,
				'a device cannot be made to wait, and systemd ignores this; name what uses the device, such as its mount',
			);
		}
	},
});
