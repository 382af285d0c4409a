// Our verdict on a line beside that of the real systemd, of three releases: the same in nearly all cases, and where it
// is another, for a reason that has a name.
import { expect, test } from 'vitest';
import { disagreementOf, disagreements } from '../../scripts/conformance/disagreements.ts';
import { type Compared, compareMatrix, matrixReleases } from '../../scripts/conformance/matrix.ts';
import { percentage, valuesSection } from '../../scripts/conformance/report.ts';
import { readProjectFile } from '../tidy/files.ts';
import { describeWithShared, sharedFolder } from './shared.ts';

describeWithShared('the verdicts of systemd', () => {
	const byRelease = new Map(matrixReleases.map((release) => [release, compareMatrix(sharedFolder, release)] as const));
	const different = [...byRelease.values()].flat().filter(({ agrees }) => !agrees);

	test.each(matrixReleases)('are ours in 99.5 % of the lines for release %i', (release) => {
		const cases = byRelease.get(release) ?? [];
		expect(cases.length).toBeGreaterThan(10_000);
		const agreeing = cases.filter(({ agrees }) => agrees).length;
		console.log(`systemd ${release}: ${agreeing} of ${cases.length} lines, ${percentage(agreeing, cases.length)}`);
		expect(agreeing / cases.length).toBeGreaterThanOrEqual(0.995);
	});

	test('are no other than ours without a reason', () => {
		expect(different.filter((one) => disagreementOf(one) === undefined).map(inWords)).toEqual([]);
	});

	test('every reason is needed', () => {
		const needed = new Set(different.map((one) => disagreementOf(one)?.id));
		expect(disagreements.map(({ id }) => id).filter((id) => !needed.has(id))).toEqual([]);
	});

	test('the figures in docs/fidelity.md are those of this run', () => {
		// Otherwise, `npm run conformance -- --write` makes them anew.
		expect(readProjectFile('docs/fidelity.md')).toContain(valuesSection(sharedFolder));
	});
});

function inWords({ section, name, value, message, ours }: Compared): string {
	return `[${section}] ${name}=${value}: systemd: ${message}; we: ${ours.join(' · ')}`;
}
