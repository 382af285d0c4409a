// Which units systemd refuses for settings that do not go together, are missing or do not fit their name: the answers of
// `systemd-analyze verify` of systemd 252, and those of other releases where they differ.
import { describe, expect, test } from 'vitest';
import { problemsIn, type Texts, workspaceOf } from '../support/workspace.ts';

const run = '[Service]\nExecStart=/bin/true\n';

test.each([
	['Type=oneshot\nRestart=always', 'restarted-oneshot'],
	['Type=oneshot\nRestart=on-success', 'restarted-oneshot'],
	['Type=oneshot\nRestart=on-failure', undefined],
	['Type=oneshot\nRestart=always\nRestart=no', undefined],
	['Type=oneshot\nRestart=alwayss', undefined],
	['Type=oneshot\nType=\nRestart=always', 'restarted-oneshot'],
	['Type=oneshot\nRestartForceExitStatus=3', 'restarted-oneshot'],
	['Type=oneshot\nRestartForceExitStatus=3\nRestartForceExitStatus=', undefined],
	['ExecStart=\nExecStop=/bin/true\nRemainAfterExit=yes\nRestart=always', 'restarted-oneshot'],
	['Type=simple\nRestart=always', undefined],
	['Type=dbus', 'missing-bus-name'],
	['Type=dbus\nBusName=a.b', undefined],
	['Type=dbus\nBusName=a.b\nBusName=', undefined],
	['Type=oneshot\nExitType=cgroup', 'refused-combination'],
	['Type=oneshot\nExitType=main', undefined],
	['PAMName=a\nKillMode=process', 'refused-combination'],
	['PAMName=a\nKillMode=mixed', undefined],
	['PAMName=a\nKillMode=process\nKillMode=', undefined],
	['DynamicUser=yes\nWorkingDirectory=~', undefined],
])('of a service with %j, systemd says %s', (lines, rule) => {
	expect(errorsIn('a.service', `${run}${lines}\n`)).toEqual(rule === undefined ? [] : [rule]);
});

test.each([
	['a.timer', '[Timer]\n', 'missing-essential-setting'],
	['a.timer', '[Unit]\nDescription=a\n', 'missing-essential-setting'],
	['a.timer', '[Timer]\nOnBootSec=5\nOnCalendar=\n', 'missing-essential-setting'],
	['a.timer', '[Timer]\nOnCalendar=\nOnBootSec=5\n', undefined],
	['a.timer', '[Timer]\nOnCalendar=foo\n', 'missing-essential-setting'],
	['a.timer', '[Timer]\nOnClockChange=yes\n', undefined],
	['a.timer', '[Timer]\nOnClockChange=no\n', 'missing-essential-setting'],
	['a.path', '[Path]\nUnit=b.service\n', 'missing-essential-setting'],
	['a.path', '[Path]\nPathExists=/x\nPathChanged=\n', 'missing-essential-setting'],
	['a.path', '[Path]\nPathExistsGlob=/x*\n', undefined],
	['a.socket', '[Socket]\nAccept=yes\n', 'missing-essential-setting'],
	['a.socket', '[Socket]\nListenStream=5\nListenFIFO=\n', 'missing-essential-setting'],
	['a.socket', '[Socket]\nListenNetlink=audit 1\n', undefined],
	['x-y.mount', '[Mount]\nWhere=/x/y\n', 'missing-essential-setting'],
	['x-y.mount', '[Mount]\nWhat=tmpfs\nWhat=\n', 'missing-essential-setting'],
	['x-y.mount', '[Mount]\nWhat=tmpfs\n', undefined],
	['x-y.automount', '[Automount]\n', undefined],
	['x-y.swap', '[Swap]\n', undefined],
])('what %s lives by: of %j, systemd says %s', (file, text, rule) => {
	expect(errorsIn(file, text)).toEqual(rule === undefined ? [] : [rule]);
});

test.each([
	['ListenStream=5\nAccept=yes\nService=a.service', 'refused-combination'],
	['ListenStream=5\nAccept=yes\nAccept=no\nService=a.service', undefined],
	['ListenStream=5\nAccept=yes\nMaxConnections=0', 'refused-combination'],
	['ListenStream=5\nPAMName=a\nKillMode=mixed', 'refused-combination'],
	['ListenStream=5\nListenDatagram=6\nAccept=yes', 'refused-socket'],
	['ListenFIFO=/run/a\nAccept=yes', 'refused-socket'],
	['ListenSequentialPacket=/run/a\nAccept=yes', undefined],
	['ListenDatagram=5\nListenDatagram=\nListenStream=5\nAccept=yes', undefined],
	['ListenStream=5\nSymlinks=/x', 'refused-socket'],
	['ListenStream=@a\nSymlinks=/x', 'refused-socket'],
	['ListenStream=/run/a\nListenFIFO=/run/b\nSymlinks=/x', 'refused-socket'],
	['ListenStream=5\nListenStream=/run/a\nSymlinks=/x', undefined],
	['ListenStream=5\nSymlinks=/x\nSymlinks=', undefined],
])('of a socket with %j, systemd says %s', (lines, rule) => {
	expect(errorsIn('a.socket', `[Socket]\n${lines}\n`)).toEqual(rule === undefined ? [] : [rule]);
});

test.each([
	['x-y.mount', '/x/y', undefined],
	['x-y.mount', '/x//y/', undefined],
	['x-y.mount', '/x/z', 'misnamed-mount'],
	['x-y.mount', '/x-y', 'misnamed-mount'],
	['x\\x2dy.mount', '/x-y', undefined],
	['x\\x2dy.mount', '/x/y', 'misnamed-mount'],
	['/etc/systemd/system/x\\x2dy.mount', '/x-y', undefined],
	['\\x2ehid.mount', '/.hid', undefined],
	['x\\x40y.mount', '/x@y', undefined],
	['x\\x20y.mount', '/x y', undefined],
	['x\\xc3\\xa4.mount', '/xä', undefined],
	['a.b_c:d.mount', '/a.b_c:d', undefined],
	['-.mount', '/', undefined],
	['x.mount', '/%i', undefined],
	['run.mount', '/run', 'reserved-mount-point'],
	['dev-shm.mount', '/dev/shm/', 'reserved-mount-point'],
	['sys-fs-cgroup-x.mount', '/sys/fs/cgroup/x', 'reserved-mount-point'],
	['run-x.mount', '/run/x', undefined],
	['x@y.mount', '/x@y', 'invalid-unit-name'],
])('of %s at %s, systemd says %s', (file, where, rule) => {
	expect(errorsIn(file, `[Mount]\nWhat=tmpfs\nWhere=${where}\n`)).toEqual(rule === undefined ? [] : [rule]);
});

test.each([
	['a b.service', true],
	['a+b.service', true],
	['@b.service', true],
	['a:b.service', false],
	['a\\x20b.service', false],
	['%{name}.service', false],
	['@NAME@.service', false],
	[`${'a'.repeat(250)}.service`, true],
])('%s is refused for its name: %s', (file, refused) => {
	expect(errorsIn(file, run)).toEqual(refused ? ['invalid-unit-name'] : []);
});

test.each([
	['Requires=b.target\nAfter=b.target\nConflicts=b.target', 'contradictory-dependency'],
	['BindsTo=b.target\nAfter=b.target\nConflicts=c.target b.target', 'contradictory-dependency'],
	['Requires=b.target\nAfter=b.target\nBefore=b.target', 'contradictory-dependency'],
	['Wants=b.target\nConflicts=b.target', undefined],
	['Wants=b.target\nAfter=b.target\nBefore=b.target', undefined],
	['OnFailure=b.target c.target\nOnFailureJobMode=isolate', 'several-isolated-units'],
	['OnFailure=b.target\nOnFailure=c.target\nOnFailureJobMode=isolate', 'several-isolated-units'],
	['OnFailure=b.target b.target\nOnFailureJobMode=isolate', undefined],
	['OnFailure=b.target c.target\nOnFailureJobMode=isolate\nOnFailureJobMode=replace', undefined],
])('of [Unit] with %j, systemd says %s', (lines, rule) => {
	expect(errorsIn('a.service', `[Unit]\n${lines}\n${run}`)).toEqual(rule === undefined ? [] : [rule]);
});

describe('other releases', () => {
	test.each([
		[243, 'Type=oneshot\nRestart=on-failure', 'restarted-oneshot'],
		[244, 'Type=oneshot\nRestart=on-failure', undefined],
		[243, 'Type=oneshot\nRestart=no', undefined],
		[255, 'Type=oneshot\nRestartForceExitStatus=3', 'restarted-oneshot'],
		[256, 'Type=oneshot\nRestartForceExitStatus=3', undefined],
		[249, 'Type=oneshot\nExitType=cgroup', undefined],
		[256, 'Type=forking\nPrivatePIDs=yes', undefined],
		[257, 'Type=forking\nPrivatePIDs=yes', 'refused-combination'],
		[257, 'DynamicUser=yes\nWorkingDirectory=~', 'refused-combination'],
		[231, 'DynamicUser=yes\nWorkingDirectory=~', undefined],
	])('systemd %i says of a service with %j: %s', (release, lines, rule) => {
		expect(errorsIn('a.service', `${run}${lines}\n`, release)).toEqual(rule === undefined ? [] : [rule]);
	});

	test('a socket with no connection at all is refused since 258', () => {
		const text = '[Socket]\nListenStream=5\nMaxConnections=0\n';
		expect([257, 258].map((release) => errorsIn('a.socket', text, release))).toEqual([[], ['refused-socket']]);
	});
});

describe('drop-ins', () => {
	const unit = '/etc/systemd/system/a.service';
	const dropIn = `${unit}.d/b.conf`;

	test('the refusal is told where the line stands that brings it', () => {
		const files = { [unit]: `${run}Type=oneshot\n`, [dropIn]: '[Service]\nRestart=always\n' };
		expect(errorsInAll(files)).toEqual({ [dropIn]: ['restarted-oneshot'] });
	});

	test('a drop-in may bring what is missing', () => {
		const files = { [unit]: `${run}Type=dbus\n`, [dropIn]: '[Service]\nBusName=a.b\n' };
		expect(errorsInAll(files)).toEqual({});
	});

	test('a drop-in may take back what is refused', () => {
		const timer = '/etc/systemd/system/a.timer';
		const files = {
			[timer]: '[Timer]\nOnCalendar=daily\n',
			[`${timer}.d/b.conf`]: '[Timer]\nOnCalendar=\n',
		};
		expect(errorsInAll(files)).toEqual({ [timer]: ['missing-essential-setting'] });
	});

	test('a drop-in without its unit is not judged', () => {
		expect(errorsInAll({ [dropIn]: '[Service]\nType=dbus\n' })).toEqual({});
	});
});

function errorsIn(file: string, text: string, release = 252): readonly string[] {
	return errorsInAll({ [file]: text }, release)[file] ?? [];
}

/** By path, of all files of a workspace. */
function errorsInAll(texts: Texts, release = 252): Readonly<Record<string, readonly string[]>> {
	const workspace = workspaceOf(texts);
	const all = Object.keys(texts).map((path) => {
		const errors = problemsIn(workspace, path, { release }).filter(({ severity }) => severity === 'error');
		return [path, errors.map(({ rule }) => rule)] as const;
	});
	return Object.fromEntries(all.filter(([, rules]) => rules.length > 0));
}
