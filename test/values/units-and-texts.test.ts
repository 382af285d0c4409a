// Names of units, users, buses and links; conditions, environments, credentials and specifiers.
import { expect, test } from 'vitest';
import { completed, faultsOf, itemsOf, noteOf } from './ask.ts';

const unit = { section: 'Unit' } as const;

test('units in a list are judged one by one', () => {
	expect(faultsOf('After', 'network-online a.service b', unit)).toBe(
		[
			'network-online a.service b',
			'^^^^^^^^^^^^^^ skips-item: `network-online` is no name of a unit, so systemd skips it; did you mean `network-online.target`? → network-online.target a.service b',
			'                         ^ skips-item: `b` is no name of a unit, so systemd skips it; did you mean `b.service`? → network-online a.service b.service',
		].join('\n'),
	);
});

test('commas and quotes are no separators of units', () => {
	expect(faultsOf('After', 'a.service,b.service', unit)).toContain('→ a.service b.service');
	expect(faultsOf('After', '"a.service"', unit)).toContain('remove the quotes');
});

test('what a unit starts has the right kind', () => {
	expect(faultsOf('Unit', 'a.service', { section: 'Timer', file: 'a.timer' })).toBe('fine');
	expect(faultsOf('Unit', 'a.timer', { section: 'Timer', file: 'a.timer' })).toContain('cannot start itself');
	expect(faultsOf('Service', 'web', { section: 'Socket', file: 'a.socket' })).toContain('→ web.service');
	expect(faultsOf('Sockets', 'a.socket b.service')).toContain('`b.service` is no socket');
	expect(faultsOf('Slice', 'web')).toContain('→ web.slice');
	expect(faultsOf('Slice', 'a--b.slice')).toContain('misled: a level of `a--b.slice` has no name');
});

test('what `systemctl enable` links is a name of a unit', () => {
	expect(faultsOf('WantedBy', 'multi-user', { section: 'Install' })).toContain(
		'misled: `multi-user` is no name of a unit, and `systemctl enable` fails; did you mean `multi-user.target`?',
	);
	expect(faultsOf('Alias', 'b.socket', { section: 'Install' })).toContain('end it in `.service`');
});

test('special units are offered and explained', () => {
	expect(completed('After', 'a.service net<|>', 'network-online.target', unit)).toBe('a.service network-online.target');
	expect(itemsOf('Slice', '')).toContain('user.slice');
	expect(itemsOf('Slice', '')).not.toContain('basic.target');
	expect(noteOf('After', 'a.service basic<|>.target', unit)).toBe('the base that nearly every unit waits for');
});

test('specifiers are filled in as far as the file tells', () => {
	expect(faultsOf('After', '%p.target', unit)).toBe('fine');
	expect(faultsOf('ReadWritePaths', '%n')).toContain('`%n` becomes `web.service`: `web.service` is no absolute path');
	expect(faultsOf('ReadWritePaths', '%i', { file: 'web@.service' })).toBe('fine');
	expect(faultsOf('ReadWritePaths', '%m')).toContain('`%m` is no absolute path');
});

test('an unknown specifier is a fault since 236, and a known one where it is not read', () => {
	expect(faultsOf('Description', 'at 100%Z', unit)).toContain('`%Z` is no specifier');
	expect(faultsOf('Description', 'at 100%Z', { ...unit, release: 229 })).toBe('fine');
	expect(faultsOf('Description', '100% of %%Z', unit)).toBe('fine');
	expect(faultsOf('After', '%h.target', unit)).toContain('is not read in `After=`');
	expect(faultsOf('ReadWritePaths', '%D/x', { release: 252 })).toContain('`%D` came with systemd 256');
});

test('links begin with a scheme that systemd takes', () => {
	expect(faultsOf('Documentation', 'https://example.com man:web(8)', unit)).toBe('fine');
	expect(faultsOf('Documentation', 'web(8)', unit)).toContain('→ man:web(8)');
	expect(faultsOf('Documentation', 'ftp://example.com', unit)).toContain('is no link that systemd takes');
});

test('conditions on paths have their marks in order', () => {
	expect(faultsOf('ConditionPathExists', '|!/etc/web', unit)).toBe('fine');
	expect(faultsOf('ConditionPathExists', '!|/etc/web', unit)).toContain('→ |!/etc/web');
	expect(faultsOf('ConditionPathExists', 'etc/web', unit)).toContain('is no absolute path');
	expect(noteOf('ConditionPathExists', '|!/x', unit)).toBe('one of the conditions with `|` must hold; must not hold');
});

test('conditions that systemd takes in silence are judged by their subject', () => {
	expect(faultsOf('ConditionVirtualization', '!container', unit)).toBe('fine');
	expect(faultsOf('ConditionVirtualization', 'dokcer', unit)).toContain('misled: there is no kind of virtualization');
	expect(faultsOf('ConditionArchitecture', 'x86_64', unit)).toContain('→ x86-64');
	expect(faultsOf('ConditionArchitecture', 'foo', unit)).toContain('misled: there is no architecture `foo`');
	expect(faultsOf('ConditionMemory', '>=1G', unit)).toBe('fine');
	expect(faultsOf('ConditionCPUs', '1.5', unit)).toContain('doubtful');
	expect(itemsOf('ConditionSecurity', '!', unit)).toContain('selinux');
});

test('an assignment of variables has a name, an `=` and no blanks around it', () => {
	expect(faultsOf('Environment', 'LANG=C "OPT=a b" X=')).toBe('fine');
	expect(faultsOf('Environment', '1A=b')).toContain('`1A` is no name of a variable');
	expect(faultsOf('Environment', 'export A=b')).toContain('`export` belongs to the shell');
	expect(faultsOf('Environment', "A='b")).toContain('the quote is never closed, so systemd skips the setting');
});

test('blanks around the `=` of an assignment are one fault', () => {
	expect(faultsOf('Environment', 'A=b LANG = C')).toBe(
		[
			'A=b LANG = C',
			'    ^^^^^^^^ skips-item: blanks stand around the `=`, so systemd skips it; remove them → A=b LANG=C',
		].join('\n'),
	);
});

test('users have names that may be odd, or numbers', () => {
	for (const name of ['www-data', '1000', 'a b', 'ünï']) expect(faultsOf('User', name)).toBe('fine');
	for (const name of ['a:b', '65535', '-1', '..']) expect(faultsOf('User', name)).toContain('refuses-unit');
	expect(faultsOf('User', 'nobody')).toContain('doubtful: `nobody` is shared by many programs');
});

test('credentials have names, and content or a source', () => {
	expect(faultsOf('LoadCredential', 'token:/etc/token')).toBe('fine');
	expect(faultsOf('LoadCredential', 'a/b:/etc/token')).toContain('`a/b` is no name of a credential');
	expect(faultsOf('SetCredential', 'token')).toContain('the credential has no content');
	expect(faultsOf('SetCredentialEncrypted', 'token:secret!')).toContain('the content is no Base64');
});

test('names on D-Bus have parts', () => {
	expect(faultsOf('BusName', 'org.example.App')).toBe('fine');
	expect(faultsOf('BusName', 'app')).toContain('is no name on D-Bus');
});
