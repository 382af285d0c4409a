// Patterns of Conflicts= and Replaces= (Go's path.Match): `*` and `?` never stand for a `/`, `[a-z]` and `[^a-z]` stand
// for one character, `\` takes the next one as it is. No `{a,b}`, and `!` negates nothing.

/** Whether a pattern matches the whole of a name. A malformed pattern matches nothing, as in fleet. */
export function matchGlob(pattern: string, name: string): boolean {
	return globMatcher(pattern)(name);
}

/** The same question for many names: the pattern is read once. */
export function globMatcher(pattern: string): (name: string) => boolean {
	const tokens = readPattern(Array.from(pattern));
	return tokens === undefined ? () => false : (name) => matchTokens(tokens, Array.from(name));
}

/** The text that every name begins with that a pattern matches. */
export function literalStart(pattern: string): string {
	return /^[^*?[\\]*/.exec(pattern)?.[0] ?? '';
}

/** Whether a text can match another one than itself, so that it is a pattern and no name. */
export function isGlob(text: string): boolean {
	return /[*?[]/.test(text);
}

/** Whether a pattern is malformed, and so matches nothing. */
export function isMalformedGlob(pattern: string): boolean {
	return readPattern(Array.from(pattern)) === undefined;
}

interface Range {
	readonly low: string;
	readonly high: string;
}

type Token =
	| { readonly kind: 'star' }
	| { readonly kind: 'any' }
	| { readonly kind: 'character'; readonly char: string }
	| { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly Range[] };

/** Something read from a pattern, and where the next begins; `undefined` where the pattern is malformed. */
type Read<T> = { readonly value: T; readonly next: number } | undefined;

function readPattern(pattern: readonly string[]): readonly Token[] | undefined {
	const tokens: Token[] = [];
	for (let at = 0; at < pattern.length; ) {
		const token = readToken(pattern, at);
		if (token === undefined) return undefined;
		tokens.push(token.value);
		at = token.next;
	}
	return tokens;
}

function readToken(pattern: readonly string[], at: number): Read<Token> {
	const char = pattern[at];
	if (char === '*') return { value: { kind: 'star' }, next: at + 1 };
	if (char === '?') return { value: { kind: 'any' }, next: at + 1 };
	if (char === '[') return readClass(pattern, at + 1);
	const literal = char === '\\' ? pattern[at + 1] : char;
	if (literal === undefined) return undefined;
	return { value: { kind: 'character', char: literal }, next: at + (char === '\\' ? 2 : 1) };
}

function readClass(pattern: readonly string[], from: number): Read<Token> {
	const negated = pattern[from] === '^';
	const ranges: Range[] = [];
	let at = negated ? from + 1 : from;
	do {
		const range = readRange(pattern, at);
		if (range === undefined) return undefined;
		ranges.push(range.value);
		at = range.next;
	} while (pattern[at] !== ']');
	return { value: { kind: 'class', negated, ranges }, next: at + 1 };
}

function readRange(pattern: readonly string[], at: number): Read<Range> {
	const low = readClassCharacter(pattern, at);
	if (low === undefined) return undefined;
	if (pattern[low.next] !== '-') return { value: { low: low.value, high: low.value }, next: low.next };
	const high = readClassCharacter(pattern, low.next + 1);
	return high && { value: { low: low.value, high: high.value }, next: high.next };
}

// `-` and `]` need a backslash, also as the first in a class.
function readClassCharacter(pattern: readonly string[], at: number): Read<string> {
	const escaped = pattern[at] === '\\';
	const char = pattern[escaped ? at + 1 : at];
	if (char === undefined || (!escaped && (char === '-' || char === ']'))) return undefined;
	return { value: char, next: at + (escaped ? 2 : 1) };
}

// On a mismatch, the last `*` takes one more character and the rest is tried again; an earlier `*` need never be
// asked, for it already took as little as it could.
function matchTokens(tokens: readonly Token[], name: readonly string[]): boolean {
	let star: { token: number; taken: number } | undefined;
	let token = 0;
	let at = 0;
	while (token < tokens.length || at < name.length) {
		const current = tokens[token];
		if (current?.kind === 'star') {
			star = { token, taken: at };
			token++;
		} else if (current !== undefined && matchesCharacter(current, name[at])) {
			token++;
			at++;
		} else {
			if (star === undefined || star.taken >= name.length || name[star.taken] === '/') return false;
			star.taken++;
			token = star.token + 1;
			at = star.taken;
		}
	}
	return true;
}

function matchesCharacter(token: Token, char: string | undefined): boolean {
	if (char === undefined) return false;
	switch (token.kind) {
		case 'star':
			return false;
		case 'any':
			return char !== '/';
		case 'character':
			return token.char === char;
		case 'class':
			return token.ranges.some(({ low, high }) => isBetween(char, low, high)) !== token.negated;
	}
}

function isBetween(char: string, low: string, high: string): boolean {
	const code = char.codePointAt(0) ?? 0;
	return code >= (low.codePointAt(0) ?? 0) && code <= (high.codePointAt(0) ?? 0);
}
