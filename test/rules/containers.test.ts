// Containers in units: what the rules' own examples leave open, above all what must stay silent.
import { describe, expect, test } from 'vitest';
import { applyEdits, chooseFixes, lint, parse } from '../../core/src/index.ts';
import { checkProblems, contextFor } from '../support/check-problems.ts';
import { placesOf, workspaceOf } from '../support/workspace.ts';

describe('silence', () => {
	test.each([
		['an option of the program in the container', 'ExecStart=/usr/bin/docker run --rm example/nginx -d -t -name web'],
		['the time of docker stop', 'ExecStop=/usr/bin/docker stop -t 3 web'],
		['a daemon in the foreground', 'ExecStart=/usr/bin/docker -d -H fd://'],
		['a container made before the service', 'ExecStartPre=/usr/bin/docker run -d --rm example/db'],
		['a script that goes on', 'ExecStart=/bin/sh -c "docker run -d --rm example/web && docker logs -f web"'],
		['a detached terminal', 'Type=forking\nPIDFile=/run/web.pid\nExecStart=/usr/bin/docker run -dit --rm example/web'],
		['a wrapper that watches the container', 'ExecStart=/opt/bin/systemd-docker run -d --name %n example/web'],
		['a flag that is switched off', 'ExecStart=/usr/bin/docker run --detach=false --tty=false --rm example/web'],
		['a name that only the shell knows', 'ExecStart=/bin/sh -c "docker run --name %p_$(uuidgen) example/web"'],
		[
			'a list of names',
			'ExecStartPre=-/usr/bin/docker rm -f a web\nExecStart=/usr/bin/docker run --name web example/web',
		],
		[
			'a name in braces',
			`ExecStartPre=-/usr/bin/docker rm $NAME\nExecStart=/usr/bin/docker run --name \${NAME} $IMAGE`,
		],
		['options in a variable', 'ExecStart=/usr/bin/docker run --name web $OPTS example/web'],
		['a clean-up in a script of its own', 'ExecStartPre=/opt/bin/prepare\nExecStart=/usr/bin/docker run --name web x'],
		['a clean-up afterwards', 'ExecStart=/usr/bin/docker run --name web x\nExecStopPost=-/usr/bin/docker rm -f %p'],
		[
			'a step that its line made before',
			'ExecStartPre=/usr/bin/docker create --name t x\nExecStartPre=/usr/bin/docker rm t',
		],
		['images that go', 'ExecStartPre=/usr/bin/docker image rm web\nExecStart=/usr/bin/docker run --rm --name db x'],
		['signs within a word', 'ExecStart=/usr/bin/web --rule=a>b --list a|b --path $$HOME --sum a&b'],
		['a format of docker', 'ExecStart=/usr/bin/docker inspect -f {{.State.Running | json}} web'],
		['a place holder of a template', 'ExecStart=@bindir@/web <%= options %> {{ more | join }}'],
		['options of a template', 'ExecStart=/usr/bin/docker run --name web {{ options }} example/web'],
		['the daemon itself', '[Unit]\nDescription=x\n[Service]\nExecStart=/usr/bin/docker daemon --host=fd://'],
		['a place holder for the program', 'ExecStart={{ bin }}/web'],
		['a program name for new releases', 'ExecStart=web'],
		['a wrapped shell', 'ExecStart=/usr/bin/nice -n 5 /bin/sh -c "a | b" | c'],
		['a prefix that asks for the shell', 'ExecStart=|if true; then web; fi'],
	])('%s', (_, lines) => {
		expect(rulesOf(`[Service]\n${lines}\n`)).toEqual([]);
	});

	test('template files may hold anything', () => {
		const text = '[Service]\nExecStart=/usr/bin/docker run -d --name @NAME@ {{ image }}\n';
		expect(lint(parse(text), contextFor('web.service.in'))).toEqual([]);
	});

	test('a drop-in is a piece of a unit', () => {
		const text =
			'[Unit]\nDescription=Web\n[Service]\nExecStartPre=/usr/bin/docker pull x\nExecStart=\nExecStart=/usr/bin/docker run -d --name web x\n';
		expect(lint(parse(text), contextFor('web.service.d/run.conf'))).toEqual([]);
	});
});

describe('what no ExecStop= stops', () => {
	test.each([
		['ExecStart=/usr/bin/docker run --rm --name web x', true],
		['ExecStart=/bin/sh -c "docker rm -f web; exec docker run --rm --name web x"', true],
		['ExecStart=/usr/bin/docker run --rm --name web x\nExecStop=\nExecReload=/bin/true', true],
		['ExecStart=/usr/bin/docker run --rm --name web x\nExecStop=/opt/bin/stop', false],
		['ExecStart=/usr/bin/docker run --rm --name web x\nExecStopPost=-/usr/bin/docker rm -f web', false],
		['Type=oneshot\nExecStart=/usr/bin/docker run --rm x', false],
		['ExecStart=/bin/sh -c "docker run --rm x && echo done"', false],
		['ExecStart=/usr/bin/rkt run --name web x', false],
		['ExecStart=/usr/bin/docker start -a web', false],
	])('%s', (lines, expected) => {
		const context = contextFor('web.service', { rules: { 'missing-container-stop': 'hint' } });
		const found = lint(parse(`[Service]\n${lines}\n`), context).map(({ rule }) => rule);
		expect(found.includes('missing-container-stop')).toBe(expected);
	});

	test('a drop-in may stop it', () => {
		const workspace = workspaceOf({
			'web.service': '[Service]\nExecStart=/usr/bin/docker run --rm --name web x\n',
			'web.service.d/stop.conf': '[Service]\nExecStop=/usr/bin/docker stop web\n',
		});
		expect(placesOf('missing-container-stop', workspace)).toEqual({});
	});
});

describe('names', () => {
	test.each([
		['web@.service', '%n', 'web@%i.service'],
		['web@.service', '%N', '%p@%i'],
		['web@1.service', '%p-%i', 'web-1'],
		['web.service', '%p', 'web'],
		['web.service', '/web', 'web'],
	])('in %s, %s is %s', (file, run, stop) => {
		const text = `[Service]\nExecStart=/usr/bin/docker run --rm --name ${run} x\nExecStop=/usr/bin/docker stop ${stop}\n`;
		expect(rulesOf(text, file)).toEqual([]);
	});

	test('an instance is not the template', () => {
		checkProblems(
			'web@.service',
			`
[Service]
ExecStart=/usr/bin/docker run --rm --name web-%i x
ExecStop=/usr/bin/docker stop web-1
                              ^^^^^ mismatched-container-name: this is not the container of this unit, which is \`web-%i\`
`,
		);
	});

	test('a slip beside the right name is none of a companion', () => {
		checkProblems(
			'gallery.service',
			`
[Service]
ExecStartPre=-/usr/bin/docker kill gallery
ExecStartPre=-/usr/bin/docker rm galery
                                 ^^^^^^ mismatched-container-name: this is not the container of this unit, which is \`gallery\`
ExecStartPre=-/usr/bin/docker rm gallery-data
ExecStart=/usr/bin/docker run --rm --name gallery x
`,
		);
	});

	test('the place where the name is given comes along', () => {
		const text = '[Service]\nExecStart=/usr/bin/docker run --rm --name=web x\nExecStop=/usr/bin/docker stop db\n';
		const [problem] = lint(parse(text), contextFor('web.service'));
		const [related] = problem?.related ?? [];
		expect(text.slice(related?.span.start, related?.span.end)).toBe('web');
	});

	test('where no file name is known, specifiers are not either', () => {
		const text =
			'[Service]\nExecStart=/usr/bin/docker run --rm --name %n x\nExecStop=/usr/bin/docker stop web.service\n';
		expect(lint(parse(text), contextFor('notes.txt'))).toEqual([]);
	});
});

describe('fixes', () => {
	test.each([
		['-dit', '-it', 'docker'],
		['-d=true ', '', 'docker'],
		['--detach ', '', 'podman'],
		['"-d" ', '', 'docker'],
	])('%s leaves %s', (before, after, engine) => {
		const line = (options: string) => `[Service]\nExecStart=/usr/bin/${engine} run ${options}--rm x\n`;
		const spaced = (options: string) => (options === '' || options.endsWith(' ') ? options : `${options} `);
		expect(fixed(line(spaced(before)), 'detached-container')).toBe(line(spaced(after)));
	});

	test('a flag on a line of its own takes the line along', () => {
		const text = '[Service]\nExecStart=/usr/bin/docker run \\\n  -d \\\n  --rm x\n';
		expect(fixed(text, 'detached-container')).toBe('[Service]\nExecStart=/usr/bin/docker run \\\n  --rm x\n');
	});

	test('a flag at the start of a line leaves the indentation', () => {
		const text = '[Service]\nExecStart=/usr/bin/docker run \\\n  -d --rm x\n';
		expect(fixed(text, 'detached-container')).toBe('[Service]\nExecStart=/usr/bin/docker run \\\n  --rm x\n');
	});

	test('new lines end as the others do', () => {
		const text = '[Service]\r\nExecStartPre=/usr/bin/docker pull x\r\nExecStart=/usr/bin/docker run --rm x\r\n';
		expect(fixed(text, 'unbounded-pull')).toContain('[Service]\r\nTimeoutStartSec=0\r\nExecStartPre=');
	});

	test('`-` stands before other prefixes', () => {
		const text = '[Service]\nExecStartPre=+/usr/bin/docker kill web\nExecStart=/usr/bin/docker run --rm --name web x\n';
		expect(fixed(text, 'unchecked-cleanup')).toContain('ExecStartPre=-+/usr/bin/docker kill web');
	});

	test.each([
		[`/usr/bin/echo 'a b' > /run/x`, `/bin/sh -c "exec /usr/bin/echo 'a b' > /run/x"`],
		[`/usr/bin/echo "a 'b" > /run/x`, `/bin/sh -c 'exec /usr/bin/echo "a \\'b" > /run/x'`],
		['-/usr/bin/a | /usr/bin/b', "-/bin/sh -c '/usr/bin/a | /usr/bin/b'"],
		['/usr/bin/a; /usr/bin/b', "/bin/sh -c '/usr/bin/a; /usr/bin/b'"],
	])('%s is wrapped with its quotes kept', (before, after) => {
		expect(fixed(`[Service]\nExecStart=${before}\n`, 'shell-syntax-without-shell')).toBe(
			`[Service]\nExecStart=${after}\n`,
		);
	});

	test('escapes are left to a person', () => {
		const text = '[Service]\nExecStart=/usr/bin/echo a\\tb > /run/x\n';
		expect(fixed(text, 'shell-syntax-without-shell')).toBe(text);
	});
});

describe('levels', () => {
	test.each([
		['Type=simple\nExecStart=/usr/bin/docker run -d --rm x', 'error detached-container'],
		['Type=notify\nExecStart=/usr/bin/docker run -d --rm x', 'error detached-container'],
		['Type=oneshot\nExecStart=/usr/bin/docker run -d --rm x\nExecStop=/usr/bin/a', 'warning detached-container'],
		['ExecStart=/usr/bin/docker run -it --rm x', 'warning container-tty'],
		['ExecStart=/usr/bin/docker run -t --rm x', 'info container-tty'],
		['ExecStart=/usr/bin/docker run -name web --rm x', 'error single-dash-option'],
		['ExecStart=/usr/bin/docker run --name web x', 'warning missing-container-cleanup'],
	])('%s', (lines, expected) => {
		const problems = lint(parse(`[Service]\n${lines}\n`), contextFor('web.service'));
		expect(problems.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([expected]);
	});

	test('only old releases want the whole path', () => {
		const text = '[Service]\nExecStart=web\n';
		expect(lint(parse(text), contextFor('web.service', { release: 238 })).map(({ rule }) => rule)).toEqual([
			'relative-program',
		]);
		expect(lint(parse(text), contextFor('web.service', { release: 239 }))).toEqual([]);
	});

	test('for fleet, `rm --force` fails where nothing is to be removed', () => {
		checkProblems(
			'web.service',
			`
[Service]
ExecStartPre=/usr/bin/docker rm --force web
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unchecked-cleanup: \`docker rm\` fails where there is no such container, and the unit does not start; write \`ExecStartPre=-…\`
ExecStart=/usr/bin/docker run --rm --name web x
[X-Fleet]
MachineMetadata="role=web"
`,
		);
	});
});

function rulesOf(text: string, file = 'web.service'): readonly string[] {
	return lint(parse(text), contextFor(file)).map(({ rule }) => rule);
}

/** The text after the first fix of each of a rule's problems. */
function fixed(text: string, rule: string): string {
	const problems = lint(parse(text), contextFor('web.service')).filter((problem) => problem.rule === rule);
	expect(problems.length).toBe(1);
	const fixes = chooseFixes(problems, () => true);
	return applyEdits(
		text,
		fixes.flatMap(({ edits }) => edits),
	);
}
