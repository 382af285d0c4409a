// Rows and the state of the page in words. Times are those of the zone that the test runs in.

import { expect, test } from 'vitest';
import { fullTime, gapText, priorityText, rowText, shortTime, urgencyOf } from '../../../webviews/journal/row-texts.ts';
import { type Counts, emptyText, foundText, statusText } from '../../../webviews/journal/status-texts.ts';
import { gap, line } from '../../client/journal/rows.ts';

const noon = new Date(2026, 10, 23, 12, 3, 4, 56).getTime();
const label = (source: number) => `web@${source} on 08bb6dd0`;

test('a line is copied with its time, its journal, its urgency and its writer', () => {
	expect(rowText(line(1, noon, 'ready', { source: 2, from: 'docker[7]' }), label)).toBe(
		'2026-11-23 12:03:04.056 web@2 on 08bb6dd0 docker[7]: ready',
	);
	expect(rowText(line(1, noon, 'broken', { priority: 3 }), label)).toBe(
		'2026-11-23 12:03:04.056 web@0 on 08bb6dd0 error: broken',
	);
});

test('a gap says when the connection was lost and back, and whether lines are missing', () => {
	const back = { lostAt: noon, backAt: noon + 5_000 };
	expect(gapText(gap(1, 0, { ...back, missing: 'none' }))).toBe(
		'connection lost 12:03:04, back 12:03:09, none are missing',
	);
	expect(gapText(gap(1, 0, { ...back, missing: 'maybe' }))).toBe(
		'connection lost 12:03:04, back 12:03:09, lines may be missing',
	);
	expect(gapText(gap(1, 0, { lostAt: noon, reason: 'ssh ended' }))).toBe('connection lost 12:03:04: ssh ended');
	expect(rowText(gap(1, noon, back), label)).toMatch(/^2026-11-23 12:03:04.056 web@0 on 08bb6dd0 --- .* ---$/);
});

test('the day is named where it is another than today', () => {
	expect(shortTime(noon, noon + 1_000)).toBe('12:03:04.056');
	expect(shortTime(noon, noon + 86_400_000)).toBe('2026-11-23 12:03:04.056');
	expect(fullTime(noon)).toMatch(/^2026-11-23 12:03:04\.056 UTC[+-]\d+(:\d\d)?$/);
});

test('urgencies have the words of syslog', () => {
	expect([0, 1, 2, 3, 4, 5, 6, 7].map(priorityText)).toEqual(
		'emergency alert critical error warning notice informational debug'.split(' '),
	);
	expect([4, 5, 6].map(urgencyOf)).toEqual(['warning', '', '']);
});

const counts: Counts = { shown: 3, total: 3, dropped: 0, isFollowing: true, isSearching: false };

test.each([
	[counts, '3 lines · following'],
	[{ ...counts, shown: 1, total: 1_234 }, '1 of 1,234 lines · following'],
	[{ ...counts, isFollowing: false, isSearching: true }, '3 lines · paused: press End to follow · searching…'],
	[{ ...counts, dropped: 5_000 }, '3 lines · following · 5,000 lines before them had to go, to keep memory bounded'],
])('%j is told as %s', (given, words) => {
	expect(statusText(given)).toBe(words);
});

const source = { number: 0, label: 'a', full: 'a', colour: 0, state: 'following', detail: '' } as const;
const followed = { title: 'web@1.service', sources: [source], canOpenTerminal: true };
const none = { ...counts, shown: 0, total: 0 };
const all = { text: '', isPattern: false };

test.each([
	[{ ...followed, sources: [] }, none, all, 'No machine has web@1.service loaded. Lines appear as soon as one has.'],
	[{ ...followed, sources: [{ ...source, state: 'reading' as const }] }, none, all, 'Reading…'],
	[{ ...followed, sources: [{ ...source, state: 'lost' as const }] }, none, all, 'Nothing could be read yet.'],
	[followed, none, all, 'There are no such lines yet: choose an earlier time or a lower urgency, or wait.'],
	[followed, { ...none, total: 9 }, { ...all, text: 'x' }, 'None of 9 lines has “x”.'],
	[followed, { ...none, total: 9 }, all, 'All 9 lines are of journals that are hidden.'],
	[followed, { ...none, total: 9, isSearching: true }, all, 'Searching…'],
])('an empty page says why', (what, given, search, words) => {
	expect(emptyText(what, given, search)).toBe(words);
});

test('what a search came to is said once for those who do not see it', () => {
	expect(foundText({ ...counts, shown: 2, total: 1_000 }, { ...all, text: 'x' })).toBe('2 of 1,000 lines have “x”');
	expect(foundText(counts, all)).toBe('');
});
