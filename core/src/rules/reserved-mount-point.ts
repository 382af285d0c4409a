// Mount points that are systemd's own.

import { defineRule } from './rule.ts';
import { settingOf } from './support/counting-settings.ts';
import { wholeUnit } from './support/whole-unit.ts';

/** A mount of a file system that systemd mounts itself. */
export const reservedMountPoint = defineRule({
	id: 'reserved-mount-point',
	group: 'units',
	severity: 'error',
	since: '0.1.0',
	summary: 'A mount at a place that systemd mounts itself',
	why: 'File systems such as `/proc`, `/sys` and `/run` are there before any unit is read. systemd refuses mount units for them, and an automount of `/`.',
	reference: 'systemd.mount(5)',
	examples: [
		{
			file: 'run.mount',
			bad: `
[Mount]
What=tmpfs
Type=tmpfs
Where=/run
      ^^^^ systemd mounts \`/run\` itself and refuses a unit for it; mount something below it
`,
		},
		{
			file: 'run-web.mount',
			good: `
[Mount]
What=tmpfs
Type=tmpfs
Where=/run/web
`,
		},
	],
	check(unit, context) {
		const kind = context.file?.kind;
		if (kind !== 'mount' && kind !== 'automount') return;
		const whole = wholeUnit(unit, context);
		const where = whole && settingOf(whole, 'Where');
		if (!where?.here) return;
		const path = where.entry.value.text.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
		if (!(kind === 'mount' ? isReserved(path) : path === '/')) return;
		context.report(
			where.entry.value.span,
			`systemd mounts \`${path}\` itself and refuses a unit for it; mount something below it`,
		);
	},
});

// mount_point_is_api() and mount_point_ignore() of systemd, those that all releases have.
const reserved = new Set([
	...['/proc', '/sys', '/dev', '/run'],
	...['/dev/shm', '/dev/pts', '/dev/console', '/proc/kmsg', '/proc/sys'],
	...['/sys/fs/cgroup', '/sys/kernel/security', '/sys/fs/selinux', '/sys/fs/smackfs', '/sys/fs/pstore'],
	...['/sys/firmware/efi/efivars'],
]);

function isReserved(path: string): boolean {
	return reserved.has(path) || path.startsWith('/sys/fs/cgroup/');
}
