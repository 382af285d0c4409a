// Applying fixes: what collides waits for the next pass, and nothing but the edits changes.
import { expect, test } from 'vitest';
import { applyEdits, chooseFixes, type Fix, lint, type Problem, parse } from '../../core/src/index.ts';
import { contextFor } from '../support/check-problems.ts';

function problem(...fixes: readonly Fix[]): Problem {
	return { rule: 'r', severity: 'warning', message: '', span: { start: 0, end: 1 }, fixes, tags: [], related: [] };
}

function fix(start: number, end: number, text: string, kind: Fix['kind'] = 'safe'): Fix {
	return { title: text, kind, edits: [{ span: { start, end }, text }] };
}

test('edits apply in the order they stand in the text', () => {
	const edits = [...fix(4, 5, 'E').edits, ...fix(0, 1, 'A').edits, ...fix(2, 2, '-').edits];
	expect(applyEdits('abcdef', edits)).toBe('Ab-cdEf');
});

test('of two fixes that touch the same text, the first is taken', () => {
	const chosen = chooseFixes([problem(fix(0, 3, 'x')), problem(fix(2, 4, 'y')), problem(fix(4, 5, 'z'))], () => true);
	expect(chosen.map(({ title }) => title)).toEqual(['x', 'z']);
});

test('only the first fix of a problem counts, and only if it is wanted', () => {
	const problems = [problem(fix(0, 1, 'u', 'unsafe'), fix(0, 1, 's')), problem(fix(2, 3, 't'))];
	expect(chooseFixes(problems, ({ kind }) => kind === 'safe').map(({ title }) => title)).toEqual(['t']);
});

test('safe fixes over and over come to an end, and leave nothing safe to do', () => {
	let text = '[unit]\nBindTo=a.service\nexecstart=x\n[Servcie]\nExecStop-=/bin/true\nTyp=simple\nMachineOf=a.service\n';
	for (let pass = 0; pass < 10; pass++) {
		const problems = lint(parse(text), contextFor('web.service'));
		const edits = chooseFixes(problems, ({ kind }) => kind === 'safe').flatMap(({ edits: own }) => own);
		if (edits.length === 0) break;
		text = applyEdits(text, edits);
	}
	expect(text).toMatchInlineSnapshot(`
		"[Unit]
		BindsTo=a.service
		execstart=x
		[Service]
		ExecStop=-/bin/true
		Type=simple

		[X-Fleet]
		MachineOf=a.service
		"
	`);
});
