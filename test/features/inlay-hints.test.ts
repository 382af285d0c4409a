// Inlay hints, drawn into the text between « and ».

import { test } from 'vitest';
import { checkInlayHints } from '../support/check-features.ts';

test('names show what specifiers become in this unit', () => {
	checkInlayHints(
		'web@3.service',
		`
[Unit]
Description=Web %i«3» of %p«web», 100%%
After=db@%i«3».service

[Service]
ExecStart=/usr/bin/web --state %S«/var/lib»/%N«web@3» \\
	--name "%n«web@3.service»"
`,
		'names',
	);
});

test('what only the machine knows, what the directive does not read and what is too new shows nothing', () => {
	checkInlayHints('web@3.service', '[Service]\nEnvironment=HOST=%H\nMemoryMax=50%\n', 'names');
	checkInlayHints('web@3.service', '[Service]\nWorkingDirectory=%S/web\n', 'names', { release: 219 });
	checkInlayHints('web@3.service', '[Unit]\nAfter=%h.service\n', 'names');
});

test('a template shows nothing, as every instance has another name; a plain unit has no instance', () => {
	checkInlayHints('web@.service', '[Service]\nExecStart=/usr/bin/web %i\n', 'names');
	checkInlayHints('web.service', '[Service]\nExecStart=/usr/bin/web %i %p«web»\n', 'names');
});

test('fleet reads four specifiers', () => {
	checkInlayHints('web@3.service', '[X-Fleet]\nMachineOf=db@%i«3».service\nConflicts=%p«web»@*.service %h\n', 'names');
});

test('names show no amounts', () => {
	checkInlayHints('a.timer', '[Timer]\nOnCalendar=daily\nAccuracySec=90\n', 'names');
});

test('all shows the next time of a calendar', () => {
	checkInlayHints(
		'a.timer',
		`
[Timer]
OnCalendar=daily«next 2026-12-01 00:00:00»
OnCalendar=Mon 13:30 UTC«next 2026-11-30 14:30:00»
OnCalendar=2020-01-01«never again»
OnCalendar=dayly
`,
		'all',
	);
});

test('all shows the unit of bare numbers, and larger ones in other units', () => {
	checkInlayHints(
		'a.service',
		`
[Service]
TimeoutStartSec=90«s = 1min 30s»
TimeoutStopSec=5«s»
RestartSec=5s
TimerSlackNSec=50000«ns»
MemoryMax=1610612736«bytes = 1.5G»
MemoryHigh=100«bytes»
MemoryLow=1G
MemoryMin=50%
LimitFSIZE=1048576«bytes = 1M»
LimitCPU=60«s = 1min»
LimitRTTIME=500«µs»
LimitNOFILE=1024
LimitNICE=10
`,
		'all',
	);
});

test('all shows the bits of modes', () => {
	checkInlayHints(
		'a.service',
		'[Service]\nStateDirectoryMode=0750«rwxr-x---»\nUMask=0027«new files rw-r-----, folders rwxr-x---»\nRuntimeDirectoryMode=9\n',
		'all',
	);
});

test('a value over several lines has its hint at its end', () => {
	checkInlayHints('a.timer', '[Timer]\nAccuracySec=\\\n\t90«s = 1min 30s»\n', 'all');
});
