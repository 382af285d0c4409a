// Addresses of endpoints as people and scripts write them, and what is said of those that are none.

import { describe, expect, test } from 'vitest';
import { describeEndpoint, readEndpoint, readEndpoints } from '../../../cluster/src/transport/endpoint.ts';

describe('an endpoint', () => {
	test.each([
		['unix:///var/run/fleet.sock', { kind: 'unix', path: '/var/run/fleet.sock' }],
		['file:///var/run/fleet.sock', { kind: 'unix', path: '/var/run/fleet.sock' }],
		['unix:///run/my%20fleet.sock', { kind: 'unix', path: '/run/my fleet.sock' }],
		['http://10.0.0.1:49153', { kind: 'tcp', host: '10.0.0.1', port: 49153, tls: false, basePath: '' }],
		['http://10.0.0.1', { kind: 'tcp', host: '10.0.0.1', port: 80, tls: false, basePath: '' }],
		['https://Fleet.Example', { kind: 'tcp', host: 'fleet.example', port: 443, tls: true, basePath: '' }],
		['http://[fd00::1]:2379/', { kind: 'tcp', host: 'fd00::1', port: 2379, tls: false, basePath: '' }],
		['http://proxy:8080/a/b/', { kind: 'tcp', host: 'proxy', port: 8080, tls: false, basePath: '/a/b' }],
		['HTTP://localhost:4001', { kind: 'tcp', host: 'localhost', port: 4001, tls: false, basePath: '' }],
	])('%s is read', (text, endpoint) => {
		expect(readEndpoint(text)).toEqual(endpoint);
	});

	test.each([
		['unix:///var/run/fleet.sock', 'unix:///var/run/fleet.sock'],
		['http://[fd00::1]:2379/a', 'http://[fd00::1]:2379/a'],
		['https://fleet.example', 'https://fleet.example:443'],
	])('%s is described as %s', (text, description) => {
		expect(describeEndpoint(readEndpoint(text))).toBe(description);
	});

	test.each([
		['unix://var/run/fleet.sock', 'names a host, `var`; a socket has three slashes: unix:///var/run/fleet.sock'],
		['10.0.0.1:49153', 'has no scheme; say http://10.0.0.1:49153'],
		['localhost:4001', 'has no scheme; say http://localhost:4001'],
		['/var/run/fleet.sock', 'has no scheme; say unix:///var/run/fleet.sock'],
		['', 'has no scheme; say http://host:port'],
		['ftp://10.0.0.1', 'has the scheme `ftp`; there are unix, http and https'],
		['ssh://10.0.0.1', 'is no endpoint; name the host as the tunnel, and the socket there as the endpoint'],
		['unix:///run/', 'names a folder; name the socket in it'],
		['unix:///run/100%.sock', 'has a `%` that is no escape; write it as %25'],
		['unix:///run/a%00b', 'has control characters in its path'],
		['http://me:secret@10.0.0.1', 'has a user; fleet and its etcd know none'],
		['http://10.0.0.1/?a=b', 'has a query; leave it out'],
		['http://10.0.0.1:99999', 'cannot be read; say http://host:port'],
	])('%j is refused', (text, why) => {
		expect(() => readEndpoint(text)).toThrow(`endpoint ${JSON.stringify(text.replace('secret', '…'))} ${why}`);
	});
});

describe('a list of endpoints', () => {
	test('is separated by commas', () => {
		const endpoints = readEndpoints('http://127.0.0.1:2379, http://127.0.0.1:4001,');
		expect(endpoints.map(describeEndpoint)).toEqual(['http://127.0.0.1:2379', 'http://127.0.0.1:4001']);
	});

	test('names the one that is wrong', () => {
		expect(() => readEndpoints('http://127.0.0.1:2379,127.0.0.1:4001')).toThrow('endpoint "127.0.0.1:4001" has no');
	});

	test('has at least one', () => {
		expect(() => readEndpoints('')).toThrow('has no scheme');
	});
});
