// The command line as people and CI meet it: a whole process from its start to its end, beside an empty one.

import path from 'node:path';
import { type Group, timeProcess } from './stage.ts';
import { median } from './statistics.ts';

const rounds = 15;

/** `fleet-units lint` over the corpus. */
export const wholeProcessGroup: Group = {
	name: 'command line',
	async measure({ corpus, repeat, emptyProcess }) {
		const program = path.resolve('dist/cli.cjs');
		const lint = await repeat(rounds, () => timeProcess([program, 'lint', '--quiet', corpus.folder]));
		const version = await repeat(rounds, () => timeProcess([program, '--version']));
		const empty = emptyProcess();
		return [
			{ metric: 'lint --quiet, all files', value: median(lint), unit: 'ms', n: rounds },
			{ metric: '--version', value: median(version), unit: 'ms', n: rounds },
			{ metric: 'node -e 0', value: empty.value, unit: 'ms', n: empty.n },
			{ metric: 'lint : empty process', value: median(lint) / empty.value, unit: '×', n: rounds },
		];
	},
};
