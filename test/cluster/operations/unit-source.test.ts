// Where the text of a unit comes from, and what is said when there is none.
import { describe, expect, test } from 'vitest';
import { filesIn } from '../../../cluster/src/operations/unit-files.ts';
import {
	originText,
	type SourcePlaces,
	sourceOfNewUnit,
	sourceOnDisk,
} from '../../../cluster/src/operations/unit-source.ts';
import { folderWith } from '../../support/cli.ts';
import { optionsOf } from './cluster-fixtures.ts';

const text = '[Service]\nExecStart=/bin/app\n';

describe('the text of a new unit', () => {
	test.each([
		['web', { 'web.service': text }, {}, 'web.service'],
		['units/web.service', { 'units/web.service': text }, {}, 'units/web.service'],
		['group.target', { 'group.target': text }, {}, 'group.target'],
		['web@1', { 'web@1.service': text, 'web@.service': text }, {}, 'web@1.service'],
		['units/web@1', { 'units/web@.service': text }, {}, 'units/web@.service'],
		['web@1', { 'web@.service': text }, { 'web@.service': text }, 'web@.service in the registry'],
	])('of %s with %j and %j comes from %s', async (argument, files, registry, origin) => {
		const source = await sourceOfNewUnit(argument, places(files, registry));
		expect(originText(source.origin)).toBe(origin);
		expect(source.options).toEqual([{ section: 'Service', name: 'ExecStart', value: '/bin/app' }]);
	});

	test.each([
		['web', {}, 'unable to find Unit(web.service) in Registry or on filesystem'],
		['web.conf', { 'web.conf': text }, 'unable to find Unit(web.conf.service) in Registry or on filesystem'],
		['web@1', {}, 'unable to find template Unit(web@.service) in Registry or on filesystem'],
		[
			'web',
			{ 'web.service': '[Service\n' },
			'failed getting Unit(web.service) from file: unable to find end of section',
		],
		['web', { 'web.service': Uint8Array.of(0x5b, 0xff, 0x5d) }, 'web.service: is not UTF-8'],
		['folder', { 'folder.service/x': '' }, 'folder.service: is a folder'],
	])('of %s with %j is not to be had', async (argument, files, message) => {
		await expect(sourceOfNewUnit(argument, places(files, {}))).rejects.toThrow(message);
	});
});

test('what is edited comes first where a unit is replaced', async () => {
	const both = places({ 'web@.service': text }, { 'web@.service': `${text}Nice=5\n` });
	expect((await sourceOnDisk('web@1', both))?.options).toHaveLength(1);
	expect(await sourceOnDisk('db', both)).toBeUndefined();
});

function places(
	files: Readonly<Record<string, string | Uint8Array>>,
	registry: Readonly<Record<string, string>>,
): SourcePlaces {
	return {
		files: filesIn(folderWith(files)),
		release: '1.0',
		registered: async (name) => (registry[name] === undefined ? undefined : optionsOf(registry[name])),
	};
}
