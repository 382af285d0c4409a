// Values against the tables of systemd's own tests: what each text means, or that it means nothing.
import { expect, test } from 'vitest';
import { findDirective } from '../../core/src/catalogue/lookup.ts';
import type { SectionName } from '../../core/src/catalogue/section-name.ts';
import { readBoolean } from '../../core/src/values/boolean.ts';
import { readCpuSet } from '../../core/src/values/cpu-set.ts';
import { readErrorNumber } from '../../core/src/values/error-number.ts';
import { valueKinds } from '../../core/src/values/kinds.ts';
import { max64 } from '../../core/src/values/numbers.ts';
import { readMode } from '../../core/src/values/octal-mode.ts';
import { readPermyriad } from '../../core/src/values/percent.ts';
import { readLimits } from '../../core/src/values/rlimit.ts';
import { readSize } from '../../core/src/values/size.ts';
import { readNanoseconds, readTimeSpan } from '../../core/src/values/time-span.ts';
import { sliceLevelFlaw, unitNameFlaw } from '../../core/src/values/unit-name.ts';
import { unescapePath } from '../../core/src/values/unit-name-escapes.ts';
import { describeWithShared, readShared } from './shared.ts';

interface Case {
	readonly input: string;
	readonly value?: number | string | boolean | null;
	readonly error?: string | true;
}

function casesOf<T = Case>(table: string): readonly T[] {
	return readShared<{ readonly cases: readonly T[] }>('data', 'systemd-oracle', `${table}.json`).cases;
}

describeWithShared("the tables of systemd's own tests", () => {
	test('truth values', () => {
		for (const { input, value } of casesOf('parse_boolean'))
			expect(readBoolean(input), input).toBe(value === 'error' ? undefined : value);
	});

	test.each([
		['parse_sec', (text: string) => readTimeSpan(text)],
		['parse_sec_fix_0', (text: string) => zeroIsNever(readTimeSpan(text))],
		['parse_sec_def_infinity', (text: string) => (text.trim() === '' ? Number.POSITIVE_INFINITY : readTimeSpan(text))],
		['parse_nsec', (text: string) => readNanoseconds(text)],
	])('time spans of %s', (table, read) => {
		// A case without a value was one whose number the table could not hold: it is right, whatever it is.
		for (const { input, value, error } of casesOf(`timespan-${table}`)) {
			expectNumber(input, read(input), value === 'infinity' ? Number.POSITIVE_INFINITY : value, error);
		}
	});

	test('time spans whose bare unit is another', () => {
		const units: Readonly<Record<string, number>> = { 1: 1, USEC_PER_MSEC: 1000, USEC_PER_SEC: 1_000_000 };
		for (const { input, value, error, ...rest } of casesOf<Case & { readonly default?: string }>(
			'timespan-parse_time',
		)) {
			const unit = Object.values(rest).find((name) => name in units) ?? '1';
			expectNumber(input, readTimeSpan(input, units[unit]), value, error);
		}
	});

	test.each([
		['parse_size_iec', 1024],
		['parse_size_si', 1000],
	] as const)('sizes of %s', (table, step) => {
		for (const { input, value, error } of casesOf(table)) expectNumber(input, readSize(input, step), value, error);
	});

	test('shares', () => {
		interface Share {
			readonly fn: string;
			readonly input: string;
			readonly expect: string;
		}
		// Of the older readers, only the sign differs from this one.
		const cases = casesOf<Share>('percent').filter(({ fn }) => fn.startsWith('parse_permyriad'));
		expect(cases.length).toBeGreaterThan(50);
		for (const { fn, input, expect: expected } of cases) {
			const share = readPermyriad(input, 262);
			const bounded = fn === 'parse_permyriad' && share !== undefined && share > 10_000 ? undefined : share;
			expect(bounded, input).toBe(expected.startsWith('-') ? undefined : Number(expected));
		}
	});

	test('resource limits', () => {
		interface Limit {
			readonly resource: string;
			readonly input: string;
			readonly soft: number | string;
			readonly hard: number | string;
			readonly ret: string;
		}
		for (const { resource, input, soft, hard, ret } of casesOf<Limit>('rlimit')) {
			const limits = [soft, hard].map((limit) => (typeof limit === 'number' ? limit : Number.POSITIVE_INFINITY));
			const key = resource.replace('RLIMIT_', 'Limit');
			expect(readLimits(input, key), `${key}=${input}`).toEqual(ret === '0' ? limits : undefined);
		}
	});

	test('CPU sets', () => {
		for (const { input, count, error } of casesOf<Case & { readonly count: number | null }>('cpu-set')) {
			const faults = faultsOf('Service', 'CPUAffinity', input);
			expect(faults.length > 0, input).toBe(error !== undefined);
			if (error === undefined) expect(readCpuSet(input)?.length, input).toBe(count ?? 0);
		}
	});

	test('modes', () => {
		for (const { input, value } of casesOf('parse_mode')) {
			const expected = value === undefined ? undefined : Number.parseInt(String(value), 8);
			expect(readMode(input), input).toBe(expected);
		}
	});

	test('nice levels', () => {
		for (const { input, error } of casesOf('parse_nice')) {
			const accepted = input !== '' && faultsOf('Service', 'Nice', input).length === 0;
			expect(accepted, input).toBe(error === undefined);
		}
	});

	test('error numbers', () => {
		// What stands as an error is the name itself where the text is one.
		for (const { input, error } of casesOf('parse_errno')) {
			expect(readErrorNumber(input) !== undefined, input).toBe(error === undefined || error === input);
		}
	});

	test('names of units', () => {
		for (const [name, flags, valid] of unitNames().tables['test_unit_name_is_valid_one'] ?? []) {
			if (isMacro(flags, 'UNIT_NAME_ANY')) expect(unitNameFlaw(String(name)) === undefined, String(name)).toBe(valid);
		}
	});

	test('names of slices', () => {
		const cases = unitNames().direct.filter(({ fn }) => fn === 'slice_name_is_valid');
		expect(cases.length).toBeGreaterThan(20);
		for (const { args, expect: valid } of cases) {
			const [name = ''] = args.map((arg) => (typeof arg === 'string' ? arg : '-.slice'));
			const accepted = faultsOf('Service', 'Slice', name).length === 0 && sliceLevelFlaw(name) === undefined;
			expect(accepted, name).toBe(valid);
		}
	});

	test('paths that unit names stand for', () => {
		for (const [name, path, result] of unitNames().tables['test_unit_name_path_unescape_one'] ?? []) {
			if (result === 0) expect(unescapePath(String(name)), String(name)).toBe(path);
		}
	});
});

interface UnitNames {
	/** The arguments of calls, with what they give at the end, by the function of the test. */
	readonly tables: Readonly<Record<string, readonly (readonly unknown[])[]>>;
	readonly direct: readonly { readonly fn: string; readonly args: readonly unknown[]; readonly expect: boolean }[];
}

function unitNames(): UnitNames {
	return readShared<UnitNames>('data', 'systemd-oracle', 'unit-name.json');
}

function isMacro(value: unknown, name: string): boolean {
	return typeof value === 'object' && value !== null && 'c' in value && value.c === name;
}

function zeroIsNever(read: ReturnType<typeof readTimeSpan>) {
	return read === 0 ? Number.POSITIVE_INFINITY : read;
}

function expectNumber(input: string, read: number | string | undefined, value: unknown, error: unknown): void {
	if (error !== undefined) expect(typeof read, input).not.toBe('number');
	else if (typeof value === 'number') expect(read, input).toBe(value);
	else expect(read, input).toBeLessThan(max64);
}

function faultsOf(section: SectionName, key: string, value: string) {
	const directive = findDirective(section, key);
	if (directive === undefined) throw new Error(`[${section}] has no ${key}`);
	return valueKinds[directive.value].check(value, { directive, section, release: 262, file: undefined });
}
