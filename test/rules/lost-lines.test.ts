// When a line was meant to belong to the value above, and when it was not.
import { test } from 'vitest';
import { checkProblems } from '../support/check-problems.ts';

const lost = 'missing-continuation: this line is lost: the line above does not end in `\\`';

test('each line of a block that lacks its backslash is lost', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/usr/bin/docker run
  --rm
  ^^^^ ${lost}
  -p 80:80
  ^^^^^^^^ ${lost}
  example/web
  ^^^^^^^^^^^ ${lost}
`,
	);
});

test('a lost variable in capitals is an argument, not a setting', () => {
	checkProblems(
		'web.service',
		`
[Service]
Environment=MODE=web
WEB_PORT=80
^^^^^^^^^^^ ${lost}
ExecStart=/usr/bin/web
`,
	);
});

test('a quoted text over several lines loses all but the first', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/bin/sh -c "while true; do
  echo hello;
  ^^^^^^^^^^^ ${lost}
  done"
  ^^^^^ ${lost}
`,
	);
});

test('after an empty line without a backslash before it, a line is lost to nothing', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/usr/bin/web

  --verbose
  ^^^^^^^^^ missing-equals: this line has no \`=\`: systemd skips it, fleet refuses the unit; write \`Key=value\`, or \`#\` before a comment
`,
	);
});

test('a misspelt directive below a command is no lost line', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/usr/bin/docker run \\
  example/web
Restrat=always
^^^^^^^ unknown-directive: [Service] has no directive \`Restrat\`, and systemd skips it; did you mean \`Restart\`
`,
	);
});

test('the beginning of a directive that is being typed is not lost', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/usr/bin/web
RestartS
^^^^^^^^ missing-equals: this line has no \`=\`: systemd skips it, fleet refuses the unit; write \`Key=value\`, or \`#\` before a comment
`,
	);
});

test('indented settings are settings', () => {
	checkProblems('web.service', '[Service]\n  ExecStart=/usr/bin/web\n  Restart=always\n');
});

test('sections of other programs are nobody’s business', () => {
	checkProblems('web.service', '[Service]\nExecStart=/usr/bin/web\n[X-Other]\nvalue\n  more\n');
});

test('in [X-Fleet] a line without `=` is as wrong as elsewhere', () => {
	checkProblems(
		'web.service',
		`
[X-Fleet]
Global true
^^^^^^^^^^^ missing-equals: this line has no \`=\`: systemd skips it, fleet refuses the unit; write \`Global=…\`
`,
	);
});

test('a blank after the backslash is said once, not at the next line, too', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/usr/bin/docker run \\\t
                              ^^ blank-after-backslash: blanks after \`\\\` end the value here, and the next line is lost; remove them
  --env "A=b" \\
  example/web
`,
	);
});

test('conflict markers inside a value are said as markers only', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/usr/bin/docker run \\
<<<<<<< HEAD
^^^^^^^^^^^^ merge-conflict-marker: merge-conflict marker; choose a side and remove the markers
  example/web:1
=======
^^^^^^^ merge-conflict-marker: merge-conflict marker; choose a side and remove the markers
  example/web:2
>>>>>>> other
^^^^^^^^^^^^^ merge-conflict-marker: merge-conflict marker; choose a side and remove the markers
`,
	);
});
