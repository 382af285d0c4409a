// Rules across files where their own examples leave off: chains over several files, templates and their instances,
// folders, drop-ins, and what other files say that makes a finding void.
import { describe, expect, test } from 'vitest';
import { placesOf, problemsIn, type Texts, workspaceOf } from '../support/workspace.ts';

const run = '[Service]\nExecStart=/bin/a\n';
const fleet = (lines: string, unit = '') => `[Unit]\n${unit}\n${run}[X-Fleet]\n${lines}\n`;
const at = (rule: string, texts: Texts) => placesOf(rule, workspaceOf(texts));
const messages = (rule: string, texts: Texts, path: string) =>
	problemsIn(workspaceOf(texts), path)
		.filter((problem) => problem.rule === rule)
		.map(({ severity, message }) => `${severity}: ${message}`);

describe('fleet-distant-requirement', () => {
	const rule = 'fleet-distant-requirement';
	const requires = (name: string, lines: string) => fleet(lines, `Requires=${name}\nAfter=${name}`);

	test('a third unit may tie the two together', () => {
		const texts = {
			'web.service': requires('db.service', 'MachineOf=data.service'),
			'db.service': fleet('MachineOf=data.service'),
			'data.service': fleet('MachineMetadata=disk=ssd'),
		};
		expect(at(rule, texts)).toEqual({});
		expect(at(rule, { ...texts, 'db.service': fleet('MachineMetadata=disk=ssd') })).toEqual({
			'web.service': ['db.service'],
		});
	});

	test('a machine ID and its short form are one machine', () => {
		const texts = {
			'web.service': requires('db.service', 'MachineID=0123abcd'),
			'db.service': fleet('MachineID=0123abcd0123abcd0123abcd0123abcd'),
		};
		expect(at(rule, texts)).toEqual({});
	});

	test('what has no [X-Fleet] may be on every machine', () => {
		expect(at(rule, { 'web.service': requires('db.service', 'Global=true'), 'db.service': run })).toEqual({});
	});

	test('an instance is looked for under its template', () => {
		const texts = { 'web.service': requires('db@1.service', 'Conflicts=w*.service'), 'db@.service': fleet('') };
		expect(at(rule, texts)).toEqual({ 'web.service': ['db@1.service'] });
	});

	test('of copies in other folders, the nearest counts', () => {
		const texts = {
			'prod/web.service': requires('db.service', 'MachineMetadata=a=b'),
			'prod/db.service': fleet('Global=true'),
			'test/db.service': fleet('MachineMetadata=disk=ssd'),
		};
		expect(at(rule, texts)).toEqual({});
	});
});

describe('fleet-uncoupled-sidekick', () => {
	const rule = 'fleet-uncoupled-sidekick';
	const sidekick = (unit = '', service = '') =>
		`[Unit]\n${unit}\n[Service]\n${service}\nExecStart=/bin/a\n[X-Fleet]\nMachineOf=web.service\n`;

	test.each([
		['', '', 'warning'],
		['Wants=web.service', '', 'info'],
		['After=web.service', '', 'info'],
		['PartOf=web.service', '', 'hint'],
	])('with %j it is %j: %s', (unit, service, severity) => {
		const texts = { 'side.service': sidekick(unit, service), 'web.service': fleet('') };
		expect(messages(rule, texts, 'side.service').map((message) => message.split(':')[0])).toEqual([severity]);
	});

	test.each([
		['the other unit takes it along', sidekick('After=web.service'), fleet('', 'PropagatesStopTo=side.service')],
		['the other unit sets the order', sidekick('PartOf=web.service'), fleet('', 'Before=side.service')],
		['it is done by itself', sidekick('After=web.service', 'Type=oneshot'), fleet('')],
		['a rule of its own asks for the order', sidekick('BindsTo=web.service'), fleet('')],
	])('silent where %s', (_, side, web) => {
		expect(at(rule, { 'side.service': side, 'web.service': web })).toEqual({});
	});
});

describe('fleet-peer-cycle', () => {
	const rule = 'fleet-peer-cycle';

	test('of three units', () => {
		const texts = {
			'a.service': fleet('MachineOf=b.service'),
			'b.service': fleet('MachineOf=c.service'),
			'c.service': fleet('MachineOf=a.service'),
		};
		expect(at(rule, texts)).toEqual({
			'a.service': ['b.service'],
			'b.service': ['c.service'],
			'c.service': ['a.service'],
		});
	});

	test('of templates, instance by instance', () => {
		const texts = {
			'web@.service': fleet('MachineOf=log@%i.service'),
			'log@.service': fleet('MachineOf=web@%i.service'),
		};
		expect(Object.keys(at(rule, texts))).toEqual(['web@.service', 'log@.service']);
	});

	test('is none where one of them is on all machines anyway', () => {
		const texts = { 'a.service': fleet('MachineOf=b.service'), 'b.service': fleet('Global=true\nMachineOf=a.service') };
		expect(at(rule, texts)).toEqual({});
	});

	test('is none of a unit that only leads into one', () => {
		const texts = {
			'a.service': fleet('MachineOf=b.service'),
			'b.service': fleet('MachineOf=c.service'),
			'c.service': fleet('MachineOf=b.service'),
		};
		expect(Object.keys(at(rule, texts))).toEqual(['b.service', 'c.service']);
	});
});

describe('order-cycle', () => {
	const rule = 'order-cycle';
	const ordered = (unit: string) => `[Unit]\n${unit}\n${run}`;

	test('over three units, by After= and Before= in turn', () => {
		const texts = {
			'a.service': ordered('After=b.service'),
			'b.service': ordered('After=c.service'),
			'c.service': ordered('Before=b.service\nAfter=a.service'),
		};
		expect(at(rule, texts)).toEqual({
			'a.service': ['b.service'],
			'b.service': ['c.service'],
			'c.service': ['b.service', 'a.service'],
		});
	});

	test('that a drop-in closes is told there, too', () => {
		const texts = {
			'a.service': ordered('After=b.service'),
			'b.service': ordered(''),
			'b.service.d/late.conf': '[Unit]\nAfter=a.service\n',
		};
		expect(at(rule, texts)).toEqual({ 'a.service': ['b.service'], 'b.service.d/late.conf': ['a.service'] });
	});

	test.each([
		['of a unit with itself', { 'a.service': ordered('After=a.service') }],
		['of units that nobody knows', { 'a.service': ordered('After=b.service\nBefore=b.service') }],
		[
			'of one that is only beside it',
			{ 'a.service': ordered('After=b.service'), 'b.service': ordered('After=b2.service') },
		],
	])('is none %s', (_, texts) => {
		expect(at(rule, texts)).toEqual({});
	});
});

describe('names that nobody bears', () => {
	test('an instance is there with its template, in whatever folder', () => {
		const texts = {
			'a/side@.service': fleet('MachineOf=web@%i.service'),
			'b/web@.service': fleet('Conflicts=web@*.service'),
		};
		expect(at('fleet-missing-peer', texts)).toEqual({});
	});

	test('an alias is a name', () => {
		const texts = {
			'side.service': '[Unit]\nAfter=webserver.service\n[Service]\nExecStart=/bin/a\n',
			'webservr.service': `${run}[Install]\nAlias=webserver.service\n`,
		};
		expect(at('misspelt-unit', texts)).toEqual({});
	});

	test('of several that are near, the first by name is meant, whichever was read first', () => {
		const side = fleet('MachineOf=data.service');
		const others = { 'datta.service': fleet(''), 'daata.service': fleet('') };
		const backwards = Object.fromEntries(Object.entries(others).reverse());
		const [one, other] = [others, backwards].map((texts) =>
			messages('fleet-missing-peer', { 'side.service': side, ...texts }, 'side.service'),
		);
		expect(one).toEqual(other);
		expect(one).toEqual([expect.stringContaining('did you mean `daata.service`')]);
	});

	test('a conflict is looked at word by word', () => {
		const texts = { 'web.service': fleet('Conflicts=db.service nobody.service'), 'db.service': fleet('') };
		expect(at('fleet-unmatched-conflict', texts)).toEqual({ 'web.service': ['nobody.service'] });
	});
});

describe('copies', () => {
	test('an instance is compared with the template beside it', () => {
		const texts = {
			'a/web@.service': fleet('Global=true'),
			'a/web@1.service': `# by hand\n${fleet('Global=true')}`,
			'b/web@1.service': fleet('Global=yes'),
		};
		expect(at('fleet-template-drift', texts)).toEqual({});
		expect(Object.keys(at('fleet-template-drift', { ...texts, 'a/web@1.service': fleet('Global=yes') }))).toEqual([
			'a/web@1.service',
		]);
	});

	test.each([
		['sets of one and the same units', { 'a/x.service': fleet('Global=true'), 'b/x.service': fleet('Global=true') }],
		['folders of environments', { 'staging/y.service': fleet(''), 'staging/web.service': fleet('Global=on') }],
	])('%s are for different clusters', (_, more) => {
		const texts = { 'a/web.service': fleet('Global=true'), 'b/web.service': fleet('Global=true'), ...more };
		expect(at('fleet-duplicate-unit', texts)).toEqual({});
	});
});
