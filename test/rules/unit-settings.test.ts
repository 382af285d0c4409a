// Settings that come to nothing, contradict each other or name the wrong unit, and those that look alike and are right.
import { describe, expect, test } from 'vitest';
import { placesOf, problemsIn, type Texts, workspaceOf } from '../support/workspace.ts';

const run = '[Service]\nExecStart=/bin/true\n';

describe('ineffective-setting', () => {
	test.each([
		['RestartSec=5', 'RestartSec'],
		['RestartSec=5\nRestart=no', 'RestartSec'],
		['RestartSec=5\nRestart=always', undefined],
		['RestartSec=5\nRestartForceExitStatus=3', undefined],
		['RestartSec=0', undefined],
		['RestartSec=5min\nRestartSteps=5\nRestartMaxDelaySec=1min\nRestart=always', 'RestartSec'],
		['NUMAMask=0\nCPUAffinity=numa', undefined],
		['RestartSteps=5', 'RestartSteps'],
		['RestartSteps=5\nRestartMaxDelaySec=1min\nRestart=always', undefined],
		['RuntimeRandomizedExtraSec=5\nRuntimeMaxSec=infinity', 'RuntimeRandomizedExtraSec'],
		['Type=oneshot\nRuntimeMaxSec=5', 'RuntimeMaxSec'],
		['Type=oneshot\nRuntimeMaxSec=infinity', undefined],
		['Type=oneshot\nExecReload=/bin/true', 'ExecReload'],
		['Type=oneshot\nRemainAfterExit=yes\nExecReload=/bin/true', undefined],
		['GuessMainPID=yes', 'GuessMainPID'],
		['USBFunctionStrings=/a', 'USBFunctionStrings'],
		['StateDirectoryMode=0700', 'StateDirectoryMode'],
		['StateDirectoryMode=0700\nStateDirectory=web', undefined],
		['SystemCallErrorNumber=EPERM', 'SystemCallErrorNumber'],
		['FinalKillSignal=SIGQUIT\nSendSIGKILL=no', 'FinalKillSignal'],
		['FinalKillSignal=SIGQUIT', undefined],
		['RootDirectory=/a\nRootImage=/b.raw', 'RootDirectory'],
	])('in a service with %j: %s', (lines, key) => {
		expect(placesIn('ineffective-setting', 'a.service', `${run}${lines}\n`)).toEqual(key === undefined ? [] : [key]);
	});

	test.each([
		['a.timer', '[Timer]\nOnBootSec=5\nPersistent=yes\n', 'Persistent'],
		['a.timer', '[Timer]\nOnBootSec=5\nPersistent=no\n', undefined],
		['a.timer', '[Timer]\nOnCalendar=daily\nPersistent=yes\n', undefined],
		['a.path', '[Path]\nPathExists=/x\nMakeDirectory=yes\n', 'MakeDirectory'],
		['a.socket', '[Socket]\nListenStream=80\nMaxConnections=9\n', 'MaxConnections'],
		['a.socket', '[Socket]\nListenStream=80\nSocketMode=0600\n', 'SocketMode'],
		['a.socket', '[Socket]\nListenStream=80\nListenStream=/run/a\nSocketMode=0600\n', undefined],
		['a.socket', '[Socket]\nListenStream=@a\nSocketUser=web\n', 'SocketUser'],
		['a.mount', '[Mount]\nWhat=tmpfs\nDirectoryMode=0700\n', undefined],
		['a.slice', '[Unit]\nOnFailure=b.service\n[Slice]\n', 'OnFailure'],
		['a.target', '[Unit]\nOnFailure=b.service\n', undefined],
		['a.target', '[Unit]\nJobTimeoutSec=5\nJobRunningTimeoutSec=10\n', 'JobRunningTimeoutSec'],
		['a.target', '[Unit]\nJobTimeoutSec=10\nJobRunningTimeoutSec=5\n', undefined],
		['a.service', `${run}[Install]\nDefaultInstance=b\nWantedBy=a.target\n`, 'DefaultInstance'],
		['a@.service', `${run}[Install]\nDefaultInstance=b\nWantedBy=a.target\n`, undefined],
	])('%s: %j: %s', (file, text, key) => {
		expect(placesIn('ineffective-setting', file, text)).toEqual(key === undefined ? [] : [key]);
	});
});

describe('impossible-condition', () => {
	test.each([
		['ConditionPathExists=/x\nConditionPathExists=!/x', ['!/x']],
		['ConditionPathExists=/x/\nConditionPathExists=!/x', ['!/x']],
		['ConditionPathExists=|/x\nConditionPathExists=|!/x', []],
		['ConditionPathExists=/x\nConditionPathExists=\nConditionPathExists=!/x', []],
		['ConditionPathExists=/x\nConditionFileNotEmpty=\nConditionPathExists=!/x', []],
		['ConditionPathExists=/x\nAssertPathExists=!/x', []],
		['ConditionPathExists=!/x\nConditionFileNotEmpty=/x', ['/x']],
		['ConditionPathExists=!/x\nConditionFileNotEmpty=!/x', []],
		['ConditionArchitecture=x86-64\nConditionArchitecture=arm64', ['arm64']],
		['ConditionArchitecture=!x86-64\nConditionArchitecture=arm64', []],
		['ConditionVirtualization=vm\nConditionVirtualization=kvm', []],
		['ConditionFirstBoot=yes\nConditionFirstBoot=!true', ['!true']],
		['ConditionFirstBoot=yes\nConditionFirstBoot=!no', []],
	])('%j: %j', (lines, places) => {
		expect(placesIn('impossible-condition', 'a.target', `[Unit]\n${lines}\n`)).toEqual(places);
	});
});

describe('self-dependency', () => {
	test.each([
		['a.service', 'After=a.service', ['a.service']],
		['a.service', 'Wants=b.service %n', ['%n']],
		['a@.service', 'After=a@%i.service', ['a@%i.service']],
		['a@1.service', 'After=a@%i.service', ['a@%i.service']],
		['a@1.service', 'After=a@2.service', []],
		['a.service', 'After=a.socket', []],
		['a.service.d/b.conf', 'After=a.service', ['a.service']],
		['service.d/b.conf', 'After=service', []],
		['a-.service.d/b.conf', 'After=a-.service', []],
	])('%s with %s: %j', (file, lines, places) => {
		expect(placesIn('self-dependency', file, `[Unit]\n${lines}\n`)).toEqual(places);
	});
});

// The answers of `systemctl enable` of systemd 252.
describe('refused-alias', () => {
	test.each([
		['a.service', 'b.service', true],
		['a.service', 'b@.service', false],
		['a.service', 'b@x.service', false],
		['a@.service', 'b.service', false],
		['a@.service', 'b@.service', true],
		['a@.service', 'b@%i.service', true],
		['a@.service', 'b@y.service', true],
		['a@x.service', 'b@x.service', true],
		['a@x.service', 'b@.service', true],
		['a@x.service', 'b@y.service', false],
		['a.mount', 'b.mount', false],
		['a.slice', 'b.slice', false],
		['a.target', 'b.target', true],
		['a.service', 'b.target.wants/a.service', true],
	])('%s as %s: %s', (file, alias, accepted) => {
		const places = placesIn('refused-alias', file, `[Install]\nAlias=${alias}\n`);
		expect(places).toEqual(accepted ? [] : [alias]);
	});
});

describe('missing-activated-unit', () => {
	const timer = '[Timer]\nOnCalendar=daily\n';
	const socket = '[Socket]\nListenStream=80\n';
	const at = (texts: Texts) => placesOf('missing-activated-unit', workspaceOf(texts));

	test.each<[string, Texts, readonly string[]]>([
		['a service that is there', { 'a.timer': timer, 'a.service': run }, []],
		['a service that is not there', { 'a.timer': timer, 'b.service': run }, ['a.timer']],
		['a file alone', { 'a.timer': timer }, []],
		['another name', { 'a.timer': `${timer}Unit=b.service\n`, 'b.service': run }, []],
		['an alias', { 'a.timer': timer, 'b.service': `${run}[Install]\nAlias=a.service\n` }, []],
		['a template', { 'a@.timer': timer, 'a@.service': run }, []],
		['an instance of a template', { 'a.timer': `${timer}Unit=a@1.service\n`, 'a@.service': run }, []],
		['a drop-in', { 'a.timer': timer, 'a.timer.d/b.conf': '[Timer]\nUnit=b.service\n', 'b.service': run }, []],
		['the first of two names', { 'a.timer': `${timer}Unit=b.service\nUnit=c.service\n`, 'b.service': run }, []],
		['a socket of one service', { 'a.socket': socket, 'a.service': run }, []],
		['a socket that accepts', { 'a.socket': `${socket}Accept=yes\n`, 'a@.service': run }, []],
		['a socket that should accept', { 'a.socket': socket, 'a@.service': run }, ['a.socket']],
		['a socket that should not accept', { 'a.socket': `${socket}Accept=yes\n`, 'a.service': run }, ['a.socket']],
		['an automount', { 'a.automount': '[Automount]\nWhere=/a\n', 'a.mount': '[Mount]\nWhat=tmpfs\nWhere=/a\n' }, []],
		['an automount alone', { 'a.automount': '[Automount]\nWhere=/a\n', 'b.service': run }, ['a.automount']],
	])('%s', (_, texts, paths) => {
		expect(Object.keys(at(texts))).toEqual(paths);
	});
});

describe('legacy-run-path', () => {
	test.each([
		['PIDFile=/var/run/a.pid', 252, 'info'],
		['PIDFile=/var/run/a.pid', 230, 'hint'],
		['ReadWritePaths=-/var/run/a', 252, 'hint'],
		['StandardOutput=append:/var/run/a', 252, 'hint'],
		['PIDFile=/srv/var/run/a.pid', 252, undefined],
		['PIDFile=/var/run.old/a.pid', 252, undefined],
		['Environment=A=/var/run/a', 252, undefined],
	])('%s at %i: %s', (line, release, severity) => {
		const workspace = workspaceOf({ 'a.service': `${run}Type=forking\n${line}\n` });
		const found = problemsIn(workspace, 'a.service', { release }).filter(({ rule }) => rule === 'legacy-run-path');
		expect(found.map((problem) => problem.severity)).toEqual(severity === undefined ? [] : [severity]);
	});
});

describe('unreachable-start-limit', () => {
	test.each([
		['StartLimitBurst=3', 'RestartSec=30', ['3']],
		['StartLimitBurst=3\nStartLimitIntervalSec=100', 'RestartSec=30', []],
		['StartLimitIntervalSec=60', 'RestartSec=30', ['60']],
		['StartLimitIntervalSec=0', 'RestartSec=30', []],
		['StartLimitBurst=3', 'RestartSec=1', []],
		['StartLimitBurst=3', '', []],
	])('%j with %j: %j', (unit, service, places) => {
		const text = `[Unit]\n${unit}\n${run}Restart=always\n${service}\n`;
		expect(placesIn('unreachable-start-limit', 'a.service', text)).toEqual(places);
	});

	test('old releases have the limit in [Service]', () => {
		const workspace = workspaceOf({ 'a.service': `${run}Restart=always\nRestartSec=30\nStartLimitBurst=3\n` });
		const found = problemsIn(workspace, 'a.service', { release: 219 });
		expect(found.filter(({ rule }) => rule === 'unreachable-start-limit')[0]?.message).toContain(
			'`StartLimitInterval=`',
		);
	});
});

function placesIn(rule: string, file: string, text: string): readonly string[] {
	return placesOf(rule, workspaceOf({ [file]: text }))[file] ?? [];
}
