// The figures of the conformance run as Markdown tables: agreement with systemd by release and by kind of value, and
// what the rules find in the units that Debian ships.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findDirective } from '../../core/src/catalogue/lookup.ts';
import { defaultSettings, lint, parse, readUnitFileName } from '../../core/src/index.ts';
import { disagreementOf, disagreements } from './disagreements.ts';
import { type Compared, compareMatrix, matrixReleases } from './matrix.ts';

/** The release that the files of corpus/debian were shipped with. */
const debianRelease = 252;

/** The section “systemd values” of docs/fidelity.md. */
export function valuesSection(sharedFolder: string): string {
	const byRelease = new Map(matrixReleases.map((release) => [release, compareMatrix(sharedFolder, release)] as const));
	return [
		'## systemd values',
		'What `systemd-analyze verify` of three releases says of a line, beside what we say of it. Errors and warnings count as a\ncomplaint, and so do lines that systemd skips.',
		agreementTable(byRelease),
		disagreementList(byRelease),
		'By kind of value, over all three releases:',
		kindTable([...byRelease.values()].flat()),
		`What the rules say of the units that Debian ships, for systemd ${debianRelease}:`,
		findingsTable(findings(path.join(sharedFolder, 'corpus', 'debian'))),
	].join('\n\n');
}

/** Share in per cent with two decimals, never rounded up to a whole hundred. */
export function percentage(part: number, whole: number): string {
	return `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`;
}

function agreementTable(byRelease: ReadonlyMap<number, readonly Compared[]>): string {
	const rows = [...byRelease].map(([release, cases]) => {
		const agreeing = cases.filter(({ agrees }) => agrees).length;
		return `| ${release} | ${cases.length} | ${agreeing} | ${percentage(agreeing, cases.length)} |`;
	});
	return ['| systemd | lines | same verdict | agreement |', '| --- | ---: | ---: | ---: |', ...rows].join('\n');
}

function disagreementList(byRelease: ReadonlyMap<number, readonly Compared[]>): string {
	const different = [...byRelease.values()].flat().filter(({ agrees }) => !agrees);
	return disagreements
		.map((row) => `- ${row.id} (${different.filter((one) => disagreementOf(one) === row).length}): ${row.reason}.`)
		.join('\n');
}

function kindTable(cases: readonly Compared[]): string {
	const kinds = new Map<string, { lines: number; same: number }>();
	for (const { section, name, agrees } of cases) {
		const kind = findDirective(section, name)?.value ?? 'not in this section';
		const seen = kinds.get(kind) ?? { lines: 0, same: 0 };
		kinds.set(kind, { lines: seen.lines + 1, same: seen.same + (agrees ? 1 : 0) });
	}
	const rows = [...kinds]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([kind, { lines, same }]) => `| ${kind} | ${lines} | ${percentage(same, lines)} |`);
	return ['| kind | lines | agreement |', '| --- | ---: | ---: |', ...rows].join('\n');
}

interface Finding {
	readonly rule: string;
	readonly severity: string;
}

function findings(folder: string): readonly Finding[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.flatMap((entry) => {
			const file = readUnitFileName(path.join(entry.parentPath, entry.name));
			if (file === undefined) return [];
			const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
			return lint(parse(text), { ...defaultSettings, release: debianRelease, file });
		});
}

function findingsTable(found: readonly Finding[]): string {
	const counts = new Map<string, number>();
	for (const { rule, severity } of found) {
		const name = `| ${rule} | ${severity} |`;
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => `${name} ${count} |`);
	return ['| rule | level | findings |', '| --- | --- | ---: |', ...rows].join('\n');
}
