// File, registry and machines: which of them differ, and in what.
import { describe, expect, test } from 'vitest';
import { compare, diff } from '../../../cluster/src/operations/diff.ts';
import { start } from '../../../cluster/src/operations/submit.ts';
import type { UnitSource } from '../../../cluster/src/operations/unit-source.ts';
import { m1, optionsOf, state, unit } from './cluster-fixtures.ts';
import { practiceWith } from './practice.ts';

const web = unit('web.service', { machine: m1 });
const fresh = [state(web, m1)];
const stale = [state(web, m1, 'active running', 'f'.repeat(40))];

describe('a unit', () => {
	test.each([
		['same', file(''), web, fresh],
		['edited', file('Nice=5\n'), web, fresh],
		['deploy-pending', file(''), web, stale],
		['both', file('Nice=5\n'), web, stale],
		['not-submitted', file(''), undefined, []],
		['no-file', undefined, web, fresh],
		['deploy-pending', undefined, web, stale],
		['nowhere', undefined, undefined, []],
	])('is %s', (kind, source, registered, states) => {
		expect(compare('web.service', source, registered, states).kind).toBe(kind);
	});

	test('that was edited shows how, in fleet’s own text', () => {
		const { lines, outdated } = compare('web.service', file('# note\n\nNice=5\n'), web, stale);
		expect(lines).toEqual([
			...['--- web.service (registry)', '+++ units/web.service', '@@ -1,2 +1,3 @@'],
			...[' [Service]', ' ExecStart=/bin/app', '+Nice=5'],
		]);
		expect(outdated).toEqual([{ machineId: m1, hash: 'f'.repeat(40) }]);
	});
});

test('instances are compared with their template on disk', async () => {
	const { backend, context, files } = await practiceWith({
		'web@.service': '[Service]\nExecStart=/bin/sleep infinity\n',
	});
	await start(backend, { units: ['web@{1..2}'], files }, context);
	const found = await diff(backend, ['web@{1..3}'], files, context.signal);
	expect(found.map(({ name, kind, file: path }) => [name, kind, path])).toEqual([
		['web@1.service', 'same', 'web@.service'],
		['web@2.service', 'same', 'web@.service'],
		['web@3.service', 'not-submitted', 'web@.service'],
	]);
});

function file(text: string): UnitSource {
	const origin = { kind: 'file', file: 'units/web.service', isTemplate: false } as const;
	return { name: 'web.service', origin, options: optionsOf(text) };
}
