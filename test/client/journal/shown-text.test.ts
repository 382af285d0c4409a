// What programs write, as it is shown.

import { expect, test } from 'vitest';
import { longestText, shownText, writerOf } from '../../../client/src/journal/shown-text.ts';

const line = { at: 0, unit: 'a.service', machineId: 'm', message: '', priority: 6 };

test.each([
	['plain words stay', 'Ünïcode 日本 👍 with\ttabs', 'Ünïcode 日本 👍 with\ttabs'],
	['line ends stay', 'one\ntwo', 'one\ntwo'],
	['colours of terminals go', '\x1b[1;32mok\x1b[0m done\x1b[K', 'ok done'],
	['other controls can be seen', 'a\x07b\x1b[2Jc\r', 'a\\x07b\\x1b[2Jc\\x0d'],
	['text cannot turn its direction around', 'a\u202eb', 'a\\u202eb'],
	['what has no width can be seen', 'pay\u200bpal\ufeff', 'pay\\u200bpal\\ufeff'],
	['halves of characters can be seen', 'a\ud83d', 'a\\ud83d'],
	['tags beyond the first plane can be seen', 'a\u{e0041}', 'a\\u{e0041}'],
])('%s', (_, message, shown) => {
	expect(shownText(message)).toBe(shown);
});

test('what is longer than anybody reads is cut, and says so', () => {
	const shown = shownText('x'.repeat(longestText + 7));
	expect(shown).toBe(`${'x'.repeat(longestText)} … (7 more characters; the terminal shows them)`);
});

test.each([
	[{ identifier: 'docker', pid: 12 }, 'docker[12]'],
	[{ identifier: 'systemd' }, 'systemd'],
	[{ pid: 12 }, '[12]'],
	[{ identifier: 'a\x1b' }, 'a\\x1b'],
	[{}, ''],
])('the writer %j is %s', (who, words) => {
	expect(writerOf({ ...line, ...who })).toBe(words);
});
