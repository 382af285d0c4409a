// Parsing and linting without a process around them: how fast the core is by itself.

import { execFileSync } from 'node:child_process';
import { defaultSettings, lint, parse } from '../../core/src/index.ts';
import { concatenate, type NamedFile } from './corpus.ts';
import { lintOnce } from './lint-once.ts';
import type { Group, Row, Stage } from './stage.ts';
import { median, percentile } from './statistics.ts';

const passes = 20;
const warmUpPasses = 5;
const coldRounds = 7;

/** Parsing and linting, file by file: warm, and by a process that has linted nothing before. */
export const lintGroup: Group = {
	name: 'lint',
	async measure(stage) {
		const { files } = stage.corpus;
		for (let pass = 0; pass < warmUpPasses; pass++) for (const file of files) lintOnce(file);
		const times = (await stage.repeat(passes, () => files.map(timeOne))).flat();
		const cold = await stage.repeat(coldRounds, () => coldPass(stage.corpus.folder));
		const row = (metric: string, value: number, n: number): Row => ({ metric, value, unit: 'ms', n });
		return [
			row('one file, p50', median(times), times.length),
			row('one file, p99', percentile(times, 99), times.length),
			row('all files, warm', times.reduce((sum, time) => sum + time, 0) / passes, passes),
			row('all files, cold', median(cold), cold.length),
		];
	},
};

/** Parsing alone, small files and a large one. */
export const parseGroup: Group = {
	name: 'parse',
	async measure(stage) {
		const large = concatenate(stage.corpus, 420_000);
		const small = stage.corpus.files.map(({ text }) => text);
		return [
			await throughput(stage, 'all files', small),
			await throughput(stage, '0.42 MB file', [large]),
			await largeLint(stage, large),
		];
	},
};

async function throughput(stage: Stage, metric: string, texts: readonly string[]): Promise<Row> {
	const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
	const parseAll = () => texts.forEach((text) => void parse(text));
	for (let pass = 0; pass < warmUpPasses; pass++) parseAll();
	const times = await stage.repeat(passes, () => timeSync(parseAll));
	return { metric, value: bytes / 1e6 / (median(times) / 1e3), unit: 'MB/s', n: passes };
}

async function largeLint(stage: Stage, text: string): Promise<Row> {
	const work = () => lint(parse(text), { ...defaultSettings, file: undefined });
	for (let pass = 0; pass < warmUpPasses; pass++) work();
	const times = await stage.repeat(passes, () => timeSync(work));
	return { metric: 'and lint, 0.42 MB file', value: median(times), unit: 'ms', n: passes };
}

function timeOne(file: NamedFile): number {
	return timeSync(() => lintOnce(file));
}

function timeSync(work: () => unknown): number {
	const started = performance.now();
	work();
	return performance.now() - started;
}

function coldPass(folder: string): number {
	const output = execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/bench/cold-pass.ts', folder]);
	return Number(output.toString());
}
