// SARIF, from results made by hand, held against its published schema.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { reportSarif } from '../../cli/src/report-sarif.ts';
import type { FileResult } from '../../cli/src/result.ts';
import { allRules } from '../../core/src/index.ts';
import { fileResult } from './file-results.ts';

const validate = makeValidator();

function report(...results: readonly FileResult[]) {
	const sarif = JSON.parse(reportSarif(results, '/project'));
	validate(sarif);
	expect(validate.errors).toBeNull();
	return sarif.runs[0];
}

const fixes = [
	{ title: 'Remove', kind: 'safe', edits: [{ span: { start: 0, end: 1 }, text: '' }] },
	{ title: 'Rewrite', kind: 'safe', edits: [{ span: { start: 0, end: 1 }, text: 'y' }] },
	{ title: 'Guess', kind: 'unsafe', edits: [{ span: { start: 0, end: 1 }, text: 'z' }] },
] as const;

describe('SARIF', () => {
	test('is valid without files', () => {
		expect(report().results).toEqual([]);
	});

	test('describes every rule', () => {
		const { rules } = report().tool.driver;
		expect(rules).toHaveLength(allRules.length);
		expect(rules.find(({ id }: { id: string }) => id === 'unused-suppression')).toMatchObject({
			shortDescription: { text: 'A suppression comment that silences nothing' },
			helpUri: expect.stringMatching(/^file:\/\/\/.*\/docs\/rules\/unused-suppression\.md$/),
			defaultConfiguration: { level: 'note' },
		});
	});

	test('names rule, level, file and region, counted from 1', () => {
		const { results, tool } = report(
			fileResult('units/web.service', '[Unit]\nAfter x\n', { span: { start: 7, end: 14 } }),
		);
		expect(results).toEqual([
			{
				ruleId: 'missing-equals',
				ruleIndex: tool.driver.rules.findIndex(({ id }: { id: string }) => id === 'missing-equals'),
				level: 'error',
				message: { text: 'this line has no `=`' },
				locations: [
					{
						physicalLocation: {
							artifactLocation: { uri: 'units/web.service' },
							region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 8 },
						},
					},
				],
			},
		]);
	});

	test('offers the safe fixes as replacements', () => {
		const [{ fixes: offered }] = report(fileResult('web.service', 'x', { fixes })).results;
		const artifactLocation = { uri: 'web.service' };
		const deletedRegion = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
		expect(offered).toEqual([
			{
				description: { text: 'Remove' },
				artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion }] }],
			},
			{
				description: { text: 'Rewrite' },
				artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion, insertedContent: { text: 'y' } }] }],
			},
		]);
	});

	test('writes file names as addresses', () => {
		const uris = report(fileResult('my units/a#b.service', 'x', {}), {
			...fileResult('', 'x', {}),
			absolute: '/etc/systemd/system/web@1.service',
		}).results.map((result: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }) => {
			return result.locations[0].physicalLocation.artifactLocation.uri;
		});
		expect(uris).toEqual(['my%20units/a%23b.service', 'file:///etc/systemd/system/web@1.service']);
	});
});

test('what is no SARIF is noticed by these tests', () => {
	expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
});

/** The schema calls itself draft 4 and uses nothing that draft 7 reads differently, once its `id` is out of the way. */
function makeValidator(): ValidateFunction {
	const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
	const { $schema, id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
	// Formats such as `uri` need a package of their own; the tests compare addresses themselves.
	return new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
}
