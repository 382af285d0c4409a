// Sets of kinds of namespaces: `user net`, with a leading `~` all but those, or a truth value for all or none.

import { namespaces } from '../catalogue/namespaces.ts';
import { readBoolean } from './boolean.ts';
import type { Flaw } from './fault.ts';
import { wordItems, wordSpanAt } from './items.ts';
import { checkSet } from './judge.ts';
import { knownMeantFlaw, tooNewFlaw, unknownWordFlaw, wordDrafts } from './unknown-word.ts';
import { noFaults, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `RestrictNamespaces=` and `DelegateNamespaces=`. One wrong word spoils the whole value. */
export const namespaceSet: ValueBehaviour = {
	check: (value, context) => (readBoolean(value) === undefined ? checkNamespaces(value, context) : noFaults),
	complete: (value, offset, context) =>
		wordItems(value, offset, context, context.directive.key === 'DelegateNamespaces' ? delegable : drafts, /[\s~]/),
	describe: (value, offset) => {
		const span = wordSpanAt(value, offset, /[\s~]/);
		const text = namespaces[value.slice(span.start, span.end)];
		return text === undefined ? undefined : { span, text };
	},
};

const checkNamespaces = checkSet(judgeNamespace, { quoting: {}, effect: 'skips-setting' });

const drafts = [
	...wordDrafts(['yes', 'no']),
	...Object.entries(namespaces).map(([label, detail]) => ({ label, detail })),
];

const delegable = drafts.filter(({ label }) => label !== 'user');

const longNames: ReadonlyMap<string, string> = new Map([
	['mount', 'mnt'],
	['network', 'net'],
	['process', 'pid'],
	['hostname', 'uts'],
]);

/** First release that knows this kind. */
const timeSince = 248;

function judgeNamespace(text: string, { directive, release }: ValueContext): Flaw | undefined {
	if (text === 'user' && directive.key === 'DelegateNamespaces') {
		return { what: 'the user namespace is the one that the others are delegated to', advice: 'remove `user`' };
	}
	if (text === 'time' && release < timeSince) return tooNewFlaw(text, timeSince, release);
	if (text in namespaces) return undefined;
	const meant = longNames.get(text.toLowerCase());
	return meant === undefined
		? unknownWordFlaw(text, 'kind of namespace', Object.keys(namespaces), 'write one such as `user`')
		: knownMeantFlaw(text, 'kind of namespace', meant, '');
}
