// Completion of values: what is offered where, what stands beside it, and the text after accepting it.

import { expect, test } from 'vitest';
import type { FoundDirective } from '../../core/src/catalogue/lookup.ts';
import { directivesOf, worksIn } from '../../core/src/catalogue/lookup.ts';
import { sectionNames } from '../../core/src/catalogue/section-name.ts';
import { complete, lint, parse } from '../../core/src/index.ts';
import {
	checkCompletion,
	checkCompletionText,
	checkFirstCompletions,
	completionAt,
	completionTextOf,
	type Surroundings,
	surroundedBy,
} from '../support/check-features.ts';
import { contextFor } from '../support/check-problems.ts';
import { takeCaret } from '../support/marked-text.ts';

const others = {
	'db.service': '[Unit]\nDescription=Database\n',
	'cache@.service': '[Unit]\nDescription=Cache\n',
	'web.socket': '[Socket]\nListenStream=80\n',
	'batch.slice': '[Slice]\n',
};

function labelsAt(file: string, marked: string, settings: Surroundings = {}): readonly string[] {
	return completionAt(file, marked, settings).map(({ label }) => label);
}

test.each([
	['a signal', 'KillSignal=<|>', 'SIGTERM', '15: please end; the usual stop signal · default'],
	['a capability', 'AmbientCapabilities=<|>', 'CAP_CHOWN', 'change owners of files'],
	['a group of system calls', 'SystemCallFilter=~<|>', '@mount', 'mounting · since 231'],
	['an exit status', 'SuccessExitStatus=<|>', 'TEMPFAIL', '75: temporary failure; try again'],
	['a time span', 'RestartSec=<|>', '5min', ''],
	['a mode', 'UMask=<|>', '0027', 'new files rw-r-----, folders rwxr-x---'],
	['networks', 'IPAddressAllow=<|>', 'localhost', '127.0.0.0/8 ::1/128'],
	['a prefix of commands', 'ExecStart=<|>', '-', 'a failure counts as success'],
])('a value comes with what it means: %s', (_, line, label, detail) => {
	expect(completionTextOf('a.service', `[Service]\n${line}\n`, label).detail).toContain(detail);
});

test('a calendar offers shorthands and shapes', () => {
	const labels = labelsAt('a.timer', '[Timer]\nOnCalendar=<|>');
	expect(labels).toEqual(expect.arrayContaining(['daily', 'Mon..Fri 09:00', '*:0/15']));
});

test('a list is completed word by word, in its middle, too', () => {
	checkCompletionText(
		'a.service',
		'[Service]\nSystemCallFilter=@system-service @mo<|> @swap\n',
		'@mount',
		'[Service]\nSystemCallFilter=@system-service @mount @swap\n',
	);
	checkCompletionText(
		'a.service',
		'[Service]\nCapabilityBoundingSet=CAP_KILL <|> CAP_CHOWN\n',
		'CAP_NET_RAW',
		'[Service]\nCapabilityBoundingSet=CAP_KILL CAP_NET_RAW CAP_CHOWN\n',
	);
	expect(labelsAt('a.service', '[Service]\nCapabilityBoundingSet=CAP_KILL <|>\n')).not.toContain('CAP_KILL');
});

test('a blank at the end of a list asks for the next word', () => {
	checkCompletionText(
		'a.service',
		'[Service]\nIPAddressAllow=localhost <|>\n',
		'multicast',
		'[Service]\nIPAddressAllow=localhost multicast\n',
	);
});

test('the mark of a set that is turned into its opposite stays', () => {
	checkCompletionText(
		'a.service',
		'[Service]\nRestrictNamespaces=~us<|>\n',
		'user',
		'[Service]\nRestrictNamespaces=~user\n',
	);
});

test('the prefix of a condition stays', () => {
	checkCompletionText(
		'a.service',
		'[Unit]\nConditionVirtualization=|!con<|>\n',
		'container',
		'[Unit]\nConditionVirtualization=|!container\n',
	);
	checkCompletionText('a.service', '[Unit]\nConditionFirmware=!u<|>\n', 'uefi', '[Unit]\nConditionFirmware=!uefi\n');
});

test('a word inside quotes is completed without them', () => {
	checkCompletionText('a.service', '[Service]\nEnvironment="LAN<|>"\n', 'LANG=', '[Service]\nEnvironment="LANG="\n');
});

test('a word on a line that continues the value is completed there', () => {
	checkCompletionText(
		'a.service',
		'[Unit]\nAfter=network.target \\\n\t# the rest\n\tnetwork-on<|>\n',
		'network-online.target',
		'[Unit]\nAfter=network.target \\\n\t# the rest\n\tnetwork-online.target\n',
	);
	checkCompletionText(
		'a.service',
		'[Unit]\nAfter=network.target \\\n\t<|>\n[Service]\n',
		'network-online.target',
		'[Unit]\nAfter=network.target \\\n\tnetwork-online.target\n[Service]\n',
	);
});

test('behind the backslash that continues a line nothing is offered, before it something is', () => {
	checkCompletion('a.service', '[Unit]\nAfter=network.target \\<|>\n\tlocal-fs.target\n', []);
	expect(labelsAt('a.service', '[Unit]\nAfter=network.target <|>\\\n\tlocal-fs.target\n')).toContain('basic.target');
});

test('an image policy is written rule by rule', () => {
	checkCompletionText('a.service', '[Service]\nRootImagePolicy=ro<|>\n', 'root=', '[Service]\nRootImagePolicy=root=\n');
	checkCompletionText(
		'a.service',
		'[Service]\nRootImagePolicy=root=verity+s<|>:home=ignore\n',
		'signed',
		'[Service]\nRootImagePolicy=root=verity+signed:home=ignore\n',
	);
});

test('an error stands behind the colon of a system call', () => {
	checkCompletionText(
		'a.service',
		'[Service]\nSystemCallFilter=~@mount:EP<|>\n',
		'EPERM',
		'[Service]\nSystemCallFilter=~@mount:EPERM\n',
	);
});

test('a unit offers those of the workspace before the special ones', () => {
	checkFirstCompletions(
		'web.service',
		'[Unit]\nAfter=<|>',
		['db.service', 'web.socket', 'batch.slice', 'network-online.target'],
		{ others },
	);
	const { detail } = completionTextOf('web.service', '[Unit]\nAfter=d<|>', 'db.service', { others });
	expect(detail).toBe('Database');
});

test('a template is offered as the instance that goes with the unit', () => {
	expect(labelsAt('web@3.service', '[Unit]\nAfter=<|>', { others })).toContain('cache@3.service');
	expect(labelsAt('web@.service', '[Unit]\nAfter=<|>', { others })).toContain('cache@%i.service');
	expect(labelsAt('web.service', '[Unit]\nAfter=<|>', { others })).not.toContain('cache@.service');
	expect(labelsAt('web.service', '[Install]\nAlso=<|>', { others })).toContain('cache@.service');
});

test('units that only the cluster has are offered with how they are', () => {
	const unitStates = new Map([['queue.service', 'active (running) on 08bb6dd0']]);
	const item = completionAt('web.service', '[Unit]\nAfter=<|>', { others, unitStates }).find(
		({ label }) => label === 'queue.service',
	);
	expect(item).toMatchObject({ kind: 'unit', detail: 'active (running) on 08bb6dd0' });
});

test('only units that the directive takes are offered', () => {
	checkFirstCompletions('web.service', '[Service]\nSockets=<|>', ['web.socket'], { others });
	checkFirstCompletions('web.service', '[Service]\nSlice=<|>', ['batch.slice', '-.slice'], { others });
	for (const label of labelsAt('web.service', '[Install]\nAlias=<|>', { others })) expect(label).toMatch(/\.service$/);
});

test('what units are enabled for begins with the usual target of their kind', () => {
	checkFirstCompletions('web.service', '[Install]\nWantedBy=<|>', ['multi-user.target', 'graphical.target']);
	checkFirstCompletions('web.timer', '[Install]\nWantedBy=<|>', ['timers.target']);
});

test('of thousands of units those are offered that have in them what is typed, and the editor asks again', () => {
	const many = Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [`unit-${at}.service`, '']));
	const at = (marked: string) => {
		const { text, offset } = takeCaret(marked);
		return complete(parse(text), offset, surroundedBy({ others: many }, 'web.service', text));
	};
	const all = at('[Unit]\nAfter=<|>');
	expect([all.items.length, all.isIncomplete]).toEqual([1000, true]);
	const some = at('[Unit]\nAfter=a.service unit-119<|>');
	expect(some.items.map(({ label }) => label)).toContain('unit-1199.service');
	expect(some.isIncomplete).toBe(true);
});

test('special units that are too new for the target are not offered', () => {
	expect(labelsAt('a.service', '[Unit]\nAfter=<|>', { release: 219 })).not.toContain('imports.target');
});

test('behind a percent sign stand the specifiers, with what they become', () => {
	checkFirstCompletions('web@3.service', '[Service]\nExecStart=/bin/web --id %<|>', ['%i', '%n', '%p']);
	expect(completionTextOf('web@3.service', '[Service]\nExecStart=/bin/web %<|>', '%i').detail).toMatch(/^3 · /);
	expect(completionTextOf('web@.service', '[Service]\nExecStart=/bin/web %<|>', '%i').detail).toMatch(
		/^1 in web@1\.service · /,
	);
	checkCompletionText(
		'web@3.service',
		'[Service]\nExecStart=/bin/web --id "%<|>" --x\n',
		'%i',
		'[Service]\nExecStart=/bin/web --id "%i" --x\n',
	);
});

test('specifiers are offered only where the directive and the release read them', () => {
	expect(labelsAt('a.service', '[Unit]\nAfter=%<|>')).not.toContain('%h');
	expect(labelsAt('a.service', '[Service]\nWorkingDirectory=%<|>', { release: 219 })).not.toContain('%S');
	expect(labelsAt('a.service', '[Service]\nMemoryMax=50%<|>')).not.toContain('%i');
	expect(labelsAt('a.service', '[Service]\nExecStart=/bin/date +%%<|>')).not.toContain('%i');
	expect(labelsAt('a.service', '[Service]\nExecStart=/bin/date +%%%<|>')).toContain('%i');
});

test('fleet reads four specifiers', () => {
	checkCompletion('web@3.service', '[X-Fleet]\nMachineOf=db@%<|>\n', ['%i', '%n', '%p', '%N']);
	checkCompletionText(
		'web@3.service',
		'[X-Fleet]\nMachineOf=db@%<|>.service\n',
		'%i',
		'[X-Fleet]\nMachineOf=db@%i.service\n',
	);
});

test('behind a dollar sign stand the variables of the unit and those of systemd', () => {
	const text = '[Service]\nEnvironment=PORT=80 "GREETING=hello world"\nExecStart=/bin/web $<|>\n';
	checkFirstCompletions('a.service', text, ['$PORT', '$GREETING', '$MAINPID']);
	expect(completionTextOf('a.service', text, '$GREETING').detail).toBe('hello world · set here');
	checkCompletionText(
		'a.service',
		`[Service]\nExecStop=/bin/kill $\{MA<|>}\n`,
		'$MAINPID',
		`[Service]\nExecStop=/bin/kill $\{MAINPID}\n`,
	);
	checkCompletionText(
		'a.service',
		`[Service]\nExecStop=/bin/kill $\{MA<|>\n`,
		'$MAINPID',
		`[Service]\nExecStop=/bin/kill $\{MAINPID}\n`,
	);
	checkCompletion('a.service', '[Service]\nExecStop=/bin/echo $$<|>\n', []);
});

test('an item that is looked at is explained', () => {
	const documentation = (line: string, label: string) =>
		completionTextOf('a.service', `[Service]\n${line}\n`, label).documentation;
	expect(documentation('KillSignal=<|>', 'SIGINT')).toMatch(
		/^\*\*`SIGINT`\*\* — a value of `KillSignal=` in \[Service\]/,
	);
	expect(documentation('SystemCallFilter=<|>', '@swap')).toContain('swapoff swapon');
	expect(documentation('ExecStart=/bin/a %<|>', '%i')).toContain('Instance name');
	expect(documentation('StandardOutput=<|>', 'append:')).toContain('**append** — a value of');
	expect(documentation('CPUQuota=<|>', '50%')).toContain('the time of 0');
});

/** Every directive with what completion offers for its empty value. */
function* offers(release: number): Generator<{ directive: FoundDirective; line: string; text: string }> {
	for (const section of sectionNames) {
		for (const directive of directivesOf(section).values()) {
			if (section === 'X-Fleet' || !worksIn(directive, section, release)) continue;
			const before = `[${section}]\n${directive.key}=`;
			for (const { insertText } of completionAt('web@3.service', `${before}<|>\n`, { release })) {
				yield { directive, line: `${directive.key}=${insertText}`, text: `${before}${insertText}\n` };
			}
		}
	}
}

// What ends in a mark is to be written on, and a prefix of a command wants the command.
const isBeginning = /[=:]$|:\/+$|^Exec\w+=[-@:+!|]+$/;

test.each([262, 252, 219])(
	'what is offered is right: for systemd %s, no item of any directive has a problem',
	(release) => {
		const wrong = new Set<string>();
		const context = contextFor('web@3.service', { release });
		for (const { line, text } of offers(release)) {
			if (isBeginning.test(line)) continue;
			const problems = lint(parse(text), context).filter(({ rule }) => rule === 'invalid-value');
			if (problems.length > 0) wrong.add(`${line}: ${problems[0]?.message}`);
		}
		expect([...wrong]).toEqual([]);
	},
);
