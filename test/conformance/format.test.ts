// Formatting of unit files that other people wrote: once is as good as twice, and nothing is read in another way.

import path from 'node:path';
import { expect, test } from 'vitest';
import {
	applyEdits,
	canonicalText,
	defaultSettings,
	format,
	lint,
	parse,
	readOptions,
	readUnitFileName,
} from '../../core/src/index.ts';
import { reading } from '../support/reading.ts';
import { corpusFiles } from './corpus-files.ts';
import { describeWithShared } from './shared.ts';

describeWithShared('formatting', () => {
	test.each(['debian', 'fleet'])('every file of %s is formatted without a change of meaning', (folder) => {
		const files = corpusFiles(folder);
		for (const { file, text } of files) {
			const once = formatted(file, text);
			expect(formatted(file, once), file).toBe(once);
			expect(meaning(file, once), file).toEqual(meaning(file, text));
		}
		const changed = files.filter(({ file, text }) => formatted(file, text) !== text);
		console.log(`formatting changes ${changed.length} of ${files.length} files of ${folder}`);
		expect(changed.length).toBeGreaterThan(0);
	});
});

function formatted(file: string, text: string): string {
	return applyEdits(text, format(parse(text), readUnitFileName(file)));
}

/** What systemd and fleet read, and which problems we find. */
function meaning(file: string, text: string) {
	const unit = parse(text);
	const { options, error } = readOptions(text);
	const problems = lint(unit, { ...defaultSettings, file: readUnitFileName(path.basename(file)) });
	return { read: reading(unit), fleet: [canonicalText(options), error], rules: problems.map(({ rule }) => rule) };
}
