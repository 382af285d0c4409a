// Disk images: a path, of `MountImages=` with a target, then mount options for all partitions or by partition.

import { type Flaw, ofWhole } from './fault.ts';
import { checkWords } from './judge.ts';
import { partitionFlaw } from './mount-options.ts';
import { judgePath } from './path.ts';
import { colonFlaw, splitColons } from './split-colons.ts';
import { noItems, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `MountImages=` and `ExtensionImages=`. */
export const imageSpec: ValueBehaviour = {
	check: checkWords(judgeImage, { quoting: { unquote: true, retainEscape: true } }),
	complete: () => noItems,
	describe: () => undefined,
};

function judgeImage(text: string, context: ValueContext): Flaw | undefined {
	const parts = splitColons(text, { coalesce: true, escapes: true });
	if (parts === undefined) return colonFlaw;
	const [first = '', ...rest] = parts;
	const source = first.replace(/^-/, '');
	if (first === '') return undefined;
	const wrong = judgePath(source, { ...context, directive: sourceOf(context) });
	if (wrong !== undefined) return ofWhole(wrong);
	if (context.directive.key !== 'MountImages') return judgeOptions(rest);
	const [target = '', ...options] = rest;
	if (target === '') return { what: 'the image has no target', advice: 'write `image:target`' };
	const wrongTarget = judgePath(target, context);
	return wrongTarget === undefined ? judgeOptions(options) : ofWhole(wrongTarget);
}

/** Images may be devices; only where they are mounted must not be the kernel's. */
function sourceOf({ directive }: ValueContext) {
	return directive.key === 'MountImages' ? { ...directive, key: '' } : directive;
}

/** One text for all partitions, or pairs of a partition and its options. */
function judgeOptions(parts: readonly string[]): Flaw | undefined {
	if (parts.length < 2) return undefined;
	for (let at = 0; at < parts.length; at += 2) {
		const flaw = partitionFlaw(parts[at] ?? '');
		if (flaw !== undefined) return flaw;
	}
	return undefined;
}
