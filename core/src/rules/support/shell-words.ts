// Words that only a shell knows: its keywords, and its built-in commands that are no programs.

/** Whether a first word means something to a shell and is no program anywhere. */
export function isShellWord(word: string): boolean {
	return keywords.has(word) || builtins.has(word);
}

/** Whether only bash and its like know a word; `sh` does not. */
export function isBashWord(word: string): boolean {
	return bashOnly.has(word);
}

const bashOnly = new Set('[[ ((  declare function let local select shopt source typeset'.split(/\s+/));
const keywords = new Set(
	'! [[ (( { } ( case do done elif else esac fi for function if select then until while'.split(' '),
);

// Some systems ship `cd`, `read` and the like as programs, for the sake of POSIX; they do nothing there.
const builtins = new Set(
	'. alias break cd continue declare eval exec exit export let local read readonly return set shift shopt source trap typeset ulimit umask unset wait'.split(
		' ',
	),
);
