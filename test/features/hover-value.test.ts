// Hover over values: what each kind of value amounts to.

import { expect, test } from 'vitest';
import { hover, parse } from '../../core/src/index.ts';
import { hoverAt } from '../support/check-features.ts';
import { contextFor } from '../support/check-problems.ts';
import { takeCaret } from '../support/marked-text.ts';

/** What is marked, and what is said about it, as an editor shows it. */
function said(marked: string, file = 'a.service'): string | undefined {
	const found = hoverAt(file, marked);
	return found?.replaceAll(/\\(?=[^\w\s])/g, '').replaceAll('\u202f', ' ');
}

test.each([
	['TimeoutStartSec=1h 3<|>0min', '1h 30min', '1h 30min = 5 400 s'],
	['TimeoutStartSec=9<|>0', '90', '90 s = 1min 30s'],
	['StateDirectoryMode=07<|>50', '0750', 'rwxr-x---'],
	['UMask=00<|>27', '0027', 'new files rw-r-----, folders rwxr-x---'],
	['KillSignal=1<|>5', '15', 'SIGTERM (15): please end; the usual stop signal'],
	['SuccessExitStatus=0 7<|>5', '75', 'TEMPFAIL (75): temporary failure; try again'],
	['LimitNOFILE=1024<|>:524288', '1024:524288', 'soft 1 024, hard 524 288'],
	['MemoryMax=1.<|>5G', '1.5G', '1.5G = 1 610 612 736 bytes'],
	['MemoryMax=10737<|>41824', '1073741824', '1 073 741 824 bytes = 1G'],
	['MemoryMax=5<|>0%', '50%', '50% of the memory of the machine'],
	['TasksMax=2<|>0%', '20%', '20% of the most tasks that the system may have'],
	['CPUQuota=15<|>0%', '150%', 'the time of 1.5 CPUs'],
	['IPAddressAllow=any local<|>host', 'localhost', '127.0.0.0/8 ::1/128'],
	['DeviceAllow=/dev/null r<|>w', 'rw', 'read, write'],
	['IOReadBandwidthMax=/dev/sda 5<|>M', '5M', '5 000 000 bytes a second'],
	['IOReadIOPSMax=/dev/sda 1<|>K', '1K', '1 000 operations a second'],
	['SystemCallFilter=read @sw<|>ap', '@swap', 'swap space: swapoff swapon'],
])('%s says what it amounts to', (line, part, text) => {
	expect(said(`[Service]\n${line}\n`)).toBe(`${part}\n---\n${text}`);
});

test('a condition says what it asks for, an address what it listens on', () => {
	expect(said('[Unit]\nConditionVirtualization=!k<|>vm\n')).toBe('kvm\n---\na virtual machine');
	expect(said('[Socket]\nListenStream=127.0.0.1:8<|>0\n', 'a.socket')).toBe('127.0.0.1:80\n---\nport 80 on 127.0.0.1');
});

test('the word before a path is explained', () => {
	expect(said('[Service]\nStandardOutput=app<|>end:/var/log/a\n')).toMatch(/^append\n---\n\*\*append\*\* — a value of/);
});

test('a value that says it all has no card', () => {
	expect(said('[Service]\nSyslogIdentifier=we<|>b\n')).toBeUndefined();
	expect(said('[Service]\nExecStart=/bin/<|>web\n')).toBeUndefined();
});

test('a calendar tells its next five times, in the zone of the host and in its own', () => {
	const { text, offset } = takeCaret('[Timer]\nOnCalendar=Mon 09:00 Asia/To<|>kyo\n');
	const now = () => ({ microseconds: Date.UTC(2026, 10, 30, 11) * 1000, zone: 'Europe/Berlin' });
	const found = hover(parse(text), offset, { ...contextFor('a.timer'), now })
		?.markdown.replaceAll('\\', '')
		.split('  \n');
	expect(found).toHaveLength(6);
	expect(found?.[0]).toBe('Mon 09:00 Asia/Tokyo = Mon *-*-* 09:00:00 Asia/Tokyo');
	expect(found?.[1]).toBe('next: 2026-12-07 01:00:00 Europe/Berlin (2026-12-07 09:00:00 Asia/Tokyo)');
});

test('a variable says what the unit sets it to, or what systemd does', () => {
	expect(said('[Service]\nEnvironment=PORT=80\nExecStart=/bin/web $PO<|>RT\n')).toBe(
		'$PORT\n---\n**`$PORT`** — an environment variable\n\nSet by `Environment=` to `80`.',
	);
	expect(said('[Service]\nExecReload=/bin/kill -HUP $MAIN<|>PID\n')).toContain('Process ID of the main process');
	expect(said('[Service]\nExecStart=/bin/web $INVO<|>CATION_ID\n')).toContain('- Known since systemd 232');
});

test('what is no variable, and one that nobody sets, has no card', () => {
	expect(said('[Service]\nExecStart=/bin/echo $$MAIN<|>PID\n')).toBeUndefined();
	expect(said('[Service]\nExecStart=/bin/echo $UNHE<|>ARD_OF\n')).toBeUndefined();
});
