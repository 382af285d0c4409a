// What is refused before it is sent, and that units which fleet can have are not.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeJson } from '../../cluster/src/decode.ts';
import { isClusterError } from '../../cluster/src/errors.ts';
import { toApiUnit } from '../../cluster/src/fleet-api/entities.ts';
import { guardDesiredState, guardUnit, isPossibleName } from '../../cluster/src/guards.ts';
import type { DesiredState, UnitOption } from '../../cluster/src/model.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import { readVectors } from '../fleet/vectors.ts';
import { readExchanges } from './exchanges.ts';

const service = (name: string, value: string): UnitOption => ({ section: 'Service', name, value });
const fleet = (name: string, value: string): UnitOption => ({ section: 'X-Fleet', name, value });
const run = service('ExecStart', '/bin/true');

describe('options', () => {
	test.each<readonly [what: string, options: readonly UnitOption[], message: string]>([
		['no options', [], 'without options'],
		['a bare newline', [service('ExecStart', '/bin/true\nExecStop=/bin/false')], 'line break without a `\\`'],
		['a newline after CR', [service('ExecStart', '/bin/true \\\r\n-a')], 'line break without a `\\`'],
		['a long line', [run, service('A', 'x'.repeat(2046))], 'has 2048 bytes; from 2048 on'],
		['a long line of umlauts', [run, service('A', 'ü'.repeat(1023))], 'has 2048 bytes'],
		['half a surrogate pair', [service('A', '\udc80')], 'no UTF-8'],
		['blanks around a value', [service('A', ' x ')], '`A=` in [Service] would be read back as something else'],
		['a name with an =', [service('A=B', 'x')], 'would be read back'],
		['a header in a name', [service('[A]', 'x')], 'found garbage after section name'],
		['a value that swallows the next', [service('A', 'x \\'), run], 'would be read back'],
		['Global with MachineOf', [run, fleet('Global', 'yes'), fleet('MachineOf', 'b.service')], 'Peers is `MachineOf=`'],
		['MachineID with Conflicts', [run, fleet('MachineID', 'a'), fleet('X-Conflicts', 'b')], 'MachineID cannot be used'],
	])('%s are refused', (_, options, message) => {
		expect(refusal(() => guardUnit({ name: 'a.service', options }))).toContain(message);
	});

	test.each([null, 'options', [null], [{ section: 'Unit' }], [{ section: 'Unit', name: 'A', value: 1 }]])(
		'%j instead of options is refused',
		(options) => {
			// What callers without types could pass.
			const unit = { name: 'a.service', options: options as unknown as readonly UnitOption[] };
			expect(refusal(() => guardUnit(unit))).toBeDefined();
		},
	);

	test('a line of 2,047 bytes and continued lines pass', () => {
		const long = service('A', `${'x'.repeat(2045 - 2)} \\\n ${'y'.repeat(2046)}`);
		expect(() => guardUnit({ name: 'a.service', options: [run, long] })).not.toThrow();
	});

	test('whatever fleet reads in a text passes', () => {
		const value = fc.stringMatching(/^(?:[a \t"=#;[\]é\u0085]|\\\n){0,12}$/);
		const option = fc
			.tuple(fc.constantFrom('A', ' B ', '', 'A B', '-'), value)
			.map(([name, text]) => `${name}=${text}`);
		const line = fc.oneof(option, fc.constantFrom('[Unit]', '[X', ']', '', '# x', '; y \\', '[a b]', ' [é] '));
		const text = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => ['[Service]', ...lines].join('\n'));
		let read = 0;
		fc.assert(
			fc.property(text, (unit) => {
				const { options, error } = readOptions(unit);
				if (error !== undefined || options.length === 0) return;
				read++;
				expect(refusal(() => guardUnit({ name: 'a.service', options }))).toBeUndefined();
			}),
			{ numRuns: 2000 },
		);
		expect(read).toBeGreaterThan(100);
	});

	test('every unit that the recorded fleet read back passes, but those that were broken on purpose', () => {
		const units = readExchanges().filter(({ method, path, status }) => {
			return method === 'GET' && /^\/fleet\/v1\/units\/[^?]/.test(path) && status === 200;
		});
		expect(units.length).toBeGreaterThan(100);
		const refused = units.flatMap(({ response_body }) => {
			const { name, options } = decodeJson(response_body ?? '', 'it', toApiUnit);
			return refusal(() => guardUnit({ name, options })) ?? [];
		});
		expect([...new Set(refused)].sort()).toMatchInlineSnapshot(`
			[
			  "\`foo.busname\` would be loaded over and over: fleet's agents do not recognise .busname units",
			  "\`foo.scope\` would be loaded over and over: fleet's agents do not recognise .scope units",
			  "\`foo.slice\` would be loaded over and over: fleet's agents do not recognise .slice units",
			  "\`foo.snapshot\` would be loaded over and over: fleet's agents do not recognise .snapshot units",
			  "\`foo.swap\` would be loaded over and over: fleet's agents do not recognise .swap units",
			  "\`foo.target\` would be loaded over and over: fleet's agents do not recognise .target units",
			  "a unit without options is none; fleet does not create it",
			  "fleet takes no such unit: Global cannot be used with Peers (Peers is \`MachineOf=\`); over one that exists it would store it unchecked",
			]
		`);
	});
});

describe('what wedged or poisoned the recorded fleet', () => {
	test('an unknown desired state on an existing unit', () => {
		const poison = exchange('poison.service', 'Launched');
		expect(poison.status).toBe(204);
		// A word from outside may be any.
		const message = refusal(() => guardDesiredState('poison.service', 'Launched' as DesiredState));
		expect(message).toContain('could not be read, changed or destroyed any more');
	});

	test('a new template that is launched', () => {
		const wedge = exchange('bad@.service', 'launched');
		expect(wedge.status).toBe(201);
		const { options } = JSON.parse(wedge.request_body ?? '');
		const message = refusal(() => guardUnit({ name: 'bad@.service', options, desiredState: 'launched' }));
		expect(message).toContain('would wedge the agent');
		expect(refusal(() => guardUnit({ name: 'bad@.service', options, desiredState: 'inactive' }))).toBeUndefined();
		expect(refusal(() => guardUnit({ name: 'bad@1.service', options, desiredState: 'launched' }))).toBeUndefined();
	});

	test.each([
		['invalid combo over an EXISTING valid unit', 'cannot be used with'],
		['over-long line over an EXISTING unit', 'from 2048 on'],
		['newline inside a value', 'line break without'],
		['null option: server panics?', 'crash'],
	])('%s', (note, message) => {
		const recorded = readExchanges().find((one) => one.note === note);
		const { options } = JSON.parse(recorded?.request_body ?? '');
		expect(recorded?.status ?? 201).toBe(201);
		expect(refusal(() => guardUnit({ name: 'inv.service', options }))).toContain(message);
	});
});

describe('names and kinds', () => {
	test('every name is refused that fleet refuses, in its words', () => {
		const names = readVectors<{ name: string; error?: string }>('names.json');
		for (const { name, error } of names.filter((one) => one.error)) {
			expect(
				refusal(() => guardUnit({ name, options: [run] })),
				name,
			).toContain(error);
		}
	});

	test.each(['target', 'slice', 'scope', 'swap', 'snapshot', 'busname'])('a .%s unit is refused', (kind) => {
		expect(refusal(() => guardUnit({ name: `a.${kind}`, options: [run] }))).toContain('do not recognise');
		expect(refusal(() => guardDesiredState(`a.${kind}`, 'launched'))).toContain('do not recognise');
		expect(refusal(() => guardDesiredState(`a.${kind}`, 'inactive'))).toBeUndefined();
	});

	test.each(['service', 'socket', 'timer', 'path', 'device', 'mount', 'automount'])('a .%s unit passes', (kind) => {
		expect(refusal(() => guardUnit({ name: `a.${kind}`, options: [run] }))).toBeUndefined();
	});

	test('a name that etcd would hide from every list is refused', () => {
		expect(refusal(() => guardUnit({ name: '_a.service', options: [run] }))).toContain('etcd hides');
	});

	test('templates that only older fleets took may be there', () => {
		expect(isPossibleName('a@1.mount')).toBe(true);
		expect(isPossibleName('a/b.service')).toBe(false);
	});
});

/** Why a check refuses; `undefined` if it does not. */
function refusal(check: () => void): string | undefined {
	try {
		check();
		return undefined;
	} catch (error) {
		if (isClusterError(error, 'refused')) return error.message;
		throw error;
	}
}

function exchange(unit: string, desiredState: string) {
	const path = `/fleet/v1/units/${unit}`;
	const found = readExchanges().find((one) => {
		return one.method === 'PUT' && one.path === path && one.request_body?.includes(`"${desiredState}"`);
	});
	if (found === undefined) throw new Error(`no such exchange was recorded: ${path} ${desiredState}`);
	return found;
}
