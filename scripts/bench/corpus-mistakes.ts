// The slips that some of the generated units have, each in one line.

import type { Random } from './random.ts';

/** What a slip makes of one line, and which lines it can happen in. */
interface Mistake {
	readonly fits: (line: string) => boolean;
	readonly change: (line: string) => string;
}

/** Makes one mistake. */
export function makeMistake(lines: readonly string[], random: Random): readonly string[] {
	const possible = mistakes.filter(({ fits }) => lines.some(fits));
	if (possible.length === 0) return lines;
	const { fits, change } = random.pick(possible);
	const place = random.pick(lines.flatMap((line, at) => (fits(line) ? [at] : [])));
	return lines.map((line, at) => (at === place ? change(line) : line));
}

const mistakes: readonly Mistake[] = [
	{ fits: isSetting, change: swapLetters },
	{ fits: isSetting, change: (line) => line.replace('=', ' ') },
	{ fits: isSetting, change: (line) => `${line}\n${line}` },
	{ fits: isHeader, change: (line) => line.toLowerCase() },
	{ fits: isContinued, change: (line) => `${line} ` },
	{ fits: isContinued, change: (line) => line.slice(0, -1) },
];

function isSetting(line: string): boolean {
	return /^[A-Z]\w+=/.test(line);
}

function isHeader(line: string): boolean {
	return line.startsWith('[');
}

function isContinued(line: string): boolean {
	return line.endsWith('\\');
}

/** `ExecStart=` → `ExceStart=`. */
function swapLetters(line: string): string {
	return line.replace(/^(..)(.)(.)/, '$1$3$2');
}
