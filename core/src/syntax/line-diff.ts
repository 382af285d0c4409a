// Two texts → a unified diff, as `patch -p0` and `git apply -p0` read it. What the texts mean plays no part.

/** The diff with three lines around each change; empty if the texts are equal. Each line is one element. */
export function unifiedDiff(name: string, before: string, after: string, nameAfter = name): readonly string[] {
	const rows = compareLines(linesOf(before), linesOf(after));
	const hunks = hunksOf(rows);
	const head = [`--- ${name}`, `+++ ${nameAfter}`];
	return hunks.length === 0 ? [] : [...head, ...hunks.flatMap((hunk) => printHunk(rows, hunk))];
}

/** A line of both texts (` `), of the first (`-`) or of the second (`+`); `line` includes its line end. */
interface Row {
	readonly mark: ' ' | '-' | '+';
	readonly line: string;
}

/** Rows `from` up to, not including, `to`. */
interface Hunk {
	readonly from: number;
	readonly to: number;
}

const context = 3;

function linesOf(text: string): readonly string[] {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** How far a path through both texts has come, and where it was one change earlier. */
interface Step {
	readonly x: number;
	readonly y: number;
	readonly before: Step | undefined;
}

/** The shortest way from one text to the other (E. Myers, “An O(ND) difference algorithm and its variations”, 1986). */
function compareLines(a: readonly string[], b: readonly string[]): readonly Row[] {
	const furthest = new Map<number, Step>();
	for (let changes = 0; ; changes++) {
		for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
			const step = alongEqualLines(a, b, nextStep(furthest, diagonal, changes));
			if (step.x >= a.length && step.y >= b.length) return rowsOf(a, b, step);
			furthest.set(diagonal, step);
		}
	}
}

/** Takes a line from the first text or gives one of the second, whichever has come further. */
function nextStep(furthest: ReadonlyMap<number, Step>, diagonal: number, changes: number): Step {
	if (changes === 0) return { x: 0, y: 0, before: undefined };
	const removing = diagonal === -changes ? undefined : furthest.get(diagonal - 1);
	const adding = diagonal === changes ? undefined : furthest.get(diagonal + 1);
	if (removing === undefined || (adding !== undefined && removing.x < adding.x)) {
		return { x: adding?.x ?? 0, y: (adding?.y ?? 0) + 1, before: adding };
	}
	return { x: removing.x + 1, y: removing.y, before: removing };
}

function alongEqualLines(a: readonly string[], b: readonly string[], { x, y, before }: Step): Step {
	let equal = 0;
	while (x + equal < a.length && y + equal < b.length && a[x + equal] === b[y + equal]) equal++;
	return { x: x + equal, y: y + equal, before };
}

/** Each step is one change and the equal lines after it; read backwards, from the ends of both texts. */
function rowsOf(a: readonly string[], b: readonly string[], last: Step): readonly Row[] {
	const rows: Row[] = [];
	for (let step: Step | undefined = last; step !== undefined; step = step.before) {
		const { x, y, before } = step;
		const isRemoval = before !== undefined && x - y > before.x - before.y;
		const equalFrom = (before?.x ?? 0) + Number(isRemoval);
		for (const line of a.slice(equalFrom, x).reverse()) rows.push({ mark: ' ', line });
		if (isRemoval) rows.push({ mark: '-', line: a[before.x] ?? '' });
		else if (before !== undefined) rows.push({ mark: '+', line: b[before.y] ?? '' });
	}
	return rows.reverse();
}

/** The stretches around changes; those that touch are one. */
function hunksOf(rows: readonly Row[]): readonly Hunk[] {
	const hunks: Hunk[] = [];
	for (const [index, { mark }] of rows.entries()) {
		if (mark === ' ') continue;
		const around = { from: Math.max(0, index - context), to: Math.min(rows.length, index + context + 1) };
		const last = hunks.at(-1);
		if (last === undefined || last.to < around.from) hunks.push(around);
		else hunks[hunks.length - 1] = { from: last.from, to: around.to };
	}
	return hunks;
}

function printHunk(rows: readonly Row[], { from, to }: Hunk): readonly string[] {
	const before = rows.slice(0, from);
	const inside = rows.slice(from, to);
	const range = (other: Row['mark']) => {
		const length = inside.filter(({ mark }) => mark !== other).length;
		// An empty range is named by the line before it.
		return `${before.filter(({ mark }) => mark !== other).length + Number(length > 0)},${length}`;
	};
	return [`@@ -${range('+')} +${range('-')} @@`, ...inside.flatMap(printRow)];
}

function printRow({ mark, line }: Row): readonly string[] {
	return line.endsWith('\n') ? [mark + line.slice(0, -1)] : [mark + line, '\\ No newline at end of file'];
}
