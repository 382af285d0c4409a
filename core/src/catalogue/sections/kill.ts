// The directives of systemd.kill(5): facts, and one sentence of ours for each.
// `npm run generate:directives` makes every column but `summary` and `replacedBy`, which are written by hand.

import type { DirectiveTable } from '../directive.ts';

/** Directives that systemd.kill(5) describes. */
export const killDirectives: DirectiveTable = {
	name: 'kill',
	man: 'systemd.kill(5)',
	directives: [
		{ key: 'FinalKillSignal', value: 'signal', since: 240, default: 'SIGKILL', summary: 'Last-resort signal for processes that are still there when the stop timeout has passed' },
		{ key: 'KillMode', value: 'enum', of: ['control-group', 'process', ['mixed', 209], 'none'], empty: true, default: 'control-group', summary: 'Which processes of the unit get the stop signal: all, only the main one, or a mix' },
		{ key: 'KillSignal', value: 'signal', default: 'SIGTERM', summary: 'First signal sent to ask the unit to stop' },
		{ key: 'RestartKillSignal', value: 'signal', since: 244, summary: 'Signal used in place of KillSignal when the stop is part of a restart' },
		{ key: 'SendSIGHUP', value: 'boolean', since: 207, default: 'no', summary: 'Also sends SIGHUP right after the stop signal, so shells notice the lost connection' },
		{ key: 'SendSIGKILL', value: 'boolean', default: 'yes', summary: 'Whether processes that outlive the stop timeout are killed by force' },
		{ key: 'WatchdogSignal', value: 'signal', since: 240, default: 'SIGABRT', summary: 'Signal sent to the service when it misses its watchdog deadline' },
	],
};
