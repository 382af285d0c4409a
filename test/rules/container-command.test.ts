// Command lines of docker, podman and rkt, read up to the image, and the places where reading stops.
import { describe, expect, test } from 'vitest';
import { parse } from '../../core/src/index.ts';
import { type ContainerCommand, hasFlag } from '../../core/src/rules/support/container-command.ts';
import { splitScript } from '../../core/src/rules/support/shell-script.ts';
import { placeOf, unitCommands } from '../../core/src/rules/support/unit-commands.ts';
import { contextFor } from '../support/check-problems.ts';

describe('options', () => {
	test('values stand behind `=`, a blank or the letter itself', () => {
		const command = only('/usr/bin/docker run --name=a --memory 1g -e A=b -eC=d -p80:80 nginx');
		expect(optionsOf(command)).toEqual(['name=a', 'memory=1g', 'env=A=b', 'env=C=d', 'publish=80:80']);
		expect(operandsOf(command)).toEqual(['nginx']);
	});

	test('flags cluster, and the last letter may take a value', () => {
		const command = only('/usr/bin/docker run -dit -ip 80:80 --rm nginx');
		expect(optionsOf(command)).toEqual(['detach', 'interactive', 'tty', 'interactive', 'publish=80:80', 'rm']);
	});

	test('nothing behind the image is an option', () => {
		const command = only('/usr/bin/docker run --rm nginx -d --name web');
		expect(optionsOf(command)).toEqual(['rm']);
		expect(operandsOf(command)).toEqual(['nginx', '-d', '--name', 'web']);
	});

	test('`--` ends the options', () => {
		expect(operandsOf(only('/usr/bin/docker run --rm -- nginx'))).toEqual(['nginx']);
	});

	test('a flag may be switched off', () => {
		expect(hasFlag(only('/usr/bin/docker run -d=false nginx'), 'detach')).toBe(false);
		expect(hasFlag(only('/usr/bin/docker run --detach=true nginx'), 'detach')).toBe(true);
	});

	test('a long option with one dash takes its value, too', () => {
		const command = only('/usr/bin/docker run -rm -name web -link db:db nginx');
		expect(optionsOf(command)).toEqual(['rm', 'name=web', 'link=db:db']);
		expect(command.options.map(({ style }) => style)).toEqual(['single-dash', 'single-dash', 'single-dash']);
	});

	test.each(['--frobnicate x', '-X', '$DOCKER_OPTS'])('%s stops the reading', (word) => {
		const command = only(`/usr/bin/docker run --rm ${word} --name web nginx`);
		expect(optionsOf(command)).toEqual(['rm']);
		expect(command.complete).toBe(false);
	});

	test('an option of the future that holds its own value is passed over', () => {
		expect(optionsOf(only('/usr/bin/docker run --frobnicate=x --rm nginx'))).toEqual(['frobnicate=x', 'rm']);
	});

	test('a variable called after an image is the image', () => {
		const command = only(`/usr/bin/docker run --rm \${IMAGE} -d`);
		expect(command.complete).toBe(true);
		expect(operandsOf(command)).toEqual([`\${IMAGE}`, '-d']);
	});

	test('names and options mix where containers are named', () => {
		const command = only('/usr/bin/docker stop web -t 3 db');
		expect(optionsOf(command)).toEqual(['timeout=3']);
		expect(operandsOf(command)).toEqual(['web', 'db']);
	});
});

describe('actions', () => {
	test.each([
		['/usr/bin/docker --host tcp://10.0.0.1 run nginx', 'docker run'],
		['/usr/bin/docker container run nginx', 'docker run'],
		['/usr/bin/docker image pull nginx', 'docker pull'],
		['/usr/bin/docker image rm nginx', 'docker image rm'],
		['/usr/bin/podman --log-level=debug run nginx', 'podman run'],
		['/usr/bin/rkt --insecure-options=image fetch docker://nginx', 'rkt fetch'],
	])('%s', (line, action) => {
		const command = only(line);
		expect(`${command.engine} ${command.action}`).toBe(action);
	});

	test('a daemon elsewhere is noticed', () => {
		expect(only('/usr/bin/docker -H tcp://10.0.0.1 ps').remote).toBe(true);
		expect(only('/usr/bin/docker ps').remote).toBe(false);
	});

	test.each(['/opt/bin/systemd-docker run nginx', '/usr/bin/docker-compose up', '/usr/bin/docker --frobnicate run x'])(
		'%s is not read',
		(line) => {
			expect(commandsOf(line).containers).toEqual([]);
		},
	);
});

describe('looking through', () => {
	test.each([
		'/usr/bin/env A=b -u C docker run nginx',
		'/usr/bin/sudo -E -u core docker run nginx',
		'/bin/sh -c "docker run nginx"',
		`/bin/bash -ec 'IP=$(hostname -i) && exec docker run nginx >/dev/null 2>&1'`,
		'/usr/bin/env bash -c "sleep 1; /usr/bin/docker run nginx"',
		'/bin/sh -c \'A=1 docker run "nginx" || true\'',
	])('%s', (line) => {
		const { containers, opaque } = commandsOf(line);
		expect(containers.map(({ container }) => operandsOf(container))).toEqual([['nginx']]);
		expect(opaque).toEqual([]);
	});

	test.each([
		'/bin/sh -c "while true; do docker run nginx; done"',
		'/bin/sh -c "if true; then docker run nginx; fi"',
		'/bin/sh -c "(docker run nginx)"',
		'/bin/sh -c "docker run nginx <<EOF"',
		'/bin/sh /opt/run-docker.sh',
	])('%s is opaque', (line) => {
		const { containers, opaque } = commandsOf(line);
		expect(containers).toEqual([]);
		expect(opaque.length).toBe(1);
	});

	test('what stands beside a container in a script is not forgotten', () => {
		const { containers, opaque } = commandsOf('/bin/sh -c "/opt/clean; docker run nginx"');
		expect(containers.length).toBe(1);
		expect(opaque.length).toBe(1);
	});

	test('spans lead through script, quotes and continuation to the file', () => {
		const text = '[Service]\nExecStart=/bin/sh -c "exec docker run \\\n  --name \'web\' nginx"\n';
		const [use] = unitCommands(parse(text), contextFor('web.service')).containers;
		const value = use?.container.options[0]?.value;
		const place = use && value && placeOf(use, value.span);
		expect(text.slice(place?.start, place?.end)).toBe("'web'");
		expect(value?.text).toBe('web');
	});

	test('an empty assignment takes the commands before it back', () => {
		const text = '[Service]\nExecStart=/usr/bin/docker run a\nExecStart=\nExecStart=/usr/bin/docker run b\n';
		const { containers } = unitCommands(parse(text), contextFor('web.service'));
		expect(containers.map(({ container }) => operandsOf(container))).toEqual([['b']]);
	});
});

describe('scripts', () => {
	test('operators part commands; quotes and expansions do not', () => {
		expect(scriptOf('a "b; c" | d $(e; f) && g `h | i` & j')).toEqual([
			' a,b; c |',
			'| d,$(e; f) &&',
			'&& g,`h | i` &',
			'& j ',
		]);
	});

	test('redirections are left out', () => {
		expect(scriptOf('a >/dev/null 2>&1 b < c >> d')).toEqual([' a,b ']);
	});

	test.each(['a "b', "a 'b", 'a $(b', 'a `b', '{ a; }', 'f() { a; }', 'a # b', 'case a in b) c;; esac'])(
		'%s is not read',
		(script) => {
			expect(scriptOf(script)).toBe(undefined);
		},
	);
});

function commandsOf(line: string) {
	return unitCommands(parse(`[Service]\nExecStart=${line}\n`), contextFor('web.service'));
}

function only(line: string): ContainerCommand {
	const { containers } = commandsOf(line);
	expect(containers.length).toBe(1);
	return containers[0]!.container;
}

function optionsOf({ options }: ContainerCommand): readonly string[] {
	return options.map(({ name, value }) => (value ? `${name}=${value.text}` : name));
}

function operandsOf({ operands }: ContainerCommand): readonly string[] {
	return operands.map(({ text }) => text);
}

function scriptOf(text: string): readonly string[] | undefined {
	const origins = Array.from(text, (_, at) => ({ start: at, end: at + 1 }));
	const commands = splitScript({ text, span: { start: 0, end: text.length }, origins });
	return commands?.map(({ before, words, after }) => `${before} ${words.map((word) => word.text)} ${after}`);
}
