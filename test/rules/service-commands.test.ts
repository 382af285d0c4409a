// Which services systemd refuses for their commands: the answers of `systemd-analyze verify` of systemd 252, and what
// drop-ins, templates and other files that end in `.service` change about them.
import { describe, expect, test } from 'vitest';
import { lint, type Problem, parse } from '../../core/src/index.ts';
import { contextFor } from '../support/check-problems.ts';
import { problemsIn, type Texts, workspaceOf } from '../support/workspace.ts';

const settings = { rules: { 'missing-exec-start': 'error', 'repeated-exec-start': 'error' } } as const;

test.each([
	['[Unit]\nDescription=a\n', 'missing-exec-start'],
	['# nothing\n[Service]\n', 'missing-exec-start'],
	['[Service]\nType=simple\n', 'missing-exec-start'],
	['[Service]\nType=oneshot\n', 'missing-exec-start'],
	['[Service]\nExecStop=/bin/true\n', 'missing-exec-start'],
	['[Service]\nExecStop=/bin/true\nRemainAfterExit=yes\n', undefined],
	['[Service]\nType=onehsot\nExecStop=/bin/true\nRemainAfterExit=yes\n', undefined],
	['[Service]\nType=simple\nExecStop=/bin/true\nRemainAfterExit=yes\n', 'missing-exec-start'],
	['[Service]\nBusName=a.b\nExecStop=/bin/true\nRemainAfterExit=yes\n', 'missing-exec-start'],
	['[Unit]\nSuccessAction=none\n', 'missing-exec-start'],
	['[Unit]\nSuccessAction=\n', 'missing-exec-start'],
	['[Unit]\nSuccessAction=exit\n', undefined],
	['[Unit]\nSuccessAction=exit\nSuccessAction=\n', undefined],
	['[Service]\nExecStop=/bin/true\nRemainAfterExit=yes\nRemainAfterExit=\n', undefined],
	['[Service]\nExecStart=;\n', 'missing-exec-start'],
	['[Unit]\nSuccessAction=exit\n[Service]\nType=simple\n', 'missing-exec-start'],
	['[Service]\nExecStart=/bin/true\nExecStart=\n', 'missing-exec-start'],
	['[Service]\nExecStart=/bin/true\nExecStart=/bin/false\n', 'repeated-exec-start'],
	['[Service]\nExecStart=/bin/true\nType=forking\nExecStart=-/bin/false\n', 'repeated-exec-start'],
	['[Service]\nExecStart=/bin/true ; /bin/false\n', 'repeated-exec-start'],
	['[Service]\nExecStart=/bin/sh -c "true; false"\n', undefined],
	['[Service]\nExecStart=/bin/true\nExecStart=-bin/x\n', undefined],
	['[Service]\nExecStart=/bin/true\nExecStart=\nExecStart=/bin/false\n', undefined],
	['[Service]\nType=oneshot\nExecStart=/bin/true\nExecStart=/bin/false\n', undefined],
	['', undefined],
])('of %j, systemd says %s', (text, rule) => {
	expect(found(text)).toEqual(rule === undefined ? [] : [rule]);
});

describe('silence', () => {
	test.each([
		['web@.service', '[Service]\nExecStart=/bin/web %i\n'],
		['web.socket', '[Socket]\nListenStream=80\n'],
		['web.service.in', '[Service]\n'],
		['web.service', '[Service]\n{% if fast %}\nExecStart=/bin/a\n{% else %}\nExecStart=/bin/b\n{% endif %}\n'],
		['web.service', '[Service]\n<<<<<<< ours\nExecStart=/bin/a\n=======\nExecStart=/bin/b\n>>>>>>> theirs\n'],
		['org.example.Web.service', '[D-BUS Service]\nName=org.example.Web\nExec=/bin/web\n'],
		['web.service.d/more.conf', '[Service]\nExecStart=/bin/a\nExecStart=/bin/b\n'],
		['service.d/more.conf', '[Service]\nRestart=always\n'],
	])('%s: %j', (file, text) => {
		expect(found(text, file)).toEqual([]);
	});
});

describe('with drop-ins', () => {
	const folder = '/etc/systemd/system';
	const unit = `${folder}/web.service`;
	const dropIn = (name: string) => `${unit}.d/${name}.conf`;

	test('what is missing in a unit may stand in its drop-in', () => {
		const files = { [unit]: '[Unit]\nDescription=a\n', [dropIn('run')]: '[Service]\nExecStart=/bin/web\n' };
		expect(foundIn(files)).toEqual({});
	});

	test('a drop-in that adds a command is told, and the unit is not', () => {
		const files = { [unit]: '[Service]\nExecStart=/bin/a\n', [dropIn('run')]: '[Service]\nExecStart=/bin/b\n' };
		expect(foundIn(files)).toEqual({ [dropIn('run')]: ['repeated-exec-start'] });
	});

	test('a drop-in may take the command back first', () => {
		const files = {
			[unit]: '[Service]\nExecStart=/bin/a\n',
			[dropIn('run')]: '[Service]\nExecStart=\nExecStart=/bin/b\n',
		};
		expect(foundIn(files)).toEqual({});
	});

	test('a drop-in may make several commands right', () => {
		const files = {
			[unit]: '[Service]\nExecStart=/bin/a\nExecStart=/bin/b\n',
			[dropIn('type')]: '[Service]\nType=oneshot\n',
		};
		expect(foundIn(files)).toEqual({});
	});

	test('drop-ins count in the order of their names', () => {
		const files = {
			[dropIn('90-late')]: '[Service]\nExecStart=\nExecStart=/bin/c\n',
			[dropIn('10-early')]: '[Service]\nExecStart=/bin/b\n',
			[unit]: '[Service]\nExecStart=/bin/a\n',
		};
		expect(foundIn(files)).toEqual({});
	});

	test('a drop-in of another unit has no say', () => {
		const files = {
			[unit]: '[Service]\nRestart=always\n',
			[`${folder}/db.service.d/run.conf`]: '[Service]\nExecStart=/bin/db\n',
		};
		expect(foundIn(files)).toEqual({ [unit]: ['missing-exec-start'] });
	});
});

function found(text: string, file = 'web.service'): readonly string[] {
	return asked(lint(parse(text), contextFor(file, settings)));
}

/** The rules that speak, by path. */
function foundIn(texts: Texts): Readonly<Record<string, readonly string[]>> {
	const workspace = workspaceOf(texts);
	const all = Object.keys(texts).map((path) => [path, asked(problemsIn(workspace, path))] as const);
	return Object.fromEntries(all.filter(([, rules]) => rules.length > 0));
}

function asked(problems: readonly Problem[]): readonly string[] {
	return problems.map(({ rule }) => rule).filter((rule) => /^(?:missing|repeated)-exec-start$/.test(rule));
}
