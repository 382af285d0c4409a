// Who may set the order between a unit and what it requires, and which units need none.
import { describe, expect, test } from 'vitest';
import { placesOf, type Texts, workspaceOf } from '../support/workspace.ts';

const requires = (name: string, more = '') => `[Unit]\nRequires=${name}\n${more}[Service]\nExecStart=/bin/a\n`;
const told = (texts: Texts) => placesOf('unordered-requirement', workspaceOf(texts));

describe('told is', () => {
	test.each([
		['a service', 'db.service'],
		['a mount', 'srv-data.mount'],
		['the network, which is only worth waiting for', 'network-online.target'],
	])('%s', (_, name) => {
		expect(told({ 'web.service': requires(name) })).toEqual({ 'web.service': [name] });
	});

	test('each unit once, whatever directives name it', () => {
		expect(told({ 'web.service': requires('db.service', 'BindsTo=db.service cache.service\n') })).toEqual({
			'web.service': ['db.service', 'cache.service'],
		});
	});
});

describe('silence', () => {
	test.each([
		['a socket', 'web.service', requires('web.socket')],
		['a target', 'web.service', requires('local-fs.target')],
		['a device', 'web.service', requires('dev-sda.device')],
		['an order by another spelling', 'web@.service', requires('db@%i.service', 'After=%p.service db@%i.service\n')],
		['the other order', 'web.service', requires('db.service', 'Before=db.service\n')],
		['a target, which waits for all', 'web.target', '[Unit]\nRequires=db.service\n'],
		['what is only wanted', 'web.service', '[Unit]\nWants=db.service\n[Service]\nExecStart=/bin/a\n'],
		['a drop-in', 'web.service.d/db.conf', '[Unit]\nRequires=db.service\n'],
		['a name that is known on the machine alone', 'web.service', requires('%H.service')],
	])('%s', (_, path, text) => {
		expect(told({ [path]: text })).toEqual({});
	});

	test('the other unit may set the order', () => {
		const db = '[Unit]\nBefore=web@%i.service\n[Service]\nExecStart=/bin/db\n';
		expect(told({ 'web@.service': requires('db@%i.service'), 'db@.service': db })).toEqual({});
	});

	test('a drop-in may set the order', () => {
		const order = '[Unit]\nAfter=db.service\n';
		expect(told({ 'a/web.service': requires('db.service'), 'a/web.service.d/order.conf': order })).toEqual({});
	});
});
