// Sets of file system types: `ext4 @network`, with a leading `~` all but those. Any type may exist in some kernel, but
// groups are systemd's own.

import { filesystemGroups } from '../catalogue/filesystem-groups.ts';
import type { Flaw } from './fault.ts';
import { wordItems, wordSpanAt } from './items.ts';
import { checkSet } from './judge.ts';
import { unknownWordFlaw, wordDrafts } from './unknown-word.ts';
import type { ValueBehaviour } from './value-kind.ts';

/** `RestrictFileSystems=`. */
export const filesystemSet: ValueBehaviour = {
	check: checkSet((text) => (text.startsWith('@') ? judgeGroup(text) : undefined)),
	complete: (value, offset, context) => wordItems(value, offset, context, drafts, /[\s~]/),
	describe: (value, offset) => {
		const span = wordSpanAt(value, offset, /[\s~]/);
		const group = filesystemGroups[value.slice(span.start, span.end)];
		if (group === undefined) return undefined;
		return { span, text: `${group.meaning}: ${group.members.trim().replace(/\s+/g, ' ')}` };
	},
};

const types = Object.values(filesystemGroups)
	.flatMap(({ members }) => members.split(/\s+/))
	.filter((name) => name !== '');

const drafts = [
	...Object.entries(filesystemGroups).map(([label, { meaning }]) => ({ label, detail: meaning })),
	...wordDrafts(types),
];

function judgeGroup(text: string): Flaw | undefined {
	if (text in filesystemGroups) return undefined;
	return unknownWordFlaw(text, 'group of file systems', Object.keys(filesystemGroups), 'check the name');
}
