// How long a window waits for the extension, in the extension host of a real VS Code: each time a start of its own, with
// the built bundles. Where there is no browser, or the packages of the editor suites are not installed, it says so.

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Group, Row } from './stage.ts';
import { median } from './statistics.ts';

const rounds = 7;

/** Milliseconds that one start may take, with that of VS Code around it. */
const roundTime = 150_000;

/** A start in milliseconds. */
interface Start {
	/** The code of the bundle, and the call of its function; together what “Show Running Extensions” shows. */
	readonly load: number;
	readonly call: number;
	/** From asking for the extension to the answer that it is active. */
	readonly all: number;
	/** From that answer to the first problem in a unit file. */
	readonly firstProblem: number;
}

/** What measure.mjs prints. */
type Measured = Start | { readonly missing: string };

/** From the wish to have the extension to its being active, and on to what the first unit file shows. */
export const activationGroup: Group = {
	name: 'activation',
	async measure({ repeat }) {
		// The first one reads files that nobody has read yet.
		const [first] = await repeat(1, measureStart);
		if (first === undefined || 'missing' in first) return [notMeasured(first?.missing)];
		const starts = [...(await repeat(rounds - 1, measureStart)), first].filter((one) => 'all' in one);
		const all = starts.map((one) => one.all);
		const row = (metric: string, value: number): Row => ({ metric, value, unit: 'ms', n: starts.length });
		return [
			row('from asking to being active', median(all)),
			row('from asking to being active, quickest', Math.min(...all)),
			row('from asking to being active, slowest', Math.max(...all)),
			{ ...row('from asking to being active, first', first.all), n: 1 },
			row('code loaded', median(starts.map(({ load }) => load))),
			row('activate() called', median(starts.map(({ call }) => call))),
			row('from there to the first problem in a file', median(starts.map(({ firstProblem }) => firstProblem))),
		];
	},
};

function notMeasured(missing = 'it did not start'): Row {
	return { metric: `not measured: ${missing}`, value: undefined, unit: 'ms', n: 0 };
}

function measureStart(): Measured {
	const script = path.resolve('test/editor/activation/measure.mjs');
	const options = { encoding: 'utf8', timeout: roundTime } as const;
	const { status, error, stdout, stderr } = spawnSync(process.execPath, [script], options);
	if (status !== 0) throw new Error(`VS Code could not be measured: ${error?.message ?? stderr}`);
	// The script is ours, and prints this and nothing else.
	return JSON.parse(stdout) as Measured;
}
