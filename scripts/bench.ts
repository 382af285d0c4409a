// `npm run bench`: how fast the command line, the core and the server are here, as one table.
// usage: npm run bench -- [--corpus DIR] [--json] [--only PATTERN]
//   --corpus  measure on the unit files of a folder instead of generated ones
//   --json    print JSON instead of a table
//   --only    measure only the groups whose name matches a regular expression
import { parseArgs } from 'node:util';
import { activationGroup } from './bench/activation.ts';
import { buildIfOld } from './bench/build-if-old.ts';
import { clusterGroup } from './bench/cluster.ts';
import { clusterTreeGroup } from './bench/cluster-tree.ts';
import { type Corpus, generateCorpus, readCorpus, writeCorpus } from './bench/corpus.ts';
import { fleetGroup } from './bench/fleet.ts';
import { lintGroup, parseGroup } from './bench/in-process.ts';
import { journalGroup } from './bench/journal.ts';
import { largeFileGroup } from './bench/large-file.ts';
import { memoryGroup } from './bench/memory.ts';
import { createProgress } from './bench/progress.ts';
import { printJson, printTable, type ReportRow } from './bench/report.ts';
import { completionGroup, hoverGroup } from './bench/server-answers.ts';
import { serverDiagnosticsGroup } from './bench/server-diagnostics.ts';
import { serverStartGroup } from './bench/server-start.ts';
import { createStage, type Group } from './bench/stage.ts';
import { tokensAndHintsGroup } from './bench/tokens-and-hints.ts';
import { wholeProcessGroup } from './bench/whole-process.ts';
import { workspaceGroup } from './bench/workspace.ts';

const allGroups: readonly Group[] = [
	wholeProcessGroup,
	lintGroup,
	parseGroup,
	fleetGroup,
	clusterGroup,
	clusterTreeGroup,
	journalGroup,
	activationGroup,
	serverStartGroup,
	serverDiagnosticsGroup,
	completionGroup,
	hoverGroup,
	tokensAndHintsGroup,
	largeFileGroup,
	memoryGroup,
	workspaceGroup,
];
const generatedFiles = 700;
const seed = 1;

async function main(): Promise<void> {
	const { corpus: folder, json, only } = readOptions();
	const groups = allGroups.filter(({ name }) => only.test(name));
	if (groups.length === 0) throw new Error(`--only: no group matches; there are ${namesOf(allGroups)}`);
	buildIfOld();
	const corpus = readCorpus(folder ?? writeCorpus(generateCorpus(generatedFiles, seed)));
	const rows = await measure(groups, corpus);
	process.stdout.write(json ? printJson(rows, corpus) : printTable(rows, corpus));
}

async function measure(groups: readonly Group[], corpus: Corpus): Promise<readonly ReportRow[]> {
	const progress = createProgress(process.stderr);
	const rows: ReportRow[] = [];
	for (const { name, measure } of groups) {
		const stage = createStage(corpus, name, progress);
		const measured = await measure(stage);
		const emptyProcess = stage.emptyProcess().value;
		rows.push(...measured.map((row) => ({ group: name, ...row, emptyProcess })));
	}
	progress.end();
	return rows;
}

function readOptions() {
	const options = { corpus: { type: 'string' }, json: { type: 'boolean' }, only: { type: 'string' } } as const;
	const { corpus, json = false, only = '' } = parseArgs({ options }).values;
	return { corpus, json, only: new RegExp(only, 'i') };
}

function namesOf(groups: readonly Group[]): string {
	return groups.map(({ name }) => name).join(', ');
}

try {
	await main();
} catch (error) {
	console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
	process.exitCode = 1;
}
