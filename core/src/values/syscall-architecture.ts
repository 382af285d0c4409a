// Lists of architectures whose system calls are allowed: `native x86`.

import { foreignArchitectures, syscallArchitectures } from '../catalogue/architectures.ts';
import type { Flaw } from './fault.ts';
import { wordItems } from './items.ts';
import { checkWords } from './judge.ts';
import { knownMeantFlaw, tooNewFlaw, unknownWordFlaw } from './unknown-word.ts';
import type { ValueBehaviour, ValueContext } from './value-kind.ts';

/** `SystemCallArchitectures=`. */
export const syscallArchitecture: ValueBehaviour = {
	check: checkWords(judgeArchitecture),
	complete: (value, offset, context) => wordItems(value, offset, context, drafts),
	describe: () => undefined,
};

const drafts = Array.from(syscallArchitectures, ([label, since]) => ({ label, detail: '', since }));

function judgeArchitecture(text: string, { release }: ValueContext): Flaw | undefined {
	const since = syscallArchitectures.get(text);
	if (since !== undefined) return since <= release ? undefined : tooNewFlaw(text, since, release);
	const meant = foreignArchitectures.get(text);
	return meant === undefined
		? unknownWordFlaw(text, 'architecture', syscallArchitectures.keys(), 'write one such as `native`')
		: knownMeantFlaw(text, 'architecture', meant, '');
}
