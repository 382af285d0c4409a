// The parts of the benchmark that measure nothing: its statistics, its corpus, its table.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allRules, defaultSettings, lint, parse, readUnitFileName } from '../../core/src/index.ts';
import { concatenate, generateCorpus, readCorpus, sample } from '../../scripts/bench/corpus.ts';
import { createRandom } from '../../scripts/bench/random.ts';
import { printJson, printTable } from '../../scripts/bench/report.ts';
import { formatNumber, median, percentile } from '../../scripts/bench/statistics.ts';

describe('statistics', () => {
	test('a percentile is a value of the list, whatever its order', () => {
		const values = [5, 1, 4, 2, 3, 10, 7, 6, 9, 8];
		expect([0, 10, 11, 50, 99, 100].map((share) => percentile(values, share))).toEqual([1, 1, 2, 5, 10, 10]);
		expect(values[0]).toBe(5);
	});

	test('numbers are ordered as numbers, not as texts', () => {
		expect(median([100, 9, 20])).toBe(20);
	});

	test('an empty list is refused rather than averaged to nothing', () => {
		expect(() => median([])).toThrow('measure at least once');
	});

	test('numbers keep three digits and no exponent', () => {
		expect([0.03456, 1.2, 61.449, 99.96, 420_000.4].map(formatNumber)).toEqual([
			'0.0346',
			'1.2',
			'61.4',
			'100',
			'420000',
		]);
	});
});

describe('random choices', () => {
	test('`some` takes as many as asked for, in the order of the list, and all of them at times', () => {
		const random = createRandom(7);
		const letters = ['a', 'b', 'c', 'd', 'e'];
		const drawn = Array.from({ length: 200 }, () => random.some(letters, 2));
		expect(drawn.every((some) => some.length === 2 && (some[0] ?? '') < (some[1] ?? ''))).toBe(true);
		expect([...new Set(drawn.flat())].sort()).toEqual(letters);
		expect(random.some(letters, 9)).toEqual(letters);
	});

	test('the same seed gives the same numbers, another seed others', () => {
		const draw = (seed: number) => {
			const random = createRandom(seed);
			return Array.from({ length: 20 }, () => random.below(1000));
		};
		expect(draw(1)).toEqual(draw(1));
		expect(draw(1)).not.toEqual(draw(2));
	});
});

describe('the generated corpus', () => {
	const files = generateCorpus(700, 1);
	const named = files.map((file) => ({ ...file, name: readUnitFileName(file.path) }));
	const rulesOf = named.map(({ text, name }) =>
		lint(parse(text), { ...defaultSettings, file: name }).map(({ rule }) => rule),
	);

	test('is the same in every run', () => {
		expect(generateCorpus(700, 1)).toEqual(files);
		expect(generateCorpus(700, 2)).not.toEqual(files);
	});

	test('has 700 files of different names, all unit files', () => {
		expect(new Set(files.map((file) => file.path)).size).toBe(700);
		expect(named.filter(({ name }) => name === undefined)).toEqual([]);
	});

	test('has units of all the kinds it promises', () => {
		expect(new Set(named.map(({ name }) => name?.kind))).toEqual(new Set(['service', 'target', 'socket', 'timer']));
		expect(named.some(({ name }) => name?.dropIn)).toBe(true);
		expect(files.some(({ text }) => text.includes('[X-Fleet]'))).toBe(true);
	});

	test('has files as long as real ones: about twenty lines, and a few of a hundred and more', () => {
		const lines = files.map(({ text }) => text.split('\n').length - 1);
		expect(median(lines)).toBeGreaterThanOrEqual(15);
		expect(median(lines)).toBeLessThanOrEqual(22);
		expect(percentile(lines, 100)).toBeGreaterThan(100);
	});

	test('has mistakes of several kinds, in a small part of the files', () => {
		const found = new Set(rulesOf.flat());
		const planted = [
			'unknown-directive',
			'missing-equals',
			'duplicate-directive',
			'miscased-name',
			'blank-after-backslash',
		];
		expect(planted.filter((rule) => !allRules.some(({ id }) => id === rule))).toEqual([]);
		expect(planted.filter((rule) => !found.has(rule))).toEqual([]);
		expect(rulesOf.filter((rules) => rules.some((rule) => planted.includes(rule))).length).toBeLessThan(140);
	});
});

describe('a folder as corpus', () => {
	let folder = '';
	beforeAll(() => {
		folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-test-'));
		mkdirSync(path.join(folder, 'b', 'web.service.d'), { recursive: true });
		mkdirSync(path.join(folder, 'empty'));
		writeFileSync(path.join(folder, 'b', 'web.service.d', 'local.conf'), '[Service]\nUser=ü\n');
		writeFileSync(path.join(folder, 'a.timer'), '[Timer]\nOnBootSec=1\n');
		writeFileSync(path.join(folder, 'readme.txt'), 'no unit\n');
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	test('is its unit files, by path, and their bytes', () => {
		const { files, bytes } = readCorpus(folder);
		expect(files.map((file) => file.path)).toEqual(['a.timer', 'b/web.service.d/local.conf']);
		expect(bytes).toBe(20 + 18);
	});

	test('is refused where there are none', () => {
		expect(() => readCorpus(path.join(folder, 'empty'))).toThrow('holds no unit files');
	});

	test('repeats until a large file is long enough, and no longer', () => {
		const text = concatenate(readCorpus(folder), 100);
		expect(text).toHaveLength(100);
		expect(text.match(/\[Timer\]/g)?.length).toBeGreaterThan(1);
	});
});

test('a sample is spread over the whole corpus', () => {
	const files = generateCorpus(50, 1).map((file) => ({ ...file, file: readUnitFileName(file.path)! }));
	const some = sample({ folder: '', files, bytes: 0 }, 5);
	expect(some.map((file) => files.indexOf(file))).toEqual([0, 10, 20, 30, 40]);
	expect(sample({ folder: '', files: some, bytes: 0 }, 100)).toEqual(some);
});

describe('reports', () => {
	const corpus = { folder: '', files: [], bytes: 0 };
	const rows = [
		{ group: 'lint', metric: 'one file, p50', value: 0.0412, unit: 'ms', n: 14_000, emptyProcess: 61.23 },
		{ group: 'memory', metric: 'now', value: undefined, unit: 'MB', n: 0, emptyProcess: 60 },
	] as const;

	test('the table lines its columns up and says what this system cannot tell', () => {
		expect(printTable(rows, corpus).split('\n').slice(2)).toEqual([
			'metric                             ours  unit      n  empty node',
			'lint: one file, p50              0.0412  ms    14000     61.2 ms',
			'memory: now          not on this system  MB        0       60 ms',
			'',
		]);
	});

	test('JSON has the rows with their numbers as measured', () => {
		const report = JSON.parse(printJson(rows, corpus));
		expect(report.rows[0]).toEqual({ ...rows[0] });
		expect(report.rows[1]).not.toHaveProperty('value');
	});
});
