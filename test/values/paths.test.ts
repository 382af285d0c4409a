// Paths and what is made of them: prefixes, directories, mounts, images, devices.
import { expect, test } from 'vitest';
import { faultsOf, noteOf } from './ask.ts';

test.each([
	['WorkingDirectory', '/srv/web'],
	['WorkingDirectory', '-~'],
	['EnvironmentFile', '-/etc/default/web'],
	['ReadWritePaths', '-+/srv "/with blanks"'],
	['ExecSearchPath', '/usr/bin:/bin'],
	['PIDFile', 'web.pid'],
	['StateDirectory', 'web web/cache'],
	['StateDirectory', 'web:link:ro'],
	['BindPaths', '/a:/b:norbind -/c'],
	['TemporaryFileSystem', '/var:ro,size=10M'],
	['MountImages', '/x.raw:/mnt:root:ro'],
	['RootImageOptions', 'root:ro,nosuid home:nodev'],
	['RootImagePolicy', 'root=verity+signed:home=ignore'],
	['DeviceAllow', 'char-tty rw'],
	['IODeviceWeight', '/dev/sda 200'],
	['IOReadBandwidthMax', '/ 5M'],
	['OpenFile', '/etc/x:conf:read-only'],
	['StandardOutput', 'append:/var/log/web.log'],
	['RuntimeDirectory', '%p'],
	['ReadWritePaths', '%t/web %S/%N'],
])('%s takes %s', (key, value) => {
	expect(faultsOf(key, value)).toBe('fine');
});

test.each([
	['EnvironmentFile', '"/etc/default/web"', 'the quotes are part of the path here'],
	['EnvironmentFile', '- /etc/default/web', 'a blank stands between the prefix and the path'],
	['ReadWritePaths', '+-/srv', '→ -+/srv'],
	['ReadWritePaths', '/srv/../etc', 'has `..` in it'],
	['ReadWritePaths', '/srv "unclosed', 'the quote is never closed'],
	['WorkingDirectory', '~/web', '→ %h/web'],
	['StateDirectory', '/var/lib/web', '→ web'],
	['StateDirectory', 'private', 'systemd calls its own directory'],
	['ConfigurationDirectory', 'web:link', 'takes no links'],
	['BindPaths', '/a:/b:ro', '`ro` is no option of a bind mount'],
	['BindPaths', '/a:', 'a path is missing beside the colon'],
	['MountImages', '/x.raw', 'the image has no target'],
	['RootImageOptions', 'rot:ro', 'did you mean `root`?'],
	['DeviceAllow', '/etc/passwd r', 'is no device'],
	['DeviceAllow', '/dev/null rwx', '`rwx` are no rights'],
	['IODeviceWeight', '/dev/sda', 'the value for the device is missing'],
	['OpenFile', '/etc/x:conf:read-only,append', 'exclude each other'],
	['StandardOutput', '/var/log/web.log', '→ append:/var/log/web.log'],
	['StandardOutput', '/dev/null', '→ null'],
	['StandardOutput', 'file:web.log', 'is no absolute path'],
	['PIDFile', '/proc/web.pid', 'belongs to the kernel'],
])('%s does not take %s', (key, value, message) => {
	expect(faultsOf(key, value)).toContain(message);
});

test('settings that systemd does not go on without refuse the unit', () => {
	expect(faultsOf('RootDirectory', 'srv')).toContain('refuses-unit');
	expect(faultsOf('ReadWritePaths', 'srv')).toContain('skips-item');
	expect(faultsOf('WorkingDirectory', '-srv')).toContain('skips-setting');
});

test('old releases know fewer forms', () => {
	expect(faultsOf('StateDirectory', 'web:link:rw', { release: 252 })).toBe('fine');
	expect(faultsOf('StateDirectory', 'web:link:rw')).toContain('`rw` is no flag');
	expect(faultsOf('RootImagePolicy', 'root=verify', { release: 257 })).toContain('did you mean `verity`?');
	expect(faultsOf('RootImagePolicy', 'root=verify')).toBe('fine');
});

test('an old name of the journal works, and is found', () => {
	expect(faultsOf('StandardOutput', 'syslog')).toContain('misled: `syslog` is an old name');
	expect(faultsOf('StandardOutput', 'syslog', { release: 245 })).toBe('fine');
});

test('a directory is shown where it lies', () => {
	expect(noteOf('StateDirectory', 'web')).toBe('/var/lib/web');
	expect(noteOf('EnvironmentFile', '-/etc/x')).toBe('no error if the path does not exist');
});
