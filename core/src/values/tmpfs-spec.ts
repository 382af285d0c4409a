// Temporary file systems: `path`, or `path:options` as mount(8) takes them.

import { ofWhole } from './fault.ts';
import { checkWords } from './judge.ts';
import { judgePath } from './path.ts';
import { splitColons } from './split-colons.ts';
import { noItems, type ValueBehaviour } from './value-kind.ts';

/** `TemporaryFileSystem=`; which options the kernel takes is not asked. */
export const tmpfsSpec: ValueBehaviour = {
	check: checkWords(
		(text, context) => {
			const flaw = judgePath(splitColons(text, { coalesce: false, escapes: false })?.[0] ?? '', context);
			return flaw && ofWhole(flaw);
		},
		{ quoting: { unquote: true, retainEscape: true } },
	),
	complete: () => noItems,
	describe: () => undefined,
};
