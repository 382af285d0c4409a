// The card of a directive: text, example, place in the life of a service, facts in one order, link to the manual.

import { expect, test } from 'vitest';
import { checkHover, hoverAt } from '../support/check-features.ts';

test('a card says what a key does, what holds without it, where the pitfall is, and the facts', () => {
	checkHover(
		'web.service',
		'[Service]\nGuess<|>MainPID=no\n',
		`
GuessMainPID
---
**GuessMainPID** — [Service]

For \`Type=forking\` without a PID file: whether systemd may guess the main process among those that remain.

**Without it:** It guesses, and is right when exactly one process remains.

**Pitfall:** With several processes the guess may be wrong, and then restarts and \`$MAINPID\` go wrong as well. State \`PIDFile=\`, or avoid forking.

- Takes \`yes\` or \`no\`
- Default: \`yes\`
- Of several lines the last one counts

[systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#GuessMainPID%3D)`,
	);
});

test('a key of fleet has its text, and no page in systemd’s manual', () => {
	const card = hoverAt('web.service', '[X-Fleet]\nMachine<|>Of=db.service\n') ?? '';
	expect(card).toContain('Puts the unit on the machine that runs the named one');
	expect(card).not.toContain('freedesktop.org');
});

test('an example stands in a block of unit-file lines', () => {
	expect(hoverAt('a.service', '[Service]\nWatchdog<|>Sec=1\n')).toContain(
		'\n\n```ini\nWatchdogSec=30s\nRestart=on-failure\n```\n\n',
	);
});

test('commands of a service are placed in its life', () => {
	const at = (key: string) => hoverAt('a.service', `[Service]\n${key.slice(0, 4)}<|>${key.slice(4)}=/a\n`);
	const line = (bold: string) =>
		'ExecCondition ExecStartPre ExecStart ExecStartPost ExecReload ExecReloadPost ExecStop ExecStopPost RestartSec'
			.split(' ')
			.map((key) => (key === bold ? `**${key}**` : `\`${key}\``))
			.join(' → ');
	for (const key of [
		'ExecCondition',
		'ExecStartPre',
		'ExecStart',
		'ExecStartPost',
		'ExecReload',
		'ExecStop',
		'ExecStopPost',
		'RestartSec',
	]) {
		expect(at(key)).toContain(`\n\n${line(key)}\n\n`);
	}
	expect(at('ExecStartPost')).toContain('**Its turn:** when the service counts as started by its `Type=`');
});

test('a step that the target release does not know is left out of the life, but for the one that is asked about', () => {
	const at = (text: string) => hoverAt('a.service', text, { release: 219 });
	expect(at('[Service]\nExec<|>Start=/a\n')).toContain('\n`ExecStartPre` → **ExecStart** → `ExecStartPost`');
	expect(at('[Service]\nExec<|>Condition=/a\n')).toContain('\n**ExecCondition** → `ExecStartPre`');
});

test('the commands of a socket, and other keys, have no place in the life of a service', () => {
	expect(hoverAt('a.socket', '[Socket]\nExec<|>StartPre=/a\n')).not.toContain('Its turn');
	expect(hoverAt('a.service', '[Service]\nUs<|>er=a\n')).not.toContain('Its turn');
});

test('a card says how several lines go together', () => {
	expect(hoverAt('a.service', '[Service]\nExec<|>Start=/a\n')).toContain(
		'- Several lines add up; an empty one clears those before it',
	);
	expect(hoverAt('a.service', '[Unit]\nAf<|>ter=a\n')).toContain('- Several lines add up\n');
	expect(hoverAt('a.service', '[Service]\nTy<|>pe=exec\n')).toContain('- Of several lines the last one counts');
});

test('a card says the bounds where what the key takes does not', () => {
	expect(hoverAt('a.service', '[Service]\nCPUQuota<|>PeriodSec=5ms\n')).toContain(
		'- Bounds: 1 ms to 1 s; other values are moved into them\n- Default: `100ms`',
	);
});

test('a card says what the target release makes of the key', () => {
	const at = (text: string, release: number) => hoverAt('a.service', text, { release });
	expect(at('[Service]\nExec<|>Condition=/a\n', 219)).toContain(
		'- **Too new** for your target, systemd 219: known since 243',
	);
	expect(at('[Service]\nExec<|>Condition=/a\n', 250)).toContain('- Known since systemd 243');
	expect(at('[Service]\nCPU<|>Shares=5\n', 260)).toContain(
		'- **Has no effect** in your target, systemd 260: without effect since 258',
	);
	expect(at('[Service]\nCPU<|>Shares=5\n', 219)).toContain(
		'- Works in your target, systemd 219; without effect from 258 on',
	);
	expect(at('[Service]\nFsck<|>PassNo=1\n', 260)).toContain('removed since 209');
});

test('old and new names say each other', () => {
	expect(hoverAt('a.service', '[Service]\nFail<|>ureAction=none\n')).toContain(
		'- **Renamed**: an old name of `[Unit] FailureAction`',
	);
	expect(hoverAt('a.service', '[Service]\nCPU<|>Shares=5\n')).toContain('- **Replaced** by `CPUWeight`');
	expect(hoverAt('a.service', '[Unit]\nBinds<|>To=a.service\n')).toContain('- Old name: `BindTo`\n');
	expect(hoverAt('a.service', '[X-Fleet]\nMachine<|>ID=a\n')).toContain(
		'- Old names: `X-ConditionMachineBootID`, `X-ConditionMachineID`',
	);
});

test.each([
	['the newest release', 'Rest<|>art=no', 262, 'latest/systemd.service.html#Restart%3D'],
	['a release with a manual of its own', 'Rest<|>art=no', 252, '252/systemd.service.html#Restart%3D'],
	['a release older than the manuals that are kept', 'Rest<|>art=no', 219, '247/systemd.service.html#Restart%3D'],
	['a key that is too new for it', 'RestartSt<|>eps=3', 252, '254/systemd.service.html#RestartSteps%3D'],
	['a key that lost its effect', 'CPUSh<|>ares=5', 262, '257/systemd.resource-control.html#CPUShares%3Dweight'],
])('the link leads to the manual of the target, or to the nearest that has the key: %s', (_, line, release, page) => {
	expect(hoverAt('a.service', `[Service]\n${line}\n`, { release })).toContain(
		`(https://www.freedesktop.org/software/systemd/man/${page})`,
	);
});

test('a key that went before manuals were kept has no link', () => {
	expect(hoverAt('a.service', '[Service]\nFsck<|>PassNo=1\n')).not.toContain('freedesktop.org');
});
