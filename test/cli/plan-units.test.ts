// Which units the arguments of a plan mean: files, instances of templates from three places, and what fleet refuses.

import { expect, test } from 'vitest';
import { readPlannedUnits, type UnitSources } from '../../cli/src/plan-units.ts';
import { folderWith } from '../support/cli.ts';

const peer = (name: string) => `[X-Fleet]\nMachineOf=${name}\n`;

test('an instance is made from the template that is given, then one beside it, then that of the cluster', () => {
	const cwd = folderWith({
		'given/web@.service': peer('given-%i.service'),
		'units/web@.service': peer('beside.service'),
	});
	const known = new Map([['web@.service', [{ section: 'X-Fleet', name: 'MachineOf', value: 'cluster.service' }]]]);
	const peersOf = (...args: string[]) => read(args, { cwd, known }).map(({ requirements }) => requirements.peers[0]);
	expect(peersOf('given/web@.service', 'units/web@1.service')).toEqual(['given-1.service']);
	expect(peersOf('units/web@1.service')).toEqual(['beside.service']);
	expect(peersOf('web@1.service')).toEqual(['cluster.service']);
});

test('a file of the instance’s own name wins over its template', () => {
	const cwd = folderWith({ 'web@.service': peer('a.service'), 'web@1.service': peer('b.service') });
	expect(read(['web@.service', 'web@1.service'], { cwd }).map(({ requirements }) => requirements.peers)).toEqual([
		['b.service'],
	]);
});

test.each([
	['web@.service', '', 'a template is not placed; name instances of it, such as web@1.service'],
	[
		'web.service',
		'[Unit]\nnonsense\n',
		'fleet refuses the file: unexpected newline encountered while parsing option name',
	],
	[
		'web.service',
		'[X-Fleet]\nGlobal=true\nMachineOf=a.service\n',
		'fleet refuses the unit: Global cannot be used with Peers',
	],
	['web.conf', '', 'fleet refuses the unit: invalid unit type: "conf"'],
	['web.service', '', undefined],
])('%s with %j is tried, or not and why', (name, text, refusal) => {
	const cwd = folderWith({ [name]: text });
	expect(read([name], { cwd }).map((unit) => unit.refusal)).toEqual([refusal]);
});

test('what is not there, is a folder or is named twice is wrong usage', () => {
	const cwd = folderWith({ 'a/web.service': '', 'b/web.service': '' });
	expect(() => read(['db.service'], { cwd })).toThrow('db.service: no such file');
	expect(() => read(['db@1.service'], { cwd })).toThrow('db@1.service: no such file, and no template db@.service');
	expect(() => read(['a'], { cwd })).toThrow('a: is a folder');
	expect(() => read(['a/web.service', 'b/web.service'], { cwd })).toThrow('web.service is named twice');
});

function read(args: readonly string[], sources: Pick<UnitSources, 'cwd'> & Partial<UnitSources>) {
	return readPlannedUnits(args, { release: '1.0', known: new Map(), ...sources });
}
