// The examples are what they claim: all of them clean but the mistakes, and among those every family is found.
import path from 'node:path';
import { expect, test } from 'vitest';
import { allRules, defaultSettings, lint, parse, readUnitFileName } from '../core/src/index.ts';
import { filesBelow, readProjectFile } from './tidy/files.ts';

const files = filesBelow('examples').filter((file) => readUnitFileName(file) !== undefined);
const mistakes = files.filter((file) => file.startsWith('examples/mistakes/'));
const clean = files.filter((file) => !mistakes.includes(file));

test.each(clean)('%s is clean', (file) => {
	expect(problemsOf(file)).toEqual([]);
});

test.each(mistakes)('%s shows mistakes', (file) => {
	expect(problemsOf(file).length).toBeGreaterThan(0);
});

/** Rules that look at several files; their own examples show them. */
const acrossFiles = new Set(
	allRules.filter(({ examples }) => examples.some(({ others }) => others)).map(({ id }) => id),
);

test('the mistakes show all rules but those for damaged files and other releases', () => {
	const found = new Set(mistakes.flatMap((file) => problemsOf(file)).map(({ rule }) => rule));
	const missing = allRules.map(({ id }) => id).filter((id) => !found.has(id) && !acrossFiles.has(id));
	expect(missing).toEqual([
		'fleet-overlong-line',
		'fleet-too-new-setting',
		'invalid-utf8',
		'nul-byte',
		'overlong-line',
		'removed-directive',
		'too-new-directive',
		'unused-suppression',
	]);
});

test('the instances of the template are its text', () => {
	const template = readProjectFile('examples/cluster/web@.service');
	expect(['1', '2'].map((instance) => readProjectFile(`examples/cluster/web@${instance}.service`))).toEqual([
		template,
		template,
	]);
});

function problemsOf(file: string) {
	return lint(parse(readProjectFile(file)), { ...defaultSettings, file: readUnitFileName(path.posix.basename(file)) });
}
