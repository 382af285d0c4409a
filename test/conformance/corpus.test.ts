// Unit files that other people wrote: each parses back to itself and lints without a crash, and none of those that
// Debian ships has an error, because they work in production.
import path from 'node:path';
import { expect, test } from 'vitest';
import { defaultSettings, lint, parse, print, readUnitFileName } from '../../core/src/index.ts';
import { corpusFiles } from './corpus-files.ts';
import { describeWithShared } from './shared.ts';

/** The release that the files of corpus/debian were shipped with. */
const debianRelease = 252;

describeWithShared('the corpus', () => {
	test.each(['debian', 'fleet'])('every file of %s parses back to itself and lints at every release', (folder) => {
		const files = corpusFiles(folder);
		expect(files.length).toBeGreaterThan(200);
		for (const { file, text } of files) {
			const unit = parse(text);
			expect(print(unit), file).toBe(text);
			for (const release of [183, 229, 252, defaultSettings.release]) {
				expect(() => lint(unit, { ...defaultSettings, release, file: readUnitFileName(file) }), file).not.toThrow();
			}
		}
	});

	test('no unit that Debian ships has an error, and 45 warnings at the most', () => {
		const problems = corpusFiles('debian').flatMap(({ file, text }) => {
			const name = readUnitFileName(file);
			const found =
				name === undefined ? [] : lint(parse(text), { ...defaultSettings, release: debianRelease, file: name });
			return found.map((problem) => ({ ...problem, file }));
		});
		const said = problems.map(({ file, rule, message }) => `${path.basename(file)}: ${rule}: ${message}`);
		expect(said.filter((_, index) => problems[index]?.severity === 'error')).toEqual([]);
		expect(said.filter((_, index) => problems[index]?.severity === 'warning').length).toBeLessThanOrEqual(45);
	});
});
