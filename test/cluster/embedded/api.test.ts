// fleet's API over the practice cluster's registry, where no recording tells: pages, faults of JSON, metadata.

import { describe, expect, test } from 'vitest';
import type { ApiAnswer } from '../../../cluster/src/embedded/api/answer.ts';
import { pageToken } from '../../../cluster/src/embedded/api/pages.ts';
import { answerRequest } from '../../../cluster/src/embedded/api/router.ts';
import { storeUnit } from '../../../cluster/src/embedded/registry/changes.ts';
import type { Registry } from '../../../cluster/src/embedded/registry/registry.ts';
import { service } from './support.ts';
import { startWorld } from './support-world.ts';

const { registry: empty } = startWorld();

describe('a list comes in pages of a hundred', () => {
	const full = withUnits(200);

	test('the first leads to the second', () => {
		const first = body(ask(full, 'GET', '/fleet/v1/units'));
		expect(names(first)).toHaveLength(100);
		expect(first).toMatchObject({ nextPageToken: 'ZAACAA==' });
		const second = body(ask(full, 'GET', '/fleet/v1/units?nextPageToken=ZAACAA%3D%3D'));
		expect(names(second)[0]).toBe('u100.service');
	});

	test('one that is just full leads to an empty one', () => {
		const second = body(ask(full, 'GET', `/fleet/v1/units?nextPageToken=${pageToken(2)}`));
		expect(names(second)).toHaveLength(100);
		expect(second).toMatchObject({ nextPageToken: pageToken(3) });
		expect(ask(full, 'GET', `/fleet/v1/units?nextPageToken=${pageToken(3)}`)?.body).toBe('{}');
	});

	test('one that is not full leads nowhere', () => {
		expect(body(ask(withUnits(99), 'GET', '/fleet/v1/units'))).not.toHaveProperty('nextPageToken');
	});

	test.each([
		['', 'EOF'],
		['ZAA=', 'unexpected EOF'],
		['AgACAA==', 'token limit must be 100'],
		['ZAAAAA==', 'token page must be greater than zero'],
		['ZAAC*A==', 'illegal base64 data at input byte 4'],
		['ZAACAA', 'illegal base64 data at input byte 4'],
		['ZAACAA=', 'illegal base64 data at input byte 7'],
		['ZAACAA==A', 'illegal base64 data at input byte 8'],
		['Z===', 'illegal base64 data at input byte 1'],
	])('the token `%s` is refused', (token, message) => {
		for (const list of ['units', 'state', 'machines']) {
			const answer = ask(full, 'GET', `/fleet/v1/${list}?nextPageToken=${encodeURIComponent(token)}`);
			expect(answer).toMatchObject({ status: 400, body: JSON.stringify({ error: { code: 400, message } }) });
		}
	});

	test('two tokens are refused', () => {
		const answer = ask(full, 'GET', `/fleet/v1/units?nextPageToken=${pageToken(1)}&nextPageToken=${pageToken(2)}`);
		expect(message(answer)).toBe('too many values for page token');
	});
});

describe('a body that is no JSON is refused in the words of Go', () => {
	test.each([
		['  ', 'EOF'],
		['{"name"', 'unexpected EOF'],
		['{"name":"a', 'unexpected EOF'],
		['hello', "invalid character 'h' looking for beginning of value"],
		["{'a':1}", "invalid character '\\'' looking for beginning of object key string"],
		['{"a" 1}', "invalid character '1' after object key"],
		['{"a":1 "b":2}', "invalid character '\"' after object key:value pair"],
		['{"a":[1 2]}', "invalid character '2' after array element"],
		['{"a":"\n"}', "invalid character '\\n' in string literal"],
		['{"a":"\\x"}', "invalid character 'x' in string escape code"],
		['{"a":"\\u12g4"}', "invalid character 'g' in \\u hexadecimal character escape"],
		['{"a":-x}', "invalid character 'x' in numeric literal"],
		['{"a":1.}', "invalid character '}' after decimal point in numeric literal"],
		['{"a":1e}', "invalid character '}' in exponent of numeric literal"],
		['{"a":trae}', "invalid character 'a' in literal true (expecting 'u')"],
		['{"a":nil}', "invalid character 'i' in literal null (expecting 'u')"],
		['{"a":01}', "invalid character '1' after object key:value pair"],
		['ö', "invalid character 'Ã' looking for beginning of value"],
		['7', 'json: cannot unmarshal number into Go value of type schema.Unit'],
		['{"name":[]}', 'json: cannot unmarshal array into Go struct field Unit.name of type string'],
		['{"options":["a"]}', 'json: cannot unmarshal string into Go struct field Unit.options of type schema.UnitOption'],
		['{"options":[{"name":true}]}', 'json: cannot unmarshal bool into Go struct field UnitOption.name of type string'],
	])('%j', (text, fault) => {
		expect(message(ask(empty, 'PUT', '/fleet/v1/units/a.service', text))).toBe(`unable to decode body: ${fault}`);
	});

	test('what Go reads is taken: any case, escapes, unknown members, the last of two, null for nothing', () => {
		const text =
			'{"NAME":null,"x":[{}],"options":[{"section":"S","name":"N","value":"\\u00e4\\ud800\\n"}],"desiredState":"launched","desiredstate":"loaded"}';
		const { registry } = answerRequest(empty, request('PUT', '/fleet/v1/units/a.service', text));
		expect(registry.jobs.get('a.service')?.targetState).toBe('loaded');
		expect([...registry.texts.values()].map(({ raw }) => raw)).toEqual(['[S]\nN=ä\ufffd\n\n']);
	});
});

describe('metadata of machines', () => {
	const [id = ''] = empty.machines.keys();
	const patch = (...operations: readonly unknown[]) =>
		answerRequest(empty, request('PATCH', '/fleet/v1/machines', JSON.stringify(operations)));
	const metadata = (registry: Registry) =>
		machines(body(ask(registry, 'GET', '/fleet/v1/machines'))).find((machine) => machine.id === id)?.metadata;

	test('is added, replaced and removed', () => {
		const { answer, registry } = patch(
			{ op: 'add', path: `/${id}/metadata/a.b-c`, value: { value: 'x' } },
			{ op: 'replace', path: `/${id}/metadata/role`, value: { value: 'cache' } },
			{ op: 'remove', path: `/${id}/metadata/group` },
		);
		expect(answer).toMatchObject({ status: 204, body: '', headers: { 'Content-Type': 'application/json' } });
		expect(metadata(registry)).toEqual({ 'a.b-c': 'x', monitored: 'yes', region: 'eu-west', role: 'cache' });
	});

	test.each([
		[{ op: 'move', path: '/m/metadata/a' }, 'invalid op: expect add, remove, or replace'],
		[{ op: 'add', path: '/m/metadata/a b', value: { value: 'x' } }, 'machine metadata path invalid'],
		[{ op: 'add', path: '/m/metadata/a' }, 'invalid value: add and replace require a value'],
	])('is refused: %j', (operation, fault) => {
		const good = { op: 'add', path: `/${id}/metadata/a`, value: { value: 'x' } };
		const { answer, registry } = patch(good, operation);
		expect(message(answer)).toBe(fault);
		expect(registry).toBe(empty);
	});

	test('as plain text, as the documents have it, is refused', () => {
		const { answer } = patch({ op: 'add', path: '/m/metadata/a', value: 'x' });
		expect(message(answer)).toMatch(/^json: cannot unmarshal string into Go struct field /);
	});

	test('of a machine that nobody knows is taken', () => {
		expect(patch({ op: 'add', path: '/m/metadata/a', value: { value: 'x' } }).answer?.status).toBe(204);
	});
});

describe('characters that HTML minds', () => {
	test('are escaped as Go does it', () => {
		const registry = storeUnit(empty, 'a.service', service('/bin/echo <&>\u2028.'), 'inactive');
		expect(ask(registry, 'GET', '/fleet/v1/units/a.service')?.body).toContain(
			'/bin/echo \\u003c\\u0026\\u003e\\u2028.',
		);
	});
});

function withUnits(count: number): Registry {
	const numbers = Array.from({ length: count }, (_, nth) => String(nth).padStart(3, '0'));
	return numbers.reduce(
		(registry, number) => storeUnit(registry, `u${number}.service`, service('/bin/true'), 'inactive'),
		empty,
	);
}

function request(method: string, target: string, text = '') {
	return { method, target, contentTypes: ['application/json'], body: text };
}

function ask(registry: Registry, method: string, target: string, text?: string): ApiAnswer | undefined {
	return answerRequest(registry, request(method, target, text)).answer;
}

function body(answer: ApiAnswer | undefined): unknown {
	return JSON.parse(answer?.body ?? '');
}

function message(answer: ApiAnswer | undefined): unknown {
	expect(answer?.status).toBe(400);
	// Checked by what it is compared with.
	return (body(answer) as { readonly error: { readonly message: unknown } }).error.message;
}

function names(page: unknown): readonly string[] {
	// The shape is that of the API, which the recordings hold.
	return (page as { readonly units: readonly { readonly name: string }[] }).units.map(({ name }) => name);
}

function machines(page: unknown): readonly { readonly id: string; readonly metadata: unknown }[] {
	// The shape is that of the API, which the recordings hold.
	return (page as { readonly machines: readonly { readonly id: string; readonly metadata: unknown }[] }).machines;
}
