// Completion of values in [X-Fleet]: units and globs of the workspace, metadata and machines that are known, each where
// the key asks for it, with quotes where a second item needs them.

import type { LintContext } from '../rules/settings.ts';
import { touches } from '../syntax/span.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';
import { emptyWorkspace } from '../workspace/model.ts';
import type { CompletionItem, Completions } from './complete.ts';
import { currentKey, type ItemPlace, isSplitAtBlanks, itemPlace } from './fleet-items.ts';
import { metadataCandidates } from './fleet-metadata-values.ts';
import { globCandidates, peerCandidates } from './fleet-unit-values.ts';
import { dotted, listed } from './phrases.ts';
import { sortText } from './sort-text.ts';

/** Something to write as an item of a value. */
export interface Candidate {
	readonly text: string;
	readonly detail: string;
	/** More is to be written behind it, so it does not fit between quotes that are closed. */
	readonly isBeginning?: true;
}

/** The items for the caret at `offset` in the value of an entry of [X-Fleet]. */
export function fleetValueCompletions(
	unit: UnitFile,
	{ key, value }: Entry,
	offset: number,
	context: LintContext,
): Completions | undefined {
	const name = currentKey(key.text);
	if (name === undefined) return undefined;
	const place = holdsSeveral.has(name)
		? itemPlace(value, offset, isSplitAtBlanks(name, context.fleetRelease))
		: wholePlace(value, offset);
	const items = candidatesFor(name, unit, context)
		.filter(({ text }) => text === place.current || !place.others.includes(text))
		.filter(({ isBeginning }) => !isBeginning || !place.quoted)
		.map((candidate, index) => toItem(candidate, index, place));
	return { replace: place.replace, about: { kind: 'value', section: 'X-Fleet', key: name }, items };
}

const holdsSeveral: ReadonlySet<string> = new Set(['MachineOf', 'MachineMetadata', 'Conflicts', 'Replaces']);

function candidatesFor(key: string, unit: UnitFile, context: LintContext): readonly Candidate[] {
	const view = context.workspace ?? emptyWorkspace;
	switch (key) {
		case 'MachineOf':
			return peerCandidates(view, unit, context);
		case 'Conflicts':
		case 'Replaces':
			return globCandidates(key, view, unit, context);
		case 'MachineMetadata':
			return metadataCandidates(view);
		case 'MachineID':
			return view.machines.map(({ id, primaryIP, metadata }) => ({
				text: id,
				detail: dotted([primaryIP, listed(metadata)]),
			}));
		case 'Global':
			return [{ text: 'true', detail: 'on every machine that has the metadata' }];
		default:
			return [];
	}
}

function toItem({ text, detail }: Candidate, index: number, place: ItemPlace): CompletionItem {
	const filterText = place.filter(text);
	return {
		label: text,
		kind: 'value',
		detail,
		insertText: place.write(text),
		...(filterText !== text && { filterText }),
		sortText: sortText(index),
		sinks: false,
	};
}

function wholePlace({ text, span }: Entry['value'], offset: number): ItemPlace {
	const replace = text !== '' && touches(span, offset) ? span : { start: offset, end: offset };
	return { replace, current: text, others: [], quoted: false, write: (item) => item, filter: (item) => item };
}
