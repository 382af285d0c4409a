// What paths tell of unit files.
import { expect, test } from 'vitest';
import { readUnitFileName } from '../../core/src/catalogue/unit-file-name.ts';

const plain = { dropIn: false, generated: false };

test.each([
	['/etc/systemd/system/web.service', { unit: 'web.service', kind: 'service', prefix: 'web', ...plain }],
	['web@.service', { unit: 'web@.service', kind: 'service', prefix: 'web', instance: '', ...plain }],
	['web@a.b.service', { unit: 'web@a.b.service', kind: 'service', prefix: 'web', instance: 'a.b', ...plain }],
	['a@b@c.timer', { unit: 'a@b@c.timer', kind: 'timer', prefix: 'a', instance: 'b@c', ...plain }],
	['C:\\units\\dev-sda.device', { unit: 'dev-sda.device', kind: 'device', prefix: 'dev-sda', ...plain }],
	['web.service.j2', { unit: 'web.service', kind: 'service', prefix: 'web', dropIn: false, generated: true }],
	['web.service.in', { unit: 'web.service', kind: 'service', prefix: 'web', dropIn: false, generated: true }],
	[
		'web.service.d/10-limits.conf',
		{ unit: 'web.service', kind: 'service', prefix: 'web', dropIn: true, generated: false },
	],
	[
		'web@.service.d/x.conf',
		{ unit: 'web@.service', kind: 'service', prefix: 'web', instance: '', dropIn: true, generated: false },
	],
	['service.d/x.conf', { unit: 'service', kind: 'service', prefix: '', dropIn: true, generated: false }],
	['foo-.mount.d/x.conf', { unit: 'foo-.mount', kind: 'mount', prefix: 'foo-', dropIn: true, generated: false }],
	[
		'web.service.d/.#override.conf0123456789abcdef',
		{ unit: 'web.service', kind: 'service', prefix: 'web', dropIn: true, generated: false },
	],
	['.#web.service0123456789abcdef', { unit: 'web.service', kind: 'service', prefix: 'web', ...plain }],
])('%s', (path, expected) => {
	expect(readUnitFileName(path)).toEqual(expected);
});

test.each([
	'README.md',
	'web.conf',
	'.service',
	'web.service.bak',
	'web.service.d/README',
	'nginx/conf.d/x.conf',
	'web.network',
	'service',
	'',
])('%s is no unit file', (path) => {
	expect(readUnitFileName(path)).toBeUndefined();
});
