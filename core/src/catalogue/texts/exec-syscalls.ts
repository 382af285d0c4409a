// Our texts for systemd.exec(5): filters of system calls. The groups’ members are the values’ business.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const execSyscallsTexts: DirectiveTexts = {
	SystemCallArchitectures: {
		does: 'Which ABIs may make system calls; `native` shuts out 32-bit calls on 64-bit machines.',
		without: 'All that the kernel offers, by which filters for one ABI can be bypassed.',
		pitfall: '32-bit programs such as Steam, Wine or old plugins die. Nearly every other service can have it.',
	},
	SystemCallErrorNumber: {
		does: 'What a blocked call returns, `EPERM` for example, instead of killing the program.',
		without: 'The process is killed with SIGSYS.',
		pitfall:
			'Programs go on with half a result where they do not check errors. For finding out what is missing, killing is clearer.',
	},
	SystemCallFilter: {
		does: 'Allows only the listed system calls, or with `~` forbids those. Groups make it practical: `@system-service` covers what daemons usually need, and a second line `~@privileged @resources` cuts it down.',
		without: "Each of the kernel's several hundred calls is open to an intruder.",
		pitfall:
			'A call that is not allowed kills the process with SIGSYS (“status 31/SYS”); `SystemCallErrorNumber=EPERM` is gentler. The *first* line decides between allowing and forbidding, later ones add or remove. Libraries use new calls after an upgrade, so test upgrades. `audit` or `SystemCallLog=` show the culprit.',
		example: 'SystemCallFilter=@system-service\nSystemCallFilter=~@privileged\nSystemCallErrorNumber=EPERM',
	},
	SystemCallLog: {
		does: 'Logs each use of these calls without blocking them, to prepare a filter.',
		without: 'Only blocked calls leave a trace.',
		pitfall: 'Frequent calls flood audit log and kernel log. Since 247, and it needs seccomp logging in the kernel.',
	},
};
