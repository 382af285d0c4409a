// Closed sets of words, truth values, and sets with a leading `~`.
import { expect, test } from 'vitest';
import { completed, faultsOf, itemsOf, noteOf } from './ask.ts';

test('a misspelt word leads to the right one', () => {
	expect(faultsOf('Restart', 'on-fail')).toBe(
		[
			'on-fail',
			'^^^^^^^ skips-setting: `on-fail` is none of the words that `Restart=` takes, so systemd skips the setting; did you mean `on-failure`? → on-failure',
		].join('\n'),
	);
});

test('words are judged by the release', () => {
	expect(faultsOf('Type', 'notify-reload', { release: 253 })).toBe('fine');
	expect(faultsOf('Type', 'notify-reload', { release: 252 })).toContain(
		'`notify-reload` came with systemd 253, and 252 does not know it',
	);
});

test('a number stands for a word where systemd reads it so', () => {
	expect(faultsOf('IOSchedulingClass', '2')).toBe('fine');
	expect(faultsOf('Restart', '2')).not.toBe('fine');
});

test.each(['yes', 'No', 'TRUE', 'off', '1', 't'])('`%s` is a truth value', (value) => {
	expect(faultsOf('PrivateNetwork', value)).toBe('fine');
});

test('words that people take for truth values are mended', () => {
	expect(faultsOf('PrivateNetwork', 'enabled')).toContain('did you mean `yes`?');
	expect(faultsOf('PrivateNetwork', 'maybe')).toContain('write `yes` or `no`');
});

test('a wrong truth value of DynamicUser= is refused', () => {
	expect(faultsOf('DynamicUser', 'maybe')).toContain('so systemd refuses the unit');
	expect(faultsOf('DynamicUser', 'maybe', { release: 234 })).toContain('so systemd skips the setting');
});

test('another spelling of a truth value is explained', () => {
	expect(noteOf('PrivateNetwork', 'on')).toBe('systemd reads it as `yes`');
	expect(noteOf('PrivateNetwork', 'yes')).toBeUndefined();
});

test('an unknown capability is found though systemd is silent', () => {
	expect(faultsOf('CapabilityBoundingSet', '~CAP_CHOWN CAP_NET_ADMN')).toBe(
		[
			'~CAP_CHOWN CAP_NET_ADMN',
			'           ^^^^^^^^^^^^ misled: there is no capability `CAP_NET_ADMN`, and systemd says nothing; did you mean `CAP_NET_ADMIN`? → ~CAP_CHOWN CAP_NET_ADMIN',
		].join('\n'),
	);
	expect(faultsOf('CapabilityBoundingSet', 'cap_kill 5')).toBe('fine');
	expect(faultsOf('CapabilityBoundingSet', 'kill')).toContain('→ CAP_KILL');
});

test('an unknown secure bit is found though systemd is silent', () => {
	expect(faultsOf('SecureBits', 'keep-caps norot')).toContain('misled: there is no word `norot`');
	expect(faultsOf('SecureBits', 'keep-caps exec-restrict-file', { release: 257 })).toContain('came with systemd 258');
});

test('an unknown system call or group is skipped', () => {
	expect(faultsOf('SystemCallFilter', '@system-service ~mount')).toContain('`~mount` is no system call');
	expect(faultsOf('SystemCallFilter', 'mount opne')).toContain('did you mean `open`?');
	expect(faultsOf('SystemCallFilter', '@mounts')).toContain('did you mean `@mount`?');
});

test('only what is forbidden has an error', () => {
	expect(faultsOf('SystemCallFilter', '~@mount:EPERM @swap:kill')).toBe('fine');
	expect(faultsOf('SystemCallFilter', '@mount:EPERM')).toContain('a call that is allowed has no error');
	expect(faultsOf('SystemCallFilter', '~@mount:EPRM')).toContain('`EPRM` is no error number');
});

test('groups are judged by the release, and name their members', () => {
	expect(faultsOf('SystemCallFilter', '@sandbox', { release: 252 })).toContain('came with systemd 254');
	expect(noteOf('SystemCallFilter', '~@swap')).toBeUndefined();
	expect(noteOf('SystemCallFilter', '~@sw<|>ap')).toBe('swap space: swapoff swapon');
});

test('address families are read in any case, and `none` stands alone', () => {
	expect(faultsOf('RestrictAddressFamilies', 'af_inet AF_UNIX')).toBe('fine');
	expect(faultsOf('RestrictAddressFamilies', 'none')).toBe('fine');
	expect(faultsOf('RestrictAddressFamilies', 'inet')).toContain('did you mean `AF_INET`?');
	expect(faultsOf('RestrictAddressFamilies', 'AF_INET none')).toContain('`none` is no address family');
});

test('kinds of namespaces have short names', () => {
	expect(faultsOf('RestrictNamespaces', '~user net')).toBe('fine');
	expect(faultsOf('RestrictNamespaces', 'network')).toContain('did you mean `net`?');
});

test('architectures are those of systemd', () => {
	expect(faultsOf('SystemCallArchitectures', 'native x86-64')).toBe('fine');
	expect(faultsOf('SystemCallArchitectures', 'x86_64')).toContain('did you mean `x86-64`?');
	expect(faultsOf('SystemCallArchitectures', 'loongarch64', { release: 252 })).toContain('came with systemd 253');
});

test('signals have names, numbers and distances', () => {
	for (const value of ['SIGTERM', 'TERM', '15', 'RTMIN+3', 'SIGRTMAX-30'])
		expect(faultsOf('KillSignal', value)).toBe('fine');
	expect(faultsOf('KillSignal', 'sigint')).toContain('did you mean `SIGINT`?');
	expect(faultsOf('KillSignal', 'SIGRTMIN+31')).not.toBe('fine');
	expect(noteOf('KillSignal', '9')).toBe('SIGKILL (9): ends at once; cannot be caught');
});

test('exit statuses have names and numbers, and each item of a list counts', () => {
	expect(faultsOf('SuccessExitStatus', 'TEMPFAIL 250 SIGKILL')).toBe('fine');
	expect(faultsOf('SuccessExitStatus', '1 EX_CONFIG')).toContain('skips-item');
	expect(faultsOf('SuccessExitStatus', '1,2')).toContain('→ 1 2');
	expect(noteOf('SuccessExitStatus', '1 7<|>5')).toBe('TEMPFAIL (75): temporary failure; try again');
});

test('items leave out what a list has, and what the release does not know', () => {
	const items = itemsOf('CapabilityBoundingSet', 'CAP_KILL <|>');
	expect(items).not.toContain('CAP_KILL');
	expect(items).toContain('CAP_CHOWN');
	expect(itemsOf('Type', '', { release: 252 })).not.toContain('notify-reload');
});

test('an item takes the place of the word at the caret', () => {
	expect(completed('CapabilityBoundingSet', '~CAP_KILL CAP_N<|>X CAP_CHOWN', 'CAP_NET_RAW')).toBe(
		'~CAP_KILL CAP_NET_RAW CAP_CHOWN',
	);
	expect(completed('SystemCallFilter', '~@mo<|>:EPERM', '@mount')).toBe('~@mount:EPERM');
});
