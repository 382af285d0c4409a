// What can be seen of the grid, where keys lead in it, and how one stays where one was.

import { describe, expect, test } from 'vitest';
import { createMap } from '../../../client/src/placement/map-model.ts';
import { moveCursor } from '../../../webviews/placement/grid-keys.ts';
import { pageLength, pick, scrollToSee, scrollToStay, visibleRange } from '../../../webviews/placement/grid-layout.ts';
import { emptyMemory, readMemory } from '../../../webviews/placement/memory.ts';
import { cursorOf, placeAt } from '../../../webviews/placement/place.ts';
import { placeSentence } from '../../../webviews/placement/sentences.ts';
import { fitWidths } from '../../../webviews/placement/sizes.ts';
import { idOf, machine, state, unit } from '../../support/cluster-views.ts';
import { mapOf } from '../../support/print-map.ts';

const hundred = { names: Array.from({ length: 100 }, (_, nth) => `u${nth}`), size: 40 };

describe('what is drawn', () => {
	test('is what can be seen, and a little more', () => {
		expect(visibleRange(hundred, { scroll: 0, extent: 400 }, 3)).toEqual({ first: 0, end: 13 });
		expect(visibleRange(hundred, { scroll: 1_010, extent: 400 }, 3)).toEqual({ first: 22, end: 39 });
		expect(visibleRange(hundred, { scroll: 3_600, extent: 400 }, 3)).toEqual({ first: 87, end: 100 });
		expect(visibleRange({ names: [], size: 40 }, { scroll: 0, extent: 400 }, 3)).toEqual({ first: 0, end: 0 });
	});

	test('is the place of the cursor, too, in its order', () => {
		const letters = ['a', 'b', 'c', 'd', 'e'];
		const picked = (wanted: number) => pick(letters, { first: 1, end: 3 }, wanted).map(({ item, nth }) => item + nth);
		expect([picked(-1), picked(2), picked(0), picked(4)]).toEqual([
			['b1', 'c2'],
			['b1', 'c2'],
			['a0', 'b1', 'c2'],
			['b1', 'c2', 'e4'],
		]);
	});

	test('has columns as wide as there is room for, within reason', () => {
		expect(fitWidths(1_000, 3)).toEqual({ column: 150, names: 550 });
		expect(fitWidths(1_000, 100)).toEqual({ column: 104, names: 300 });
		expect(fitWidths(400, 2)).toEqual({ column: 104, names: 200 });
		expect(fitWidths(3_000, 1)).toEqual({ column: 150, names: 560 });
	});
});

describe('scrolling', () => {
	test('goes no farther than needed', () => {
		const view = { scroll: 400, extent: 400 };
		expect([12, 9, 20, 0].map((nth) => scrollToSee(nth, hundred, view))).toEqual([400, 360, 440, 0]);
		expect(pageLength(40, view)).toBe(10);
	});

	test('stays at what was first when others come and go above', () => {
		const more = { ...hundred, names: ['new', ...hundred.names] };
		expect(scrollToStay(hundred, more, 410)).toBe(450);
		const fewer = { ...hundred, names: hundred.names.filter((name) => name !== 'u10' && name !== 'u3') };
		expect(scrollToStay(hundred, fewer, 410)).toBe(360);
		expect(scrollToStay(hundred, { names: ['x'], size: 40 }, 410)).toBe(410);
	});
});

test.each([
	['ArrowDown', 2, 1],
	['ArrowUp', 0, 1],
	['ArrowLeft', 1, 0],
	['ArrowRight', 1, 2],
	['PageDown', 11, 1],
	['Home', 1, 0],
	['End', 1, 3],
	['Ctrl Home', 0, 0],
	['Ctrl End', 20, 3],
	['Ctrl ArrowDown', 20, 1],
])('%s leads to row %d, column %d', (pressed, row, column) => {
	const key = { key: pressed.replace('Ctrl ', ''), ctrlKey: pressed.startsWith('Ctrl'), metaKey: false };
	expect(moveCursor({ row: 1, column: 1 }, key, { rows: 21, columns: 4, page: 10 })).toEqual({ row, column });
});

test('a page up stops at the first unit, and from there at the headings; other keys lead nowhere', () => {
	const size = { rows: 21, columns: 4, page: 10 };
	const press = (key: string, row: number) =>
		moveCursor({ row, column: 2 }, { key, ctrlKey: false, metaKey: false }, size)?.row;
	expect([press('PageUp', 15), press('PageUp', 5), press('PageUp', 1), press('PageUp', 0), press('x', 5)]).toEqual([
		5,
		1,
		1,
		0,
		undefined,
	]);
});

const web = '[X-Fleet]\nMachineMetadata=role=web\n';
const web1 = unit('web@1.service', web, 'launched', 'a1');
const model = createMap(
	mapOf({
		machines: [machine('a1', { role: 'web' }, '10.0.0.1'), machine('b2', { role: 'web' }), machine('c3')],
		units: [unit('web@.service', web, 'inactive'), web1],
		states: [state(web1, 'a1')],
	}),
	[],
);
const shown = { model, rows: model.rows, columns: model.columns };

describe('a place', () => {
	test('is found again by its names, or as near as can be where they are gone', () => {
		const place = { unit: 'web@1.service', machine: idOf('b2') };
		expect(cursorOf(place, shown, { row: 0, column: 0 })).toEqual({ row: 2, column: 2 });
		expect(placeAt({ row: 2, column: 2 }, shown)).toEqual(place);
		const fewer = { ...shown, rows: shown.rows.slice(0, 1) };
		expect(cursorOf(place, fewer, { row: 2, column: 2 })).toEqual({ row: 1, column: 2 });
		expect(placeAt({ row: 0, column: 0 }, shown)).toEqual({});
	});

	test('is told in a sentence', () => {
		// The model has three machines.
		const [a1, , c3] = model.columns.map(({ id }) => id) as [string, string, string];
		const places = [
			{ unit: 'web@1.service', machine: c3 },
			{ unit: 'web@1.service', machine: a1 },
			{ unit: 'web@1.service' },
			{ unit: 'web@.service' },
			{ machine: a1 },
			{ machine: c3 },
			{},
		];
		expect(places.map((place) => placeSentence(place, shown))).toMatchInlineSnapshot(`
			[
			  "web@1.service: c3000000 has no role, needs role=web",
			  "web@1.service: a1000000 (10.0.0.1) has it: active (running)",
			  "web@1.service: active (running), on a1000000 (10.0.0.1); runs on machines with role=web; could be on b2000000",
			  "web@.service: template, runs nowhere itself; runs on machines with role=web",
			  "a1000000 (10.0.0.1): role=web; 1 unit counted; would take no other unit",
			  "c3000000: no metadata; 0 units counted; would take no other unit",
			  "",
			]
		`);
	});
});

describe('what the page remembers', () => {
	test('comes back', () => {
		const memory = {
			trials: [{ kind: 'down', machineId: 'a1' }],
			filters: { units: 'web', machines: '' },
			place: { unit: 'web@1.service' },
			scroll: { left: 0, top: 80 },
		};
		expect(readMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
	});

	test.each([undefined, 7, {}, { ...emptyMemory, trials: [{ kind: 'x' }] }, { ...emptyMemory, scroll: {} }])(
		'is nothing where it makes no sense: %j',
		(value) => {
			expect(readMemory(value)).toEqual(emptyMemory);
		},
	);
});
