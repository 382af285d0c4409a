// The line that tells how far a long run is, on a clock that the tests turn.

import { expect, test } from 'vitest';
import { showProgress } from '../../cli/src/progress.ts';

/** Runs over ten files that take `each` milliseconds and gives what was written. */
function progressOver(each: number, isTTY: boolean): readonly string[] {
	const written: string[] = [];
	let now = 0;
	const progress = showProgress({ write: (text) => written.push(String(text)), isTTY }, 10, () => now);
	for (let done = 0; done < 10; done++) {
		progress.update(done);
		now += each;
	}
	progress.end();
	return written.map((text) => text.replaceAll('\r\x1b[2K', '<'));
}

test('a long run on a terminal tells how far it is, and wipes it away at the end', () => {
	expect(progressOver(200, true)).toEqual([...[3, 4, 5, 6, 7, 8, 9].map((done) => `<linted ${done} of 10 files`), '<']);
});

test('a short run tells nothing', () => {
	expect(progressOver(10, true)).toEqual([]);
});

test('nothing is told where nobody watches', () => {
	expect(progressOver(200, false)).toEqual([]);
});
