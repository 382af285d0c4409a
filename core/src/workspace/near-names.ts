// Names of units that are nearly those of the workspace. What a machine has of its own is not known here, so only
// names that look like one slip of the pen count: hosts have units such as `slapd.service` beside `snapd.service`.

import type { WorkspaceView } from './model.ts';
import { familiesOf, familyOf } from './names.ts';

/**
 * The unit (a template for its instances) that a name which none bears is most likely a slip of. Of several it is the
 * first by name, whichever file was read first.
 */
export function nearUnit(view: WorkspaceView, name: string): string | undefined {
	const { answers, families } = known.get(view.byUnit) ?? remember(view);
	const family = familyOf(name);
	if (!answers.has(family)) answers.set(family, findNear(families, family));
	return answers.get(family);
}

/** Whether one name may be a slip of another: the words between dashes are the same, or one slip is in one of them. */
export function isSlipOf(name: string, right: string): boolean {
	return beginning(name) === beginning(right) && isSlip(spelt(name), spelt(right));
}

/** A name with the words that it is made of. */
interface Spelt {
	readonly name: string;
	readonly words: readonly string[];
}

function spelt(name: string): Spelt {
	return { name, words: wordsOf(name) };
}

/** The same for names that begin alike. */
function isSlip({ name, words }: Spelt, { name: right, words: rightWords }: Spelt): boolean {
	if (name === right || Math.abs(name.length - right.length) > 3) return false;
	if (words.join('') === rightWords.join('')) return true;
	if (words.length !== rightWords.length) return false;
	const wrong = words.flatMap((word, index) => (word === rightWords[index] ? [] : [index]));
	const at = wrong[0] ?? 0;
	return wrong.length === 1 && isOneSlip(words[at] ?? '', rightWords[at] ?? '');
}

const shortest = 4;
const shortestChanged = 7;

/**
 * Whether a letter is left out or added, two are swapped, or one in a long word is changed. Short words, numbers and a
 * `d` at the end make names of their own.
 */
function isOneSlip(word: string, right: string): boolean {
	if (Math.min(word.length, right.length) < shortest || `${word}d` === right || word === `${right}d`) return false;
	let start = 0;
	while (start < word.length && word[start] === right[start]) start++;
	let end = 0;
	while (end < Math.min(word.length, right.length) - start && word.at(-1 - end) === right.at(-1 - end)) end++;
	const [wrong, meant] = [word.slice(start, word.length - end), right.slice(start, right.length - end)];
	if (/\d/.test(wrong + meant)) return false;
	if (wrong.length === 1 && meant.length === 1) return word.length >= shortestChanged;
	const swapped = wrong.length === 2 && wrong[0] === meant[1] && wrong[1] === meant[0];
	return swapped || wrong.length + meant.length === 1;
}

/** What is known of the names in a workspace: answers that were given, and the families to look among. */
interface Known {
	readonly answers: Map<string, string | undefined>;
	readonly families: Families;
}

/** Families by what slips leave alone: few people misspell the first letter. */
type Families = ReadonlyMap<string, readonly Spelt[]>;

const known = new WeakMap<WorkspaceView['byUnit'], Known>();

function remember(view: WorkspaceView): Known {
	const families = new Map<string, Spelt[]>();
	for (const family of familiesOf(view).keys()) {
		const key = beginning(family);
		const others = families.get(key);
		if (others === undefined) families.set(key, [spelt(family)]);
		else others.push(spelt(family));
	}
	const made = { answers: new Map<string, string | undefined>(), families };
	known.set(view.byUnit, made);
	return made;
}

function findNear(families: Families, name: string): string | undefined {
	const candidates = families.get(beginning(name)) ?? [];
	const wrong = spelt(name);
	const slips = candidates.filter((other) => isSlip(wrong, other)).map((other) => other.name);
	return slips.sort()[0];
}

/** The first letter and the suffix. */
function beginning(name: string): string {
	return name.slice(0, 1).toLowerCase() + name.slice(name.lastIndexOf('.'));
}

function wordsOf(name: string): readonly string[] {
	const stem = name.slice(0, name.lastIndexOf('.')).toLowerCase();
	return stem.split(/[-_.@:]/).filter((word) => word !== '');
}
