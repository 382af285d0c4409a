// The slips that some of the generated units have. Each changes the lines in one place; where there is no place for
// it, nothing.

import type { Random } from './random.ts';

type Mistake = (lines: readonly string[], random: Random) => readonly string[];

/** Makes one mistake. */
export function makeMistake(lines: readonly string[], random: Random): readonly string[] {
	return random.pick(mistakes)(lines, random);
}

const mistakes: readonly Mistake[] = [
	(lines, random) => changeOne(lines, random, isSetting, swapLetters),
	(lines, random) => changeOne(lines, random, isSetting, (line) => line.replace('=', ' ')),
	(lines, random) => changeOne(lines, random, isSetting, (line) => `${line}\n${line}`),
	(lines, random) => changeOne(lines, random, isHeader, (line) => line.toLowerCase()),
	(lines, random) => changeOne(lines, random, isContinued, (line) => `${line} `),
	(lines, random) => changeOne(lines, random, isContinued, (line) => line.slice(0, -1)),
];

function changeOne(
	lines: readonly string[],
	random: Random,
	fits: (line: string) => boolean,
	change: (line: string) => string,
): readonly string[] {
	const places = lines.flatMap((line, at) => (fits(line) ? [at] : []));
	if (places.length === 0) return lines;
	const place = random.pick(places);
	return lines.map((line, at) => (at === place ? change(line) : line));
}

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
