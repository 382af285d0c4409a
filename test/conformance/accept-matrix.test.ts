// Settings that the real systemd of three releases takes without a word: none of them has an error or a warning.
// What systemd refuses for its value is not looked at here.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { defaultSettings, lint, parse, readUnitFileName } from '../../core/src/index.ts';
import { rulesForPieces } from '../../scripts/generate/example-context.ts';
import { describeWithShared, sharedFolder } from './shared.ts';

interface Verdict {
	readonly section: string;
	readonly name: string;
	readonly value: string;
	/** What `systemd-analyze verify` said; `null` for nothing. */
	readonly message: string | null;
}

describeWithShared('settings that systemd accepts', () => {
	test.each([252, 257, 262])('are no problem for release %i', (release) => {
		const accepted = verdicts(release).filter(({ message }) => message === null);
		expect(accepted.length).toBeGreaterThan(1000);
		expect(accepted.flatMap((verdict) => complaints(verdict, release))).toEqual([]);
	});
});

function verdicts(release: number): readonly Verdict[] {
	const file = path.join(sharedFolder, 'data', 'systemd-oracle', `accept-matrix-${release}.jsonl`);
	const lines = readFileSync(file, 'utf8').split('\n');
	return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

function complaints({ section, name, value }: Verdict, release: number): readonly string[] {
	const kind = section === 'Unit' || section === 'Install' ? 'service' : section.toLowerCase();
	const context = { ...defaultSettings, ...rulesForPieces(), release, file: readUnitFileName(`a.${kind}`) };
	return lint(parse(`[${section}]\n${name}=${value}\n`), context)
		.filter(({ severity }) => severity === 'error' || severity === 'warning')
		.map(({ rule, message }) => `${section}.${name}=${value}: ${rule}: ${message}`);
}
