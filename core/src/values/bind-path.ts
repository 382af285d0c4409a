// Bind mounts: `source`, `source:target` or `source:target:option`, with `-` for sources that may be missing
// (config_parse_bind_paths() of systemd).

import { type Flaw, ofWhole } from './fault.ts';
import { checkWords } from './judge.ts';
import { judgePath } from './path.ts';
import { plain } from './quote.ts';
import { splitColons } from './split-colons.ts';
import { noItems, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `BindPaths=` and `BindReadOnlyPaths=`. */
export const bindPath: ValueBehaviour = {
	// The colons are split with the words, so escapes must survive until then.
	check: checkWords(judgeBind, { quoting: { unquote: true, retainEscape: true } }),
	complete: () => noItems,
	describe: () => undefined,
};

const options: ReadonlySet<string> = new Set(['rbind', 'norbind', '']);

function judgeBind(text: string, context: ValueContext): Flaw | undefined {
	const parts = splitColons(text.replace(/^-/, ''), { coalesce: false, escapes: false }) ?? [];
	const [source = '', target, ...rest] = parts;
	const option = rest.join(':');
	const wrong = judgeSide(source, context) ?? (target === undefined ? undefined : judgeSide(target, context));
	if (wrong !== undefined) return ofWhole(wrong);
	if (options.has(option)) return undefined;
	return { what: `\`${plain(option)}\` is no option of a bind mount`, advice: 'use `rbind` or `norbind`' };
}

function judgeSide(text: string, context: ValueContext): Flaw | undefined {
	if (text === '') return { what: 'a path is missing beside the colon', advice: 'write both, or one without a colon' };
	return judgePath(text, context);
}
