// The mistakes that people commit in units for fleet, one by one, each with the rule that finds it and how bad it is; and
// what looks like one and is none. How the rules word it, and what they propose, is in their own examples.
import { describe, expect, test } from 'vitest';
import { problemsIn, workspaceOf } from '../support/workspace.ts';

const whole = '[Service]\nExecStart=/usr/bin/web\n';
const fleet = (lines: string) => `${whole}[X-Fleet]\n${lines}\n`;
const service = (lines: string) => `[Service]\n${lines}\n`;
const docker = (options: string, more = '') =>
	service(`ExecStartPre=-/usr/bin/docker rm -f web\nExecStart=/usr/bin/docker run ${options} example/web\n${more}`);

/** What is found in a file, `severity rule`, with other files beside it. */
function found(text: string, file = 'web.service', others: Readonly<Record<string, string>> = {}): readonly string[] {
	const workspace = workspaceOf({ [file]: text, ...others });
	return problemsIn(workspace, file).map(({ severity, rule }) => `${severity} ${rule}`);
}

describe('the text', () => {
	test.each([
		['no backslash before', 'ExecStart=/usr/bin/web \\\n  --port 80\n  --verbose \\\n  --fast', 'missing-continuation'],
		['a blank after the backslash', 'ExecStart=/usr/bin/web \\ \n  --port 80', 'blank-after-backslash'],
		['a blank line inside', 'ExecStart=/usr/bin/web \\\n  --fast \\\n\n  --port 80', 'blank-line-in-continuation'],
		['CRLF', 'ExecStart=/usr/bin/web \\\r\n  --port 80', 'carriage-return-after-backslash'],
		['an unfinished merge', '<<<<<<< a\nExecStart=/a\n=======\nExecStart=/b\n>>>>>>> b', 'merge-conflict-marker'],
		['a comment inside', 'ExecStart=/usr/bin/web \\\n# the port\n  --port 80', 'comment-in-continuation'],
		['a line without `=`', 'ExecStart=/usr/bin/web\nRestart always', 'missing-equals'],
	])('%s', (_, lines, rule) => {
		expect(found(`${service(lines)}[X-Fleet]\nMachineMetadata=role=web\n`)).toContain(`error ${rule}`);
	});

	test('a comment that goes on', () => {
		expect(found(`${service('# was: /usr/bin/old \\\nExecStart=/usr/bin/web')}[X-Fleet]\nGlobal=true\n`)).toContain(
			'warning continued-comment',
		);
	});

	test('text after a header', () => {
		expect(found(`${whole}[X-Fleet]+\nGlobal=true\n`)).toContain('error malformed-header');
	});

	test('a line of 2,048 bytes', () => {
		expect(found(`${fleet('Global=true')}# ${'x'.repeat(2046)}\n`)).toContain('error fleet-overlong-line');
	});
});

describe('[X-Fleet]', () => {
	test.each([
		['machineof=db.service', 'error miscased-name'],
		['MachinOf=db.service', 'error unknown-directive'],
		['ConditionMachineOf=db.service', 'error unknown-directive'],
		['ExecStop=/usr/bin/web --stop', 'warning misplaced-directive'],
		['MachineMetadata=role=a,region=b', 'error fleet-dropped-metadata'],
		['MachineMetadata=role', 'error fleet-dropped-metadata'],
		['MachineMetadata=role=', 'error fleet-dropped-metadata'],
		['MachineMetadata=role=a region=b', 'error fleet-dropped-metadata'],
		["MachineMetadata='role=a'", 'error fleet-literal-quotes'],
		['MachineMetadata="role=a"\t"region=b"', 'error fleet-literal-quotes'],
		['MachineMetadata=role=a;region=b', 'error fleet-dropped-metadata'],
		['Global=true # on all', 'error fleet-trailing-comment'],
		['MachineOf=db@*.service', 'error fleet-unschedulable-machine-of'],
		['MachineOf=db.service cache.service', 'error fleet-unschedulable-machine-of'],
		['MachineOf=db', 'error fleet-unschedulable-machine-of'],
		['MachineOf=db@.service', 'error fleet-unschedulable-machine-of'],
		['MachineOf=db@%i.service', 'error fleet-unschedulable-machine-of'],
		['MachineOf=db.servicex', 'error fleet-unschedulable-machine-of'],
		['MachineOf=role=db', 'error fleet-unschedulable-machine-of'],
		['MachineOf=web.service', 'error fleet-unschedulable-machine-of'],
		['Conflicts=db', 'warning fleet-unmatchable-glob'],
		['Conflicts=db@.service', 'warning fleet-unmatchable-glob'],
		['Conflicts=web.service', 'hint fleet-self-conflict'],
		['Global=true\nMachineOf=db.service', 'error fleet-refused-combination'],
		['Global=true\nMachineID=0123abcd', 'error fleet-refused-combination'],
		['Global=true\nReplaces=db.service', 'error fleet-refused-combination'],
		['MachineID=0123abcd\nMachineOf=db.service', 'error fleet-refused-combination'],
		['MachineID=0123abcd\nConflicts=db.service', 'error fleet-refused-combination'],
		['MachineID=0123abcd\nReplaces=db.service', 'error fleet-refused-combination'],
		['Conflicts=db.service\nReplaces=cache.service', 'error fleet-refused-combination'],
		['MachineOf=db.service\nConflicts=d*.service', 'error fleet-refused-combination'],
		['MachineOf=db.service\nReplaces=d*.service', 'error fleet-refused-combination'],
		['MachineMetadata=host=%H', 'warning fleet-unexpanded-specifier'],
		['MachineMetadata=role=%i', 'error empty-instance-specifier'],
		['MachineID=0123456789ab', 'warning fleet-malformed-machine-id'],
		['X-ConditionMachineOf=db.service', 'info deprecated-directive'],
		['', 'warning fleet-empty-section'],
	])('%s', (lines, expected) => {
		expect(found(fleet(lines))).toContain(expected);
	});

	test('an instance that keeps only itself away', () => {
		expect(found(fleet('Conflicts=web@%i.service'), 'web@.service')).toContain('warning fleet-self-conflict');
	});

	test.each([
		['[X-fleet]', 'error miscased-name'],
		['[X-Flet]', 'error unknown-section'],
		['# [X-Fleet]', 'error fleet-commented-header'],
		['[Install]', 'error misplaced-directive'],
	])('under %s', (header, expected) => {
		expect(found(`${whole}${header}\nMachineMetadata=role=web\n`)).toContain(expected);
	});

	test('all of it commented out', () => {
		expect(found(`${whole}# [X-Fleet]\n# MachineMetadata=role=web\n`)).toEqual(['hint fleet-commented-header']);
	});

	test('[Install] beside it', () => {
		expect(found(`${fleet('Global=true')}[Install]\nWantedBy=multi-user.target\n`)).toContain(
			'hint fleet-install-section',
		);
	});
});

describe('containers', () => {
	test.each([
		['--rm --name web', 'ExecStop=/usr/bin/docker stop wob', 'warning mismatched-container-name'],
		['-name web', '', 'error single-dash-option'],
		['-rm --name web', '', 'error single-dash-option'],
		['-it --rm --name web', '', 'warning container-tty'],
		['-t --rm --name web', '', 'info container-tty'],
		['-d --name web', '', 'error detached-container'],
		['--name shop', '', 'warning missing-container-cleanup'],
		['--rm --name web', '', 'hint missing-container-stop'],
		['--rm --name web', '', 'hint missing-container-daemon'],
		['--name web', 'ExecStartPre=/usr/bin/docker kill web', 'warning unchecked-cleanup'],
		['--name web', 'ExecStartPre=/usr/bin/docker pull example/web', 'info unbounded-pull'],
	])('docker run %s, %s', (options, more, expected) => {
		expect(found(docker(options, more))).toContain(expected);
	});

	test('a password for all to read', () => {
		expect(found(`${docker('--rm -e DB_PASSWORD=hunter2')}[X-Fleet]\nGlobal=true\n`)).toContain(
			'hint fleet-literal-credential',
		);
	});
});

describe('commands', () => {
	test.each([
		['ExecStart=/usr/bin/web --id $(hostname)', 'warning shell-syntax-without-shell'],
		['ExecStart=/usr/bin/web && /usr/bin/announce', 'warning shell-syntax-without-shell'],
		['ExecStart=/usr/bin/web > /var/log/web', 'warning shell-syntax-without-shell'],
		['ExecStart=/usr/bin/web | /usr/bin/logger', 'warning shell-syntax-without-shell'],
		['ExecStart=if [[ -f /a ]]; then web; fi', 'error relative-program'],
		['ExecStartPre=ExecStartPre=/usr/bin/a\nExecStart=/usr/bin/web', 'error relative-program'],
		['ExecStart=/usr/bin/pull\nExecStart=/usr/bin/web', 'error repeated-exec-start'],
		['ExecStart=/usr/bin/web --name web-%i', 'info empty-instance-specifier'],
		['ExecStart=/usr/bin/web\nExecStop-=/usr/bin/web --stop', 'error misplaced-prefix'],
		['ExecStart=/usr/bin/web\nExecstartPre=/usr/bin/a', 'warning miscased-name'],
		['ExecStart=/usr/bin/web\nExecStartPrt=/usr/bin/a', 'warning unknown-directive'],
	])('%s', (lines, expected) => {
		expect(found(service(lines))).toContain(expected);
	});
});

describe('sections and dependencies', () => {
	test.each([
		['[Unit]\nTimeoutStartSec=0\nExecStart=/usr/bin/web\n', 'web.service', 'warning misplaced-directive'],
		['[Unit]\nTimeoutStartSec=0\nExecStart=/usr/bin/web\n', 'web.service', 'error missing-exec-start'],
		['[Timer]\nOnCalendar=daily\nUser=web\n', 'web.timer', 'warning misplaced-directive'],
		[`[unit]\nDescription=Web\n${whole}`, 'web.service', 'warning miscased-name'],
		[`[Unit]\nReqires=db.service\n${whole}`, 'web.service', 'warning unknown-directive'],
		[`[Unit]\nBindTo=db.service\n${whole}`, 'web.service', 'info deprecated-directive'],
		[`[Unit]\nAfter=db@*.service\n${whole}`, 'web.service', 'warning glob-dependency'],
		[`[Unit]\nBindsTo=db@.service\n${whole}`, 'web.service', 'warning template-dependency'],
		[`[Unit]\nRequires=db.service\n${whole}`, 'web.service', 'info unordered-requirement'],
	])('%j', (text, file, expected) => {
		expect(found(text, file)).toContain(expected);
	});
});

describe('across files', () => {
	const db = { 'db.service': fleet('MachineMetadata=disk=ssd') };

	test.each([
		['a sidekick that survives', fleet('MachineOf=db.service'), 'warning fleet-uncoupled-sidekick'],
		[
			'a requirement elsewhere',
			`[Unit]\nRequires=db.service\nAfter=db.service\n${fleet('MachineMetadata=role=web')}`,
			'warning fleet-distant-requirement',
		],
		['a conflict with nobody', fleet('Conflicts=cache@*.service'), 'info fleet-unmatched-conflict'],
		['a peer that is not there', fleet('MachineOf=cache.service'), 'info fleet-missing-peer'],
	])('%s', (_, text, expected) => {
		expect(found(text, 'web.service', db)).toContain(expected);
	});
});

describe('none of it', () => {
	const after = '[Unit]\nAfter=docker.service\nRequires=docker.service\n';
	const stop = 'ExecStop=/usr/bin/docker stop -t 3 web\n';

	test.each([
		['an option of the program in the container', `${after}${docker('--rm --name web', stop)}`],
		[
			'a name in a script',
			`${after}${service(`ExecStart=/bin/sh -c "docker rm -f %p; docker run --name %p x"\n${stop}`)}`,
		],
		[
			'the name of the unit',
			`${after}${docker('--rm --name %n', 'ExecStop=/usr/bin/docker stop web.service\nExecStartPre=-/usr/bin/docker rm -f %n')}`,
		],
		['a variable of a script', service('ExecStart=/bin/sh -c "echo $$I > /run/%p_$(uuidgen)"')],
		['a mount point', `[Unit]\nRequiresMountsFor=/srv/web\n${whole}`],
		['Global beside metadata', fleet('Global=true\nMachineMetadata=role=web')],
		['Global beside conflicts', fleet('Global=true\nConflicts=web-*.service')],
	])('%s', (_, text) => {
		expect(found(text)).toEqual([]);
	});

	test.each([
		['web.service.m4', 'define(`PORT', 'ifdef(`X`)\nExecStart=/usr/bin/web\n'],
		['web.service.mustache', '[Service]', '{{#env}}\nEnvironment={{key}}={{value}}\n{{/env}}\nExecStart={{bin}}\n'],
		['web.service.erb', '[Service]', '<% if fast %>\nExecStart=/a\n<% else %>\nExecStart=/b\n<% end %>\n'],
		['@@NAME@@.service', '[Service]', 'ExecStart=/usr/bin/@@NAME@@\n'],
	])('a file for a template engine, %s', (file, header, lines) => {
		expect(found(`${header}\n${lines}`, file).filter((one) => one.startsWith('error'))).toEqual([]);
	});

	test('a template as tutorials have it, with a glob that keeps its instances apart', () => {
		const text = `[Unit]
Description=Hello world %i
After=docker.service
Requires=docker.service

[Service]
TimeoutStartSec=0
ExecStartPre=-/usr/bin/docker kill hello-%i
ExecStartPre=-/usr/bin/docker rm hello-%i
ExecStartPre=/usr/bin/docker pull busybox
ExecStart=/usr/bin/docker run --name hello-%i busybox /bin/sh -c "while true; do echo hello; sleep 1; done"
ExecStop=/usr/bin/docker stop hello-%i

[X-Fleet]
MachineMetadata=group=hw_webservers
Conflicts=hello_world@*
`;
		expect(found(text, 'hello_world@.service')).toEqual([]);
	});

	test('a mount for NFS', () => {
		expect(found('[Mount]\nWhat=host:/srv\nWhere=/srv\nType=nfs\n', 'srv.mount')).toEqual([]);
	});

	test('a peer that is on all machines', () => {
		const text = `[Unit]\nBindsTo=agent.service\nAfter=agent.service\n${fleet('MachineOf=agent.service')}`;
		expect(found(text, 'web.service', { 'agent.service': fleet('Global=true') })).toEqual([]);
	});

	test.each(['web.service.bak', 'web.service.example', 'ceph-osd@'])('%s is no unit file', (file) => {
		expect(() => found('[Serivce]\n', file)).toThrow('no file of the workspace');
	});
});
