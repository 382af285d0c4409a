// The environment that ssh runs in: ours, but for who may be asked.

import type { Authentication } from './settings.ts';

/** The environment for ssh. In the background no window may come up, whatever the desktop has set. */
export function sshEnvironment(own: NodeJS.ProcessEnv, authentication: Authentication): NodeJS.ProcessEnv {
	switch (authentication.kind) {
		case 'batch':
			return { ...own, SSH_ASKPASS_REQUIRE: 'never' };
		case 'terminal':
			return { ...own };
		case 'askpass':
			return {
				...own,
				...authentication.env,
				SSH_ASKPASS: authentication.program,
				SSH_ASKPASS_REQUIRE: 'force',
				// Before OpenSSH 8.4, askpass was run only where there seemed to be a display.
				DISPLAY: own['DISPLAY'] ?? ':0',
			};
	}
}
