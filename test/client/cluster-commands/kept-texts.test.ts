// Units that keep another text than the file here, as operations over a practice cluster tell of them.

import { expect, test } from 'vitest';
import { keptText, keptUnit } from '../../../client/src/cluster-commands/kept-texts.ts';
import { start, submit } from '../../../cluster/src/operations/submit.ts';
import { type Practice, practiceWith } from '../../cluster/operations/practice.ts';

const text = '[Service]\nExecStart=/bin/sleep infinity\n';
const edited = { read: async () => `${text}Restart=always\n` };

test('a unit that is started although its file was edited keeps its text', async () => {
	const practice = await practiceWith({ 'web.service': text });
	const { backend, files, context } = practice;
	await start(backend, { units: ['web.service'], files }, context);
	expect(keptIn(practice)).toEqual([]);
	await start(backend, { units: ['web.service'], files: edited }, context);
	expect(keptIn(practice)).toEqual(['web.service']);
});

test('so does an instance that is made from the template of the cluster', async () => {
	const practice = await practiceWith({ 'web@.service': text });
	const { backend, files, context } = practice;
	await submit(backend, { units: ['web@.service'], files }, context);
	const template = { read: async (file: string) => (file === 'web@.service' ? edited.read() : undefined) };
	await start(backend, { units: ['web@1.service'], files: template }, context);
	expect(keptIn(practice)).toEqual(['web@1.service']);
});

test('other warnings are no news of texts', () => {
	expect(keptUnit({ kind: 'warning', name: 'a.service', message: 'a.service was started; to load it stops it' })).toBe(
		undefined,
	);
});

test('it is told in a sentence', () => {
	expect(keptText(['a.service'])).toBe('a.service has another text there than the file here, and keeps it');
	expect(keptText(['a.service', 'b.service'])).toBe(
		'a.service, b.service have another text there than the file here, and keep it',
	);
});

function keptIn({ context }: Practice): readonly string[] {
	return context.events.flatMap((event) => keptUnit(event) ?? []);
}
