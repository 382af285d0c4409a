// Values of ordinary directives: quotes, escapes, specifiers, numbers, booleans, unit names.
import { test } from 'vitest';
import { checkTokens } from '../support/tokenise.ts';

const specifier = 'constant.character.format.placeholder.specifier';

test('both kinds of quotes make a string', () => {
	checkTokens(
		`
Environment="A=one two" 'B=three'
            ^ punctuation.definition.string.begin
             ^^^^^^^^^ string.quoted.double
                      ^ punctuation.definition.string.end
                        ^ punctuation.definition.string.begin
                         ^^^^^^^ string.quoted.single
                                ^ punctuation.definition.string.end
`,
		'string',
		'punctuation',
	);
});

test('the other kind of quote and an escaped quote do not close a string', () => {
	checkTokens(
		`
Environment="it's \\"so\\""
             ^^^^^ string.quoted.double
                  ^^ constant.character.escape
                    ^^ string.quoted.double
                      ^^ constant.character.escape
`,
		'string',
		'constant',
	);
});

test('escapes of C are marked', () => {
	checkTokens(
		String.raw`
Environment=a\tb \s \x41 \101 \u00e4 \U0001f600
             ^^ constant.character.escape
                 ^^ constant.character.escape
                    ^^^^ constant.character.escape
                         ^^^^ constant.character.escape
                              ^^^^^^ constant.character.escape
                                     ^^^^^^^^^^ constant.character.escape
`,
		'constant',
	);
});

test('a backslash before a letter that means nothing is not marked', () => {
	checkTokens(
		String.raw`
Environment=\q \x4 \u12
`,
		'constant',
	);
});

test('specifiers are marked, in strings as well', () => {
	checkTokens(
		`
WorkingDirectory=%h/%i
                 ^^ ${specifier}
                    ^^ ${specifier}
Environment="NAME=%n"
                  ^^ ${specifier}
`,
		'constant',
	);
});

test('a doubled percent sign is an escape, and the letter after it is plain', () => {
	checkTokens(
		`
Environment=A=%%n
              ^^ constant.character.escape.percent
`,
		'constant',
	);
});

test('a percent sign before a letter that is no specifier is not marked', () => {
	checkTokens(
		`
Environment=%k %Q %. %
`,
		'constant',
	);
});

test('a number has its unit', () => {
	checkTokens(
		`
RestartSec=5s
           ^ constant.numeric
            ^ keyword.other.unit
MemoryMax=512M
          ^^^ constant.numeric
             ^ keyword.other.unit
CPUQuota=50%
         ^^ constant.numeric
           ^ keyword.other.unit
TimeoutSec=1.5min
           ^^^ constant.numeric
              ^^^ keyword.other.unit
`,
		'constant',
		'keyword.other',
	);
});

test('a time span of several parts has several numbers, with and without blanks', () => {
	checkTokens(
		`
RuntimeMaxSec=1h 30min
              ^ constant.numeric
               ^ keyword.other.unit
                 ^^ constant.numeric
                   ^^^ keyword.other.unit
RuntimeMaxSec=1h30min
              ^ constant.numeric
               ^ keyword.other.unit
                ^^ constant.numeric
                  ^^^ keyword.other.unit
`,
		'constant',
		'keyword.other',
	);
});

test('signs, modes and ports are numbers', () => {
	checkTokens(
		`
Nice=-5
     ^^ constant.numeric
UMask=0022
      ^^^^ constant.numeric
ListenStream=127.0.0.1:80
                       ^^ constant.numeric
`,
		'constant',
	);
});

test('digits inside a word, or before letters that are no unit, are no number', () => {
	checkTokens(
		`
MemoryMax=512MB
User=web2
ListenStream=/run/app.1/socket
OnCalendar=2024-01-01
`,
		'constant',
		'keyword.other',
	);
});

test('a value that is a boolean is one, in any case of letters', () => {
	checkTokens(
		`
RemainAfterExit=yes
                ^^^ constant.language.boolean
PrivateTmp = FALSE
             ^^^^^ constant.language.boolean
DefaultDependencies=off
                    ^^^ constant.language.boolean
`,
		'constant',
	);
});

test('a boolean word among others is a word', () => {
	checkTokens(
		`
StatusText=no more
SyslogIdentifier=always on
`,
		'constant',
	);
});

test('infinity is a constant', () => {
	checkTokens(
		`
LimitCORE=infinity
          ^^^^^^^^ constant.language.infinity
LimitNOFILE=1024:infinity
                 ^^^^^^^^ constant.language.infinity
LogExtraFields=infinity-pool
`,
		'constant.language',
	);
});

test('unit names are marked: plain, instances, with escapes and with specifiers', () => {
	checkTokens(
		String.raw`
After=docker.service foo@1.service -.mount
      ^^^^^^^^^^^^^^ support.class.unit-name
                     ^^^^^^^^^^^^^ support.class.unit-name
                                   ^^^^^^^ support.class.unit-name
After=dev-disk-by\x2dlabel.device %p-data@%i.service
      ^^^^^^^^^^^ support.class.unit-name
                 ^^^^ constant.character.escape
                     ^^^^^^^^^^^^ support.class.unit-name
                                  ^^ ${specifier}
                                    ^^^^^^ support.class.unit-name
                                          ^^ ${specifier}
                                            ^^^^^^^^ support.class.unit-name
`,
		'support.class',
		'constant',
	);
});

test('a unit name may have dots and a suffix in its middle', () => {
	checkTokens(
		`
After=org.example.service.target
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ support.class.unit-name
`,
		'support.class',
	);
});

test('a unit file in a path, and a word that only looks like a unit, are no unit names', () => {
	checkTokens(
		`
ConditionPathExists=/etc/systemd/system/foo.service
ConditionPathExists=/etc/systemd/system/foo.service.d/x.conf
Wants=foo.services docker.sock
`,
		'support.class',
	);
});

test('a description is prose: an apostrophe opens no string and a number is no number', () => {
	checkTokens(
		`
Description=Mia's 2 boats for %i.example, a.service
            ^^^^^^^^^^^^^^^^^^ string.unquoted.prose
                              ^^ ${specifier}
                                ^^^^^^^^^^^^^^^^^^^ string.unquoted.prose
`,
		'string',
		'constant',
		'support.class',
	);
});

test('a dollar sign outside a command is plain', () => {
	checkTokens(
		`
Environment=A=$HOME \${HOME} $$
`,
		'variable',
		'constant',
	);
});
