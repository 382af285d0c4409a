// Where faults of values stand in a file, and which values are not judged; what a value may be is tested by its kind.
import { test } from 'vitest';
import { checkProblems } from '../support/check-problems.ts';

test('a fault in a continued value is marked where it is written', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/usr/bin/web
SuccessExitStatus=75 \\
  # a comment between
  300 \\
  ^^^ invalid-value: \`300\` is neither an exit status nor a signal, so systemd skips it; write a number from 0 to 255, or a name
  SIGTERM
`,
	);
});

test('a value whose rest is lost is left to the rule for that', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/bin/sh -c "while true; do
  echo hello;
  ^^^^^^^^^^^ missing-continuation: this line is lost: the line above does not end in \`\\\`
  done"
  ^^^^^ missing-continuation: this line is lost: the line above does not end in \`\\\`
`,
	);
});

test('options of fleet are judged by the rules of fleet', () => {
	checkProblems(
		'web@.service',
		`
[Service]
ExecStart=/usr/bin/web

[X-Fleet]
MachineOf=db@%i.service
`,
	);
});

test('a setting without effect in the release is not judged', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/usr/bin/web
MemoryLimit=much
^^^^^^^^^^^ ignored-directive: \`MemoryLimit\` has no effect since systemd 258; use \`MemoryMax\`
`,
	);
});

test('lines that a template engine will fill are not judged', () => {
	checkProblems(
		'web.service.in',
		`
[Service]
ExecStart=/usr/bin/web
User=@USER@
RestartSec={{ pause }}
KillSignal=TREM
           ^^^^ invalid-value: \`TREM\` is no signal, so systemd skips the setting; did you mean \`TERM\`?
`,
	);
});
