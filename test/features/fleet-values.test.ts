// Completion of values in [X-Fleet]: what the workspace and the cluster hold, and how a second item comes in.

import { describe, expect, test } from 'vitest';
import { checkCompletion, checkCompletionText, completionAt, type Surroundings } from '../support/check-features.ts';

const others = {
	'db.service': '[Unit]\nDescription=Data base\n[X-Fleet]\nMachineMetadata=disk=ssd',
	'cache@.service': '[X-Fleet]\nConflicts=cache@*.service\nMachineMetadata="disk=ssd" "region=us"',
	'plain.service': '[Unit]\nDescription=Without fleet',
	'multi-user.target': '[Unit]',
	'db.service.d/10-more.conf': '[Unit]',
};
const machines = [
	{ id: '11111111aaaa', metadata: { region: 'us', disk: 'ssd' } },
	{ id: '22222222bbbb', metadata: { region: 'eu', note: 'a=b' } },
];
const body = (text: string) => `[X-Fleet]\n${text}`;

describe('MachineOf', () => {
	test('offers the other units, those of fleet first, no drop-ins and no kinds that fleet does not run', () => {
		expect(details('web.service', 'MachineOf=<|>', { others })).toEqual([
			'db.service | Data base',
			'plain.service | Without fleet',
		]);
	});

	test('in a template, offers the same instance of other templates', () => {
		expect(details('web@.service', 'MachineOf=<|>', { others })).toEqual([
			'cache@%i.service | the same instance',
			'db.service | Data base',
			'plain.service | Without fleet',
		]);
		expect(details('web@7.service', 'MachineOf=<|>', { others })[0]).toBe('cache@7.service | the same instance');
	});

	test('says of a global unit that it is everywhere', () => {
		const agent = { 'agent.service': '[X-Fleet]\nGlobal=true' };
		expect(details('web.service', 'MachineOf=<|>', { others: agent })).toEqual(['agent.service | on every machine']);
	});

	test('leaves out what the unit conflicts with', () => {
		checkCompletion('web.service', body('Conflicts=d*\nMachineOf=<|>'), ['plain.service'], { others });
	});

	test('replaces the whole value', () => {
		const after = body('MachineOf=db.service\n');
		checkCompletionText('web.service', body('MachineOf=pl<|>ain\n'), 'db.service', after, { others });
	});

	test('offers nothing where only the file itself is known', () => {
		checkCompletion('web.service', body('MachineOf=<|>'), []);
	});
});

describe('a second item', () => {
	const accept = (before: string, label: string, after: string) =>
		checkCompletionText('web.service', body(before), label, body(after), { others, machines });

	test('puts the value in quotes, for fleet would read two bare items as one', () => {
		accept('MachineOf=db.service <|>', 'plain.service', 'MachineOf="db.service" "plain.service"');
		accept('MachineMetadata=region=us di<|>', 'disk=ssd', 'MachineMetadata="region=us" "disk=ssd"');
		accept('MachineMetadata=d<|> region=us', 'disk=ssd', 'MachineMetadata="disk=ssd" "region=us"');
	});

	test('comes in quotes where the others have them', () => {
		accept('MachineMetadata="region=us" <|>', 'disk=ssd', 'MachineMetadata="region=us" "disk=ssd"');
		accept('MachineMetadata="region=us" "<|>', 'disk=ssd', 'MachineMetadata="region=us" "disk=ssd"');
		accept('MachineMetadata="region=us" "di<|>"', 'disk=ssd', 'MachineMetadata="region=us" "disk=ssd"');
		accept('MachineMetadata="region=us" d<|>', 'disk=ssd', 'MachineMetadata="region=us" "disk=ssd"');
		accept('MachineMetadata="re<|>" "disk=ssd"', 'region=eu', 'MachineMetadata="region=eu" "disk=ssd"');
	});

	test('is compared with what is typed, however much of the line it replaces', () => {
		const filterOf = (text: string) => {
			const items = completionAt('web.service', body(text), { others, machines });
			return items.find(({ label }) => label === 'disk=ssd')?.filterText;
		};
		expect(filterOf('MachineMetadata=d<|>')).toBeUndefined();
		expect(filterOf('MachineMetadata=region=us  d<|>')).toBe('region=us  disk=ssd');
		expect(filterOf('MachineMetadata=region=us  <|>')).toBe('region=us  disk=ssd');
		expect(filterOf('MachineMetadata="region=us" "d<|>')).toBe('"disk=ssd');
		expect(filterOf('MachineMetadata="region=us" <|>')).toBeUndefined();
	});

	test('of Conflicts needs quotes before fleet 1.0 only', () => {
		const before = body('Conflicts=db.service <|>');
		const bare = body('Conflicts=db.service plain.service');
		checkCompletionText('web.service', before, 'plain.service', bare, { others });
		const quoted = body('Conflicts="db.service" "plain.service"');
		checkCompletionText('web.service', before, 'plain.service', quoted, { others, fleetRelease: '0.13' });
	});

	test('is none of those that are there', () => {
		const labels = completionAt('web.service', body('MachineOf=db.service <|>'), { others }).map(({ label }) => label);
		expect(labels).toEqual(['plain.service']);
	});
});

describe('Conflicts and Replaces', () => {
	test('begin with the other instances of the file’s own template', () => {
		expect(details('web@.service', 'Conflicts=<|>', { others })).toEqual([
			'web@*.service | other instances of this template',
			'cache@*.service | matches 1 other unit of the workspace',
			'db.service | matches 1 other unit of the workspace',
			'plain.service | matches 1 other unit of the workspace',
		]);
		checkCompletion('web@.service', body('Replaces=<|>'), ['cache@*.service', 'db.service', 'plain.service'], {
			others,
		});
	});

	test('of a unit that is no template offer globs and names of others', () => {
		const globs = { ...others, 'lone.service': '[X-Fleet]\nConflicts=d*.service gone@*.service' };
		expect(details('web.service', 'Conflicts=<|>', { others: globs })).toEqual([
			'cache@*.service | matches 1 other unit of the workspace',
			'd*.service | matches 1 other unit of the workspace',
			'gone@*.service | matches no other unit of the workspace',
			'db.service | matches 1 other unit of the workspace',
			'lone.service | matches 1 other unit of the workspace',
			'plain.service | matches 1 other unit of the workspace',
		]);
	});

	test('leave out what would exclude a unit of MachineOf', () => {
		const labels = completionAt('web.service', body('MachineOf=db.service\nConflicts=<|>'), { others });
		expect(labels.map(({ label }) => label)).toEqual(['cache@*.service', 'plain.service']);
	});
});

describe('metadata and machines', () => {
	test('pairs are those of machines and units, most frequent first, then the keys', () => {
		expect(details('web.service', 'MachineMetadata=<|>', { others, machines })).toEqual([
			'disk=ssd | on 1 of 2 machines · in 2 units',
			'region=us | on 1 of 2 machines · in 1 unit',
			'region=eu | on 1 of 2 machines',
			'disk= | seen: ssd',
			'region= | seen: eu, us',
		]);
	});

	test('without machines, pairs are those of units', () => {
		expect(details('web.service', 'MachineMetadata=<|>', { others })).toEqual([
			'disk=ssd | in 2 units',
			'region=us | in 1 unit',
			'disk= | seen: ssd',
			'region= | seen: us',
		]);
	});

	test('between quotes there are pairs only', () => {
		const labels = completionAt('web.service', body('MachineMetadata="<|>"'), { others }).map(({ label }) => label);
		expect(labels).toEqual(['disk=ssd', 'region=us']);
	});

	test('MachineID offers the machines with what they have', () => {
		expect(details('web.service', 'MachineID=<|>', { machines })).toEqual([
			'11111111aaaa | disk=ssd, region=us',
			'22222222bbbb | note=a=b, region=eu',
		]);
	});

	test('Global offers the one word that every release understands', () => {
		expect(details('web.service', 'Global=<|>', {})).toEqual(['true | on every machine that has the metadata']);
	});

	test('old spellings get the values of the keys that they stand for', () => {
		checkCompletion('web.service', body('X-ConditionMachineOf=<|>'), ['db.service', 'plain.service'], { others });
	});

	test('unknown keys get nothing', () => {
		checkCompletion('web.service', body('MachineZone=<|>'), [], { others, machines });
	});
});

function details(fileName: string, line: string, surroundings: Surroundings): readonly string[] {
	return completionAt(fileName, body(line), surroundings).map(({ label, detail }) => `${label} | ${detail}`);
}
