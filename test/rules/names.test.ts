// Names that are nearly right, in the wrong place, or right only elsewhere.
import { test } from 'vitest';
import { checkProblems } from '../support/check-problems.ts';

test('old fleet names belong in [X-Fleet] wherever they stand', () => {
	checkProblems(
		'redis@.service',
		`
[Service]
ExecStart=/usr/bin/redis-server
[Install]
X-Conflicts=redis@*.service
^^^^^^^^^^^ misplaced-directive: \`X-Conflicts\` has no effect in [Install]; it belongs in [X-Fleet]
`,
	);
});

test('a key that two sections of the kind read names both', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/usr/bin/web
[Install]
Conflicts=other.service
^^^^^^^^^ misplaced-directive: \`Conflicts\` has no effect in [Install]; it belongs in [Unit] or [X-Fleet]
`,
	);
});

test('other keys that begin with X- are for other programs, but not in [X-Fleet]', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/usr/bin/web
X-Owner=ops
[X-Fleet]
X-Owner=ops
^^^^^^^ unknown-directive: [X-Fleet] has no directive \`X-Owner\`, and fleet skips it
`,
	);
});

test('blanks inside the brackets are part of the name', () => {
	checkProblems(
		'web.service',
		`
[ Service ]
 ^^^^^^^^^ miscased-name: blanks in brackets are part of the name: systemd skips [ Service ]; write [Service]
ExecStart=/usr/bin/web
`,
	);
});

test('keys of a section that is skipped are not looked at', () => {
	checkProblems(
		'web.service',
		`
[Nonsense]
 ^^^^^^^^ unknown-section: systemd knows no section [Nonsense] and skips all of it
Whatever=1
`,
	);
});

test('several prefixes on the wrong side move together', () => {
	checkProblems(
		'web.service',
		`
[Service]
-@ExecStart=/usr/bin/web web
^^^^^^^^^^^ misplaced-prefix: \`-@\` stands before the \`=\`, so systemd skips the command; write \`ExecStart=-@…\`
`,
	);
});

test('a drop-in has the sections of the unit that it amends', () => {
	checkProblems(
		'backup.timer.d/later.conf',
		`
[Timer]
OnCalendar=
OnCalendar=daily
[Service]
 ^^^^^^^ misplaced-section: systemd skips [Service] in a .timer file; put it into a .service file
`,
	);
});

test('where the name tells no kind, every section is right', () => {
	checkProblems('notes.txt', '[Timer]\nOnCalendar=daily\n[Service]\nExecStart=/usr/bin/web\n');
});

test('a target may have a section of its own kind', () => {
	checkProblems('web.target', '[Unit]\nDescription=Web\n[Target]\n');
});

test('settings of one section are one, however often its header stands', () => {
	checkProblems(
		'web.service',
		`
[Service]
Restart=no
^^^^^^^^^^ duplicate-directive: this setting has no effect: \`Restart\` is set again below, and only the last one counts
ExecStart=/usr/bin/web
[Unit]
Description=Web
[Service]
Restart=always
`,
	);
});

test('the same value twice is only said', () => {
	checkProblems(
		'web.service',
		`
[Service]
Type=simple
^^^^^^^^^^^ duplicate-directive: \`Type\` is set to the same value again below; one of the two is enough
Type=simple
ExecStart=/usr/bin/web
`,
	);
});

test('an old release does not know young sections', () => {
	checkProblems(
		'web.slice',
		`
[Slice]
MemoryLimit=1G
^^^^^^^^^^^ too-new-directive: systemd 200 does not know \`MemoryLimit\`, which came with 205, and skips it
`,
		{ release: 200 },
	);
});
