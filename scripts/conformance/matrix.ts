// The verdicts of the real systemd over directives and values, and ours beside them. Only what is said of the line
// itself counts: that a service of one line has no command is no matter of its value.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allRules, defaultSettings, lint, parse, readUnitFileName } from '../../core/src/index.ts';
import { rulesForPieces } from '../generate/example-context.ts';

/** The releases that were asked. */
export const matrixReleases = [252, 257, 262] as const;

/** What `systemd-analyze verify` of a release said of a line; `null` for nothing. */
export interface Verdict {
	readonly section: string;
	readonly name: string;
	readonly value: string;
	readonly message: string | null;
}

/** A line with both verdicts. */
export interface Compared extends Verdict {
	/** What we say of the line, worst rule first; errors and warnings only. */
	readonly ours: readonly string[];
	readonly agrees: boolean;
}

/** All verdicts of a release with ours, in the order of the file. */
export function compareMatrix(sharedFolder: string, release: number): readonly Compared[] {
	const file = path.join(sharedFolder, 'data', 'systemd-oracle', `accept-matrix-${release}.jsonl`);
	const lines = readFileSync(file, 'utf8').split('\n');
	return lines.filter((line) => line !== '').map((line) => compare(JSON.parse(line), release));
}

function compare(verdict: Verdict, release: number): Compared {
	const ours = complaints(verdict, release);
	return { ...verdict, ours, agrees: ours.length > 0 === (verdict.message !== null) };
}

// The units that the real systemd was shown: mounts and swaps are named after their paths.
const fileNames: Readonly<Record<string, string>> = {
	mount: 't-a.mount',
	automount: 't-a.automount',
	swap: 'dev-x.swap',
};

// Rules of which settings go together: the matrix has no second setting.
const otherGroups: readonly string[] = ['units'];
const others = new Set(allRules.filter(({ group }) => otherGroups.includes(group)).map(({ id }) => id));

function complaints({ section, name, value }: Verdict, release: number): readonly string[] {
	const kind = section === 'Unit' || section === 'Install' ? 'service' : section.toLowerCase();
	const file = readUnitFileName(fileNames[kind] ?? `t.${kind}`);
	const header = `[${section}]\n`;
	return lint(parse(`${header}${name}=${value}\n`), { ...defaultSettings, ...rulesForPieces(), release, file })
		.filter(({ severity }) => severity === 'error' || severity === 'warning')
		.filter(({ rule, span }) => !others.has(rule) && span.start >= header.length)
		.map(({ rule, message }) => `${rule}: ${message}`);
}
