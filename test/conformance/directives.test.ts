// The catalogue's keys are those of systemd itself: of three releases, as the program prints them. What the program
// does not print is accounted for by name.
import { expect, test } from 'vitest';
import type { Directive } from '../../core/src/catalogue/directive.ts';
import { directivesOf, sinceIn } from '../../core/src/catalogue/lookup.ts';
import { type SectionName, sectionNames } from '../../core/src/catalogue/section-name.ts';
import { sectionTables } from '../../core/src/catalogue/unit-kinds.ts';
import { describeWithShared, readShared } from './shared.ts';

interface Dump {
	readonly items: readonly { readonly section: string; readonly name: string }[];
}

/** Keys that a release takes without printing them, because it only logs that they do nothing. */
const acceptedAndIgnored: Readonly<Record<number, readonly string[]>> = {
	252: ['BusPolicy', 'Capabilities', 'IgnoreOnSnapshot', 'NetClass', 'SysVStartPriority'],
	257: ['BusPolicy', 'Capabilities', 'IgnoreOnSnapshot', 'NetClass', 'SysVStartPriority'],
	262: [
		...['BlockIOAccounting', 'BlockIODeviceWeight', 'BlockIOReadBandwidth', 'BlockIOWeight', 'BlockIOWriteBandwidth'],
		...['BusPolicy', 'CPUAccounting', 'CPUShares', 'Capabilities', 'DefaultMemoryLow', 'DefaultMemoryMin'],
		...['DefaultStartupMemoryLow', 'IgnoreOnSnapshot', 'MemoryLimit', 'NetClass', 'StartupBlockIOWeight'],
		...['StartupCPUShares', 'SysVStartPriority'],
	],
};

describeWithShared('the keys of systemd', () => {
	test.each([252, 257, 262])('the keys of release %i are those that it prints', (release) => {
		const { items } = readShared<Dump>('data', 'systemd-oracle', `dump-configuration-items-${release}.json`);
		const printed = new Set(items.map(({ section, name }) => `${section}.${name}`));
		const known = knownKeys(release);
		expect([...printed].filter((key) => !known.has(key))).toEqual([]);
		const extra = [...known].filter((key) => !printed.has(key)).map((key) => key.split('.')[1] ?? '');
		expect([...new Set(extra)].sort()).toEqual([...(acceptedAndIgnored[release] ?? [])].sort());
	});

	test('every key that is accepted and ignored is so in its row', () => {
		for (const key of acceptedAndIgnored[262] ?? []) {
			const rows = sectionNames.flatMap((section) => directivesOf(section).get(key) ?? []);
			expect(rows.length, key).toBeGreaterThan(0);
			for (const { ignored } of rows) expect(ignored, key).toBeLessThanOrEqual(262);
		}
	});
});

/** The program prints a key for every section that shares its table, also where it does nothing there. */
function allRows(section: SectionName): readonly Directive[] {
	return sectionTables[section].flatMap(({ directives }) => directives);
}

function knownKeys(release: number): ReadonlySet<string> {
	const keys = sectionNames
		.filter((section) => section !== 'X-Fleet' && section !== 'BusName')
		.flatMap((section) =>
			[...allRows(section)]
				.filter((row) => sinceIn(row, section) <= release && !(row.removed !== undefined && row.removed <= release))
				.map(({ key }) => `${section}.${key}`),
		);
	return new Set(keys);
}
