// Where the extension runs, in words.

import { expect, test } from 'vitest';
import { hostWords } from '../../../client/src/cluster-view/host-words.ts';

test.each([
	[undefined, undefined],
	['', undefined],
	['ssh-remote', 'core-1 (SSH)'],
	['wsl', 'WSL (Debian)'],
	['dev-container', 'the container core-1'],
	['attached-container', 'the container core-1'],
	['codespaces', 'the codespace'],
	['tunnel', 'core-1 (tunnel)'],
	['localhost:8000', 'core-1'],
])('%s is %s', (remoteName, words) => {
	expect(hostWords({ remoteName, hostname: 'core-1', distribution: 'Debian' })).toBe(words);
});

test('a WSL that does not say which is just that', () => {
	expect(hostWords({ remoteName: 'wsl', hostname: 'pc' })).toBe('WSL');
});
