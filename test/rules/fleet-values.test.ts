// Corner cases of the rules for single settings of [X-Fleet], beyond the examples of the rules themselves.
import { describe, expect, test } from 'vitest';
import { applyEdits, type FleetRelease, lint, parse } from '../../core/src/index.ts';
import { contextFor } from '../support/check-problems.ts';

/** The rules that speak for lines of [X-Fleet]. */
function rulesFor(file: string, body: string, fleetRelease: FleetRelease = '1.0'): readonly string[] {
	const problems = lint(parse(`[X-Fleet]\n${body}\n`), contextFor(file, { fleetRelease }));
	return problems.map(({ rule, severity }) => `${severity} ${rule}`);
}

/** The lines after the first fix of the first problem. */
function fixed(file: string, body: string): string {
	const text = `[X-Fleet]\n${body}\n`;
	const [problem] = lint(parse(text), contextFor(file));
	const after = applyEdits(text, problem?.fixes[0]?.edits ?? []);
	return after.replace('[X-Fleet]\n', '').replace(/\n$/, '');
}

describe('metadata', () => {
	test.each([
		['role=web', []],
		['"role=web" "zone=a"', []],
		['"role=web"  "zone=a"', []],
		['"role=web server"', []],
		['role=web#1', []],
		['"role=web #1"', []],
		['bob=bob’s', []],
		['role', ['error fleet-dropped-metadata']],
		['role=', ['error fleet-dropped-metadata']],
		['"role=web" "zone"', ['error fleet-dropped-metadata']],
		['role==web', ['error fleet-dropped-metadata']],
		['"role=web""zone=a"', ['error fleet-literal-quotes']],
		['"role=web" "zone=a', ['error fleet-literal-quotes']],
		["'role=web' 'zone=a'", ['error fleet-literal-quotes']],
		['role=web # why', ['error fleet-trailing-comment']],
		['role=web ; zone=a', ['error fleet-dropped-metadata']],
		['role=web,db', ['warning fleet-unmatchable-metadata']],
		['""', ['warning fleet-empty-value']],
		['host=%m', ['warning fleet-unexpanded-specifier']],
		['{{role}}', []],
	])('MachineMetadata=%s', (value, rules) => {
		expect(rulesFor('web.service', `MachineMetadata=${value}`)).toEqual(rules);
	});

	test('a continued value of quoted items works, as fleet drops the backslash alone', () => {
		expect(rulesFor('web.service', 'MachineMetadata="role=web" \\\n  "zone=a"')).toEqual([]);
	});

	test.each([
		['role=web ; zone=a', '"role=web" "zone=a"'],
		['"role=web zone=a" "disk=ssd"', '"role=web" "zone=a" "disk=ssd"'],
		['role:web', 'role=web'],
		["'role=web', 'zone=a'", '"role=web" "zone=a"'],
		['"role=web""zone=a"', '"role=web" "zone=a"'],
	])('%s is mended to %s', (value, better) => {
		expect(fixed('web.service', `MachineMetadata=${value}`)).toBe(`MachineMetadata=${better}`);
	});
});

describe('MachineOf', () => {
	const waits = ['error fleet-unschedulable-machine-of'];

	test.each([
		['web-sidekick@.service', 'web@%i.service', []],
		['web-sidekick@.service', 'web.service', []],
		['web-sidekick@.service', '%p-main.socket', []],
		['web-sidekick@1.service', 'web@%i.service', []],
		['web-sidekick.service', 'web@1.service', []],
		['web-sidekick.service', '%p@1.service', []],
		['web-sidekick@.service', '%p@%i.service', waits],
		['web-sidekick@1.service', 'web-sidekick@1.service', waits],
		['web-sidekick@.service', '%n', waits],
		['web-sidekick.service', 'web', waits],
		['web-sidekick.service', 'web.servicex', waits],
		['web-sidekick.service', 'role=web', waits],
		['web-sidekick.service', 'multi-user.target', waits],
		['web-sidekick.service', 'wéb.service', waits],
		['web-sidekick.service', 'web@[1].service', waits],
		['web-sidekick.service', 'a.service, b.service', waits],
		['web-sidekick@.service', 'web@%I.service', ['error fleet-unexpanded-specifier']],
		['web-sidekick.service', '"a.service" "a.service', ['error fleet-literal-quotes']],
		['web-sidekick.service', '"a.service" \\\n  "b.service"', [...waits, 'error fleet-empty-value']],
		['web-sidekick.service', '{{ .Name }}.service', []],
	])('in %s: %s', (file, value, rules) => {
		expect(rulesFor(file, `MachineOf=${value}`).toSorted()).toEqual(rules.toSorted());
	});

	test.each([
		['web.servicex', 'web.service'],
		['web.app', 'web.app.service'],
		['a.service, b.service', 'a.service\nMachineOf=b.service'],
		['web@*.service', 'web@%i.service'],
	])('%s is mended to %s in a template', (value, better) => {
		expect(fixed('sidekick@.service', `MachineOf=${value}`)).toBe(`MachineOf=${better}`);
	});

	test('a list keeps the old name of the key', () => {
		const text = '[X-Fleet]\nX-ConditionMachineOf=a.service b.service\n';
		const found = lint(parse(text), contextFor('web.service')).find(({ rule }) => rule.startsWith('fleet-'));
		expect(applyEdits(text, found?.fixes[0]?.edits ?? [])).toBe(
			'[X-Fleet]\nX-ConditionMachineOf=a.service\nX-ConditionMachineOf=b.service\n',
		);
	});
});

describe('Conflicts', () => {
	const nothing = ['warning fleet-unmatchable-glob'];

	test.each([
		['web@*.service', []],
		['%p@*.service', []],
		['web*', []],
		['*', []],
		['web-?.service', []],
		['web@[0-9].service', []],
		['web@[^0-9].service', []],
		['web@1.service', []],
		['db@*.service cache.service', []],
		['db@*.service \\\n  cache.service', []],
		['db\\\\x2dmain.service', []],
		['db\\x2dmain.service', nothing],
		['db@*.servce', nothing],
		['db-*.target', nothing],
		['db@[1.service', nothing],
		['role=db*', nothing],
		['db@.service', nothing],
		['db@*.service db@.service', nothing],
		['web@%i.service', ['warning fleet-self-conflict']],
		['%n', ['warning fleet-self-conflict']],
		['web@%H.service', ['warning fleet-unexpanded-specifier']],
		['web@*.service # apart', ['error fleet-trailing-comment']],
	])('in web@.service: %s', (value, rules) => {
		expect(rulesFor('web@.service', `Conflicts=${value}`)).toEqual(rules);
	});

	test('several globs on one line are one before fleet 1.0', () => {
		expect(rulesFor('web.service', 'Conflicts=a.service b.service', '0.13')).toEqual(['warning fleet-too-new-setting']);
		expect(rulesFor('web.service', 'Conflicts="a.service" "b.service"', '0.13')).toEqual([]);
	});
});

describe('Global', () => {
	test.each([
		['true', '0.11', []],
		['True', '0.11', []],
		['1', '0.13', []],
		['1', '0.12', ['error fleet-false-global']],
		['"true"', '1.0', []],
		["'true'", '1.0', ['error fleet-literal-quotes']],
		['y', '1.0', ['error fleet-false-global']],
		['sometimes', '1.0', ['warning fleet-false-global']],
		['false', '1.0', ['hint fleet-false-global']],
		['', '1.0', ['warning fleet-empty-value']],
	] as const)('Global=%s for fleet %s', (value, release, rules) => {
		expect(rulesFor('web.service', `Global=${value}`, release)).toEqual(rules);
	});
});

describe('combinations', () => {
	test('Global=false beside MachineOf is no contradiction', () => {
		expect(rulesFor('web.service', 'MachineOf=db.service\nGlobal=false')).toEqual(['hint fleet-false-global']);
	});

	test('the last Global decides', () => {
		const rules = rulesFor('web.service', 'Global=true\nGlobal=false\nMachineOf=db.service');
		expect(rules).toEqual(['warning fleet-overridden-setting']);
	});

	test('each contradiction is told once', () => {
		const body = 'Global=true\nMachineOf=a.service\nMachineOf=b.service\nMachineID=0123abcd';
		expect(rulesFor('web.service', body)).toEqual([
			'error fleet-refused-combination',
			'error fleet-refused-combination',
			'error fleet-refused-combination',
		]);
	});

	test('instances of one template may follow one main unit and keep apart from another', () => {
		expect(rulesFor('sidekick@.service', 'MachineOf=web@%i.service\nConflicts=sidekick@*.service')).toEqual([]);
	});
});

describe('names', () => {
	test('a file without a unit name is judged by its text alone', () => {
		expect(rulesFor('notes.txt', 'MachineOf=web@%i.service\nConflicts=%p@*.service')).toEqual([]);
	});

	test('what stands in a drop-in is not judged beyond that', () => {
		expect(rulesFor('/etc/systemd/system/web.service.d/a.conf', 'MachineOf=web')).toEqual([
			'warning fleet-unsupported-unit',
		]);
	});

	test('a mount may be a template before fleet 1.0', () => {
		expect(rulesFor('srv@a.mount', 'MachineMetadata=role=web', '0.13')).toEqual([]);
		expect(rulesFor('srv@a.mount', 'MachineMetadata=role=web')).toEqual(['error fleet-unsupported-unit']);
	});
});

describe('%i in a unit that is no instance', () => {
	test.each([
		['web.service', ['info empty-instance-specifier']],
		['web@.service', []],
		['web@1.service', []],
		['/etc/systemd/system/web.service.d/a.conf', ['info empty-instance-specifier']],
		['/etc/systemd/system/web@.service.d/a.conf', []],
		['/etc/systemd/system/service.d/a.conf', []],
		['/etc/systemd/system/web-.service.d/a.conf', []],
	])('%s', (file, rules) => {
		const problems = lint(parse('[Unit]\nDescription=Web %i\n'), contextFor(file));
		expect(problems.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(rules);
	});

	test.each(['100%%i', '%p', 'i%'])('%s is none', (value) => {
		expect(lint(parse(`[Unit]\nDescription=${value}\n`), contextFor('web.service'))).toEqual([]);
	});
});
