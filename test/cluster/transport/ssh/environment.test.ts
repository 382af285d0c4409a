// Who may be asked is said to ssh by its environment.

import { expect, test } from 'vitest';
import { sshEnvironment } from '../../../../cluster/src/transport/ssh/environment.ts';

const own = { SSH_AUTH_SOCK: '/run/agent', SSH_ASKPASS: '/usr/bin/desktop-askpass', SSH_ASKPASS_REQUIRE: 'prefer' };

test('in the background nobody is, whatever the desktop has set', () => {
	expect(sshEnvironment(own, { kind: 'batch' })).toEqual({ ...own, SSH_ASKPASS_REQUIRE: 'never' });
});

test('in a terminal the environment stays as it is', () => {
	expect(sshEnvironment(own, { kind: 'terminal' })).toEqual(own);
});

test('a program that asks gets what it needs, and a display where there is none', () => {
	const authentication = { kind: 'askpass', program: '/askpass', env: { SOCKET: '/run/ask' } } as const;
	expect(sshEnvironment(own, authentication)).toEqual({
		SSH_AUTH_SOCK: '/run/agent',
		SSH_ASKPASS: '/askpass',
		SSH_ASKPASS_REQUIRE: 'force',
		SOCKET: '/run/ask',
		DISPLAY: ':0',
	});
	expect(sshEnvironment({ ...own, DISPLAY: ':7' }, authentication)['DISPLAY']).toBe(':7');
});
