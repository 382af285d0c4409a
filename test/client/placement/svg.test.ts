// The map as a picture: sound XML that says in words what the map says.

import { expect, test } from 'vitest';
import { createMap } from '../../../client/src/placement/map-model.ts';
import { mapSvg } from '../../../client/src/placement/svg.ts';
import type { Trial } from '../../../client/src/placement/trials.ts';
import { idOf, machine, unit } from '../../support/cluster-views.ts';
import { mapOf } from '../../support/print-map.ts';

const machines = [machine('a1', { role: 'web' }, '10.0.0.1'), machine('b2', { role: '<db> & "more"' })];
const web = '[X-Fleet]\nMachineMetadata=role=web\n';
const shop = mapOf({ machines, units: [unit('web@1.service', web, 'launched', 'a1'), unit('odd.service', '')] });

test('the picture says who is where, what stands against it, and how loaded machines are', () => {
	const { text } = picture();
	for (const words of [
		'Placement on test',
		'web@1.service',
		'● here',
		'✕ metadata',
		'○ could',
		'10.0.0.1',
		'1 unit counted',
	]) {
		expect(textsOf(text), words).toContain(words);
	}
	expect(titlesOf(text)).toContain('web@1.service: b2000000 has role=<db> & "more", needs role=web');
});

test('what is tried, and its plan, stand above', () => {
	const { text } = picture({ kind: 'down', machineId: idOf('a1') });
	expect(textsOf(text).slice(0, 4)).toEqual([
		'Placement on test',
		'Tried: a1000000 is down',
		'Plan: 1 unit would land nowhere, 1 unit would land on a machine',
		'  web@1.service leaves a1000000 (10.0.0.1) and lands nowhere',
	]);
});

test('the picture is as large as it says, and everything lies within', () => {
	const { text, width, height } = picture({ kind: 'down', machineId: idOf('a1') });
	expect(text).toContain(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`);
	const places = [...text.matchAll(/<text x="(\d+)" y="(\d+)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
	expect(places.length).toBeGreaterThan(20);
	for (const [x, y] of places) expect(x < width && y < height, `${x}, ${y}`).toBe(true);
});

test('tags are closed in order, and texts hold nothing that is markup', () => {
	checkWellFormed(picture({ kind: 'metadata', machineId: idOf('a1'), text: 'role=a<b>&"\'' }).text);
});

test('characters that XML cannot hold do not spoil the picture', () => {
	const strange = mapOf({ machines: [machine('a1', { role: 'a\u0000b\ud800' })], units: [] });
	const { text } = mapSvg(all(createMap(strange, [])));
	checkWellFormed(text);
	expect(text).toContain('role=a�b�');
});

test('only the rows and columns that are asked for are drawn', () => {
	const model = createMap(shop, []);
	const { text } = mapSvg({ model, rows: model.rows.slice(0, 1), columns: model.columns.slice(0, 1) });
	expect(textsOf(text)).toContain('odd.service');
	expect(text).not.toContain('web@1.service');
	expect(text).not.toContain('b2000000');
});

function picture(...trials: readonly Trial[]) {
	return mapSvg(all(createMap(shop, trials)));
}

function all(model: ReturnType<typeof createMap>) {
	return { model, rows: model.rows, columns: model.columns };
}

function textsOf(svg: string): readonly string[] {
	return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => unescapeXml(text));
}

function titlesOf(svg: string): readonly string[] {
	return [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, text = '']) => unescapeXml(text));
}

function unescapeXml(text: string): string {
	return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

/** As far as these pictures go: elements with quoted attributes, texts with numbered entities, and nothing else. */
function checkWellFormed(text: string): void {
	const open: string[] = [];
	const token =
		/<(?<end>\/)?(?<name>[a-z]+)(?<attributes>(?: [\w:-]+="[^"<&]*")*)(?<empty>\/)?>|(?<text>[^<]+)|(?<stray><)/g;
	for (const { groups } of text.matchAll(token)) {
		const { end, name = '', empty, text: words = '', stray } = groups ?? {};
		expect(stray).toBeUndefined();
		expect(words.replace(/&#\d+;/g, '')).not.toMatch(/[&\u0000-\u0008\ud800-\udfff]/);
		if (end !== undefined) expect(open.pop()).toBe(name);
		else if (empty === undefined && name !== '') open.push(name);
	}
	expect(open).toEqual([]);
}
