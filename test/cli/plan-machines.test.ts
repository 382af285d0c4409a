// Machines on the command line: what may be left out, and what is said of those that nobody could read.

import { describe, expect, test } from 'vitest';
import { readMachine } from '../../cli/src/plan-machines.ts';

describe('a machine', () => {
	test.each([
		['m1', { id: 'm1', metadata: {} }],
		['m1:10.0.0.1', { id: 'm1', primaryIP: '10.0.0.1', metadata: {} }],
		['m1::role=web', { id: 'm1', metadata: { role: 'web' } }],
		['m1:[fd00::1]:role=web', { id: 'm1', primaryIP: 'fd00::1', metadata: { role: 'web' } }],
		['m1::role=web, region = us ,', { id: 'm1', metadata: { role: 'web', region: 'us' } }],
		['m1::url=http://a:80/?b=c', { id: 'm1', metadata: { url: 'http://a:80/?b=c' } }],
		['m1::role=web,role=db', { id: 'm1', metadata: { role: 'db' } }],
	])('%s is read', (text, machine) => {
		expect(readMachine(text)).toEqual(machine);
	});

	test.each([
		['', '`` is no machine'],
		[':10.0.0.1', '`:10.0.0.1` is no machine'],
		['m1 m2', '`m1 m2` is no machine'],
		['m1:role=web', '`m1:role=web` has `role=web` where the IP stands'],
		['m1::role', '`role` in `m1::role` is no key=value'],
		['m1::role=', '`role=` in `m1::role=` is no key=value'],
		['m1::=web', '`=web` in `m1::=web` is no key=value'],
	])('%j is refused', (text, message) => {
		expect(() => readMachine(text)).toThrow(`--machines: ${message}; write id:ip:key=value`);
	});
});
