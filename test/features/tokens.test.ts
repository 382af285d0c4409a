// Semantic tokens, drawn as marks below their lines.

import { expect, test } from 'vitest';
import { parse, tokens } from '../../core/src/index.ts';
import { checkTokens } from '../support/check-features.ts';
import { contextFor } from '../support/check-problems.ts';

test('sections and keys are told apart from unknown and old ones', () => {
	checkTokens(
		'web.service',
		`
[Unit]
 ^^^^ namespace
BindTo=a.service
^^^^^^ property deprecated
       ^^^^^^^^^ class
Colour=blue
^^^^^^ property unknown
X-Colour=blue

[Timer]
 ^^^^^ namespace unknown
Persistent=yes
^^^^^^^^^^ property
           ^^^ enumMember

[X-Tool]
Key=value
`,
	);
});

test('what lost its effect in the target release is old', () => {
	checkTokens(
		'web.service',
		`
[Service]
 ^^^^^^^ namespace
CPUShares=500
^^^^^^^^^ property deprecated
          ^^^ number
`,
		{ release: 262 },
	);
});

test('an old key is not old in a release where it works, and its successor is unknown there', () => {
	checkTokens(
		'web.service',
		`
[Service]
 ^^^^^^^ namespace
CPUShares=500
^^^^^^^^^ property
          ^^^ number
CPUWeight=500
^^^^^^^^^ property unknown
          ^^^ number
`,
		{ release: 219 },
	);
});

test('names of units have their specifiers in them', () => {
	checkTokens(
		'web@3.service',
		`
[Unit]
 ^^^^ namespace
After=db@%i.service network.target not-a-unit
^^^^^ property
      ^^^ class
         ^^ macro
           ^^^^^^^^ class
                    ^^^^^^^^^^^^^^ class

[Install]
 ^^^^^^^ namespace
WantedBy=multi-user.target
^^^^^^^^ property
         ^^^^^^^^^^^^^^^^^ class
`,
	);
});

test('a command has prefixes, a program, options and variables', () => {
	checkTokens(
		'web.service',
		`
[Service]
 ^^^^^^^ namespace
ExecStart=-@/usr/bin/web web --port=$PORT -v "$\{HOME}/a b" $$x %n ; /bin/true
^^^^^^^^^ property
          ^ operator
           ^ operator
            ^^^^^^^^^^^^ function
                             ^^^^^^ parameter
                                    ^^^^^ variable
                                          ^^ parameter
                                              ^^^^^^^ variable
                                                               ^^ macro
                                                                    ^^^^^^^^^ function
ExecStop=:/bin/echo $PORT
^^^^^^^^ property
         ^ operator
          ^^^^^^^^^ function
`,
	);
});

test('variables are named, and what they are set to is text', () => {
	checkTokens(
		'web.service',
		`
[Service]
 ^^^^^^^ namespace
Environment="LANG=C d" PORT=80
^^^^^^^^^^^ property
             ^^^^ variable
                       ^^^^ variable
PassEnvironment=HOME
^^^^^^^^^^^^^^^ property
                ^^^^ variable
`,
	);
});

test('words that the directive knows, in any spelling that systemd takes', () => {
	checkTokens(
		'web.service',
		`
[Service]
 ^^^^^^^ namespace
Restart=on-failure
^^^^^^^ property
        ^^^^^^^^^^ enumMember
PrivateTmp=TRUE
^^^^^^^^^^ property
           ^^^^ enumMember
Delegate=cpu memory
^^^^^^^^ property
         ^^^ enumMember
             ^^^^^^ enumMember
StandardError=journal+console
^^^^^^^^^^^^^ property
              ^^^^^^^^^^^^^^^ enumMember
CapabilityBoundingSet=~cap_kill CAP_NONE
^^^^^^^^^^^^^^^^^^^^^ property
                      ^ operator
                       ^^^^^^^^ enumMember
SystemCallFilter=~@mount:EPERM read
^^^^^^^^^^^^^^^^ property
                 ^ operator
                  ^^^^^^ enumMember
                         ^^^^^ enumMember
                               ^^^^ enumMember
RootImagePolicy=root=verity+signed
^^^^^^^^^^^^^^^ property
                ^^^^ enumMember
                     ^^^^^^ enumMember
                            ^^^^^^ enumMember
`,
	);
});

test('conditions and paths keep their marks apart', () => {
	checkTokens(
		'web.service',
		`
[Unit]
 ^^^^ namespace
ConditionVirtualization=|!container
^^^^^^^^^^^^^^^^^^^^^^^ property
                        ^ operator
                         ^ operator
                          ^^^^^^^^^ enumMember
ConditionPathExists=!/etc/web
^^^^^^^^^^^^^^^^^^^ property
                    ^ operator
                     ^^^^^^^^ string

[Service]
 ^^^^^^^ namespace
ReadOnlyPaths=-/etc +/srv /var
^^^^^^^^^^^^^ property
              ^ operator
               ^^^^ string
                    ^ operator
                     ^^^^ string
                          ^^^^ string
StandardOutput=append:/var/log/%p.log
^^^^^^^^^^^^^^ property
               ^^^^^^ enumMember
                      ^^^^^^^^^ string
                               ^^ macro
                                 ^^^^ string
`,
	);
});

test('numbers stand apart from their units', () => {
	checkTokens(
		'web.service',
		`
[Service]
 ^^^^^^^ namespace
RestartSec=1h 30min
^^^^^^^^^^ property
           ^ number
            ^ keyword
              ^^ number
                ^^^ keyword
TimeoutSec=1h30min
^^^^^^^^^^ property
           ^ number
            ^ keyword
             ^^ number
               ^^^ keyword
MemoryMax=1.5G
^^^^^^^^^ property
          ^^^ number
             ^ keyword
CPUQuota=50%
^^^^^^^^ property
         ^^ number
           ^ keyword
Nice=-5
^^^^ property
     ^^ number
UMask=0027
^^^^^ property
      ^^^^ number
LimitNOFILE=1024:infinity
^^^^^^^^^^^ property
            ^^^^ number
                 ^^^^^^^^ enumMember
CPUAffinity=0-3,6
^^^^^^^^^^^ property
            ^^^ number
                ^ number
`,
	);
});

test('users, signals and exit statuses', () => {
	checkTokens(
		'web.service',
		`
[Service]
 ^^^^^^^ namespace
User=www-data
^^^^ property
     ^^^^^^^^ type
Group=1000
^^^^^ property
      ^^^^ number
KillSignal=SIGINT
^^^^^^^^^^ property
           ^^^^^^ event
SuccessExitStatus=75 TEMPFAIL SIGKILL
^^^^^^^^^^^^^^^^^ property
                  ^^ number
                     ^^^^^^^^ enumMember
                              ^^^^^^^ event
`,
	);
});

test('a calendar has words and numbers', () => {
	checkTokens(
		'web.timer',
		`
[Timer]
 ^^^^^ namespace
OnCalendar=Mon..Fri 09:00 Europe/Berlin
^^^^^^^^^^ property
           ^^^ enumMember
                ^^^ enumMember
                    ^^ number
                       ^^ number
                          ^^^^^^^^^^^^^ enumMember
OnCalendar=daily
^^^^^^^^^^ property
           ^^^^^ enumMember
`,
	);
});

test('a value over several lines is marked line by line', () => {
	checkTokens(
		'web.service',
		`
[Unit]
 ^^^^ namespace
After=a.service \\
^^^^^ property
      ^^^^^^^^^ class
	# not this one: b.service
	c.service
	^^^^^^^^^ class
`,
	);
});

test('prose, [X-Fleet] and keys of other programs are left to the grammar', () => {
	checkTokens(
		'web.service',
		`
[Unit]
 ^^^^ namespace
Description=10 ways to /etc with b.service
^^^^^^^^^^^ property
Documentation=man:web(8)
^^^^^^^^^^^^^ property

[X-Fleet]
MachineOf=a.service
`,
	);
});

test('a comment that allows a problem stands out', () => {
	checkTokens(
		'web.service',
		`
# fleet-units: allow unknown-directive — for our tool
  ^^^^^^^^^^^^^^^^^^ decorator
# just a note
[Unit]
 ^^^^ namespace
; fleet-units: allow miscased-name
  ^^^^^^^^^^^^^^^^^^ decorator
`,
	);
});

test('a range has the tokens of the lines that it meets, and no others', () => {
	const text = '[Unit]\nAfter=a.service\n\n[Service]\nRestart=no\n# fleet-units: allow x\n';
	const from = text.indexOf('Restart');
	const found = tokens(parse(text), { start: from, end: from + 3 }, contextFor('web.service'));
	expect(found.map(({ type, span }) => `${type} ${text.slice(span.start, span.end)}`)).toEqual([
		'property Restart',
		'enumMember no',
	]);
});
