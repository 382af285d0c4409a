// Files that systemd opens for a service: `path`, `path:name` or `path:name:options` (open_file_parse() of systemd).

import type { Flaw } from './fault.ts';
import { checkWhole } from './judge.ts';
import { isTooLong } from './path.ts';
import { plain } from './quote.ts';
import { colonFlaw, splitColons } from './split-colons.ts';
import { noItems, type ValueBehaviour } from './value-kind.ts';

/** `OpenFile=`. */
export const openFile: ValueBehaviour = {
	check: checkWhole(judgeFile),
	complete: () => noItems,
	describe: () => undefined,
};

const options = ['read-only', 'append', 'truncate', 'graceful'];
/** These exclude each other: what is only read is not written. */
const writing = ['read-only', 'append', 'truncate'];

function judgeFile(text: string): Flaw | undefined {
	const parts = splitColons(text, { coalesce: false, escapes: true });
	if (parts === undefined) return colonFlaw;
	const [path = '', name = '', flags = '', ...rest] = parts;
	if (!path.startsWith('/')) return { what: `\`${plain(path)}\` is no absolute path`, advice: 'begin it with `/`' };
	if (isTooLong(path) || /^\/+$/.test(path) || rest.length > 0)
		return { what: 'this is no file to open', advice: 'write `path:name:options`' };
	if (!/^[ -~]*$/.test(name))
		return { what: `\`${plain(name)}\` is no name of a file descriptor`, advice: 'use ASCII' };
	const chosen = flags === '' ? [] : flags.split(',');
	const unknown = chosen.find((flag) => !options.includes(flag));
	if (unknown !== undefined)
		return { what: `\`${plain(unknown)}\` is no way to open a file`, advice: `use ${options.join(', ')}` };
	return chosen.filter((flag) => writing.includes(flag)).length > 1
		? { what: 'these options exclude each other', advice: 'keep one of `read-only`, `append` and `truncate`' }
		: undefined;
}
