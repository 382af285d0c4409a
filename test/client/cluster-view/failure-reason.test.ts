// What is made of the output of `systemctl status`, as several releases of systemd print it.

import { expect, test } from 'vitest';
import { failureReason } from '../../../client/src/cluster-view/failure-reason.ts';

test.each([
	[
		'a program that is not there',
		`× web.service - Web
     Loaded: loaded (/run/systemd/system/web.service; linked-runtime; preset: enabled)
     Active: failed (Result: exit-code) since Wed 2026-11-25 22:04:02 UTC; 1s ago
    Process: 812 ExecStartPre=/bin/true (code=exited, status=0/SUCCESS)
    Process: 813 ExecStart=/no/such/program (code=exited, status=203/EXEC)
   Main PID: 813 (code=exited, status=203/EXEC)
`,
		'exited with 203/EXEC: the program is not there or cannot be run',
	],
	[
		'a program that ends with an error, told by its journal alone',
		`● web.service
Nov 25 22:04:02 node systemd[1]: web.service: Main process exited, code=exited, status=1/FAILURE
Nov 25 22:04:02 node systemd[1]: web.service: Failed with result 'exit-code'.
`,
		'exited with 1',
	],
	['an error that has no name', 'Main process exited, code=exited, status=42/n/a\n', 'exited with 42'],
	[
		'a shell that finds no such command',
		'Main PID: 9 (code=exited, status=127)\nMain process exited, code=exited, status=127/n/a',
		'exited with 127: what it calls is not there',
	],
	['a process that was killed', 'Main process exited, code=killed, status=9/KILL\n', 'killed by the signal KILL'],
	[
		'a process that crashed',
		'Main process exited, code=dumped, status=11/SEGV\n',
		'killed by the signal SEGV, with a core dump',
	],
	['a start that took too long', '     Active: failed (Result: timeout) since Wed\n', 'it took longer than it may'],
	['a result of a newer systemd', "web.service: Failed with result 'exec-condition'.\n", 'exec-condition'],
	[
		'a file that could not be read',
		'     Loaded: bad-setting (Reason: Unit web.service has a bad unit file setting.)\n     Active: inactive (dead)\n',
		'bad-setting: Unit web.service has a bad unit file setting',
	],
	[
		'the last of several ends',
		'code=exited, status=1/FAILURE\ncode=exited, status=203/EXEC\n',
		'exited with 203/EXEC: the program is not there or cannot be run',
	],
])('%s', (_title, status, reason) => {
	expect(failureReason(status)).toBe(reason);
});

test('a unit that is well, and words of another program, give no reason', () => {
	expect(failureReason('● web.service\n     Active: active (running)\n   Main PID: 7 (nginx)\n')).toBeUndefined();
	expect(failureReason('Unit web.service could not be found.\n')).toBeUndefined();
});
