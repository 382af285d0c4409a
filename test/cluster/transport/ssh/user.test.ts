// The ssh config that has a person's first, and a user of ours last.

import { expect, test } from 'vitest';
import { configWithFallback } from '../../../../cluster/src/transport/ssh/user.ts';

test('has the config of the person and of the system before the fallback', () => {
	expect(configWithFallback(undefined, 'core')).toBe(
		'Include "~/.ssh/config"\nInclude "/etc/ssh/ssh_config"\nHost *\n\tUser core\n',
	);
});

test('has the named config alone before the fallback', () => {
	expect(configWithFallback('/my config', 'core')).toBe('Include "/my config"\nHost *\n\tUser core\n');
});
