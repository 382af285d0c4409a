// Where every offset of a small file is: completion, hover and selection all begin with this answer. Each test prints
// a table of the places, with the offsets that share one in a row.

import { expect, test } from 'vitest';
import { parse } from '../../core/src/syntax/parse.ts';
import { type Place, placeAt } from '../../core/src/syntax/place.ts';

test('every offset of a small file has a place', () => {
	expect(placesOf('# note\n[Unit]\nAfter = a b\n\n')).toMatchInlineSnapshot(`
		"
		0–6    comment
		7–13   section name 8–12 "Unit"
		14–20  key of [Unit] before = 14–19 "After"
		21–25  value of After in [Unit]
		26–27  key of [Unit] alone here
		"
	`);
});

test('before the first section there are keys of no section', () => {
	expect(placesOf('\nKey=1\n')).toMatchInlineSnapshot(`
		"
		0–0    key of [] alone here
		1–4    key of [] before = 1–4 "Key"
		5–6    value of Key in []
		7–7    key of [] alone here
		"
	`);
});

test('a header is one name up to its last character, whatever is wrong with it', () => {
	expect(placesOf('[Uni')).toMatchInlineSnapshot(`
		"
		0–4    section name 1–4 "Uni"
		"
	`);
	expect(placesOf('[]')).toMatchInlineSnapshot(`
		"
		0–0    section name 1–1 ""
		1–1    section name here
		2–2    section name 1–1 ""
		"
	`);
	expect(placesOf('[Unit] x')).toMatchInlineSnapshot(`
		"
		0–8    section name 1–5 "Unit"
		"
	`);
});

test('a line without an equals sign is a key that is being written', () => {
	expect(placesOf('[Unit]\n  Descr\n')).toMatchInlineSnapshot(`
		"
		0–6    section name 1–5 "Unit"
		7–8    key of [Unit] alone here
		9–14   key of [Unit] alone 9–14 "Descr"
		15–15  key of [Unit] alone here
		"
	`);
});

test('a continued value is one place but for the comments in it', () => {
	expect(placesOf('[Service]\nExecStart=a \\\n # no\n  b\n')).toMatchInlineSnapshot(`
		"
		0–9    section name 1–8 "Service"
		10–19  key of [Service] before = 10–19 "ExecStart"
		20–23  value of ExecStart in [Service]
		24–29  comment
		30–33  value of ExecStart in [Service]
		34–34  key of [Service] alone here
		"
	`);
});

test('an empty file is one place', () => {
	expect(placesOf('')).toMatchInlineSnapshot(`
		"
		0–0    key of [] alone here
		"
	`);
});

test('the end of a file without a line end belongs to its last line', () => {
	expect(placesOf('[Unit]\nAfter=')).toMatchInlineSnapshot(`
		"
		0–6    section name 1–5 "Unit"
		7–12   key of [Unit] before = 7–12 "After"
		13–13  value of After in [Unit]
		"
	`);
});

test('other line ends than LF part lines, too', () => {
	expect(placesOf('[A]\r\nB=c\rD=e\0F=g')).toMatchInlineSnapshot(`
		"
		0–3    section name 1–2 "A"
		4–4    comment
		5–6    key of [A] before = 5–6 "B"
		7–8    value of B in [A]
		9–10   key of [A] before = 9–10 "D"
		11–12  value of D in [A]
		13–14  key of [A] before = 13–14 "F"
		15–16  value of F in [A]
		"
	`);
});

/** A row for each run of offsets at the same place: `from–to  text  place`. */
function placesOf(text: string): string {
	const unit = parse(text);
	const rows: { from: number; to: number; place: string }[] = [];
	for (let offset = 0; offset <= text.length; offset++) {
		const place = describe(text, placeAt(unit, offset), offset);
		const last = rows.at(-1);
		if (last?.place === place) last.to = offset;
		else rows.push({ from: offset, to: offset, place });
	}
	return `\n${rows.map(({ from, to, place }) => `${from}–${to}`.padEnd(7) + place).join('\n')}\n`;
}

function describe(text: string, place: Place, offset: number): string {
	const at = (span: { start: number; end: number }) =>
		span.start === span.end && span.start === offset
			? 'here'
			: `${span.start}–${span.end} ${JSON.stringify(text.slice(span.start, span.end))}`;
	switch (place.kind) {
		case 'section-name':
			return `section name ${at(place.span)}`;
		case 'key':
			return `key of [${place.section?.name ?? ''}] ${place.entry ? 'before =' : 'alone'} ${at(place.span)}`;
		case 'value':
			return `value of ${place.entry.key.text} in [${place.section?.name ?? ''}]`;
		case 'comment':
			return 'comment';
	}
}
