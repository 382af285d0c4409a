// Choices in names, written as shells do: `web@{1..3}` and `{web,db}@1` are several names. A shell expands them itself
// where they are not quoted; here they may be. No nesting, which nobody needs for names of units.

/** More names than this are not made of one argument: it is more likely a slip than a wish. */
const mostNames = 1000;

/** The names that an argument stands for, in order; itself where it has no choice in it. Throws `RangeError`. */
export function expandBraces(argument: string): readonly string[] {
	const [whole, before = '', inside = ''] = /^([^{]*)\{([^{}]*)\}/.exec(argument) ?? [];
	const choices = whole === undefined ? undefined : choicesOf(inside, argument);
	if (whole === undefined || choices === undefined) return [argument];
	const rest = expandBraces(argument.slice(whole.length));
	return limited(
		choices.flatMap((choice) => rest.map((end) => `${before}${choice}${end}`)),
		argument,
	);
}

/** What stands between braces; `undefined` where that is no choice, as in `{a}`, and so only text. */
function choicesOf(inside: string, argument: string): readonly string[] | undefined {
	const [, first, last] = /^(\d+)\.\.(\d+)$/.exec(inside) ?? [];
	if (first !== undefined && last !== undefined) return numbers(first, last, argument);
	return inside.includes(',') ? inside.split(',') : undefined;
}

/** From one number to another, up or down; with leading zeros where one of them has any. */
function numbers(first: string, last: string, argument: string): readonly string[] {
	const [from, to] = [Number(first), Number(last)];
	const count = Math.abs(to - from) + 1;
	if (count > mostNames) throw tooMany(argument);
	const isPadded = [first, last].some((number) => /^0\d/.test(number));
	const width = isPadded ? Math.max(first.length, last.length) : 0;
	const step = from <= to ? 1 : -1;
	return Array.from({ length: count }, (_, index) => String(from + step * index).padStart(width, '0'));
}

function limited(names: readonly string[], argument: string): readonly string[] {
	if (names.length > mostNames) throw tooMany(argument);
	return names;
}

function tooMany(argument: string): RangeError {
	return new RangeError(`\`${argument}\` stands for more than ${mostNames} names; name fewer at once`);
}
