// Hover over the name of another unit: what its file says it is, and how it is on the connected clusters. Nothing where
// neither is known. Names in [X-Fleet] are fleet's: fleet-hover-units.ts.

import type { LintContext } from '../rules/settings.ts';
import { touches } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { expandName, filesNamed } from '../workspace/names.ts';
import { referencesOf } from '../workspace/references-of.ts';
import type { Hover } from './hover.ts';
import { bullets, escapeMarkdown, inlineCode, paragraphs, shorten } from './markdown.ts';

/** What there is to say about the name of a unit at `offset`. */
export function hoverUnitName(unit: UnitFile, offset: number, { workspace, file }: LintContext): Hover | undefined {
	const reference = referencesOf(unit).find(({ span }) => touches(span, offset));
	if (reference === undefined || workspace === undefined) return undefined;
	const name = file === undefined ? reference.name : expandName(reference.name, file);
	const files = filesNamed(workspace, name);
	const description = files.find((one) => one.description !== undefined)?.description;
	const state = workspace.unitStates.get(name);
	if (files.length === 0 && state === undefined) return undefined;
	const rows = [description, ...files.map(({ path }) => path)].map(
		(text) => text && escapeMarkdown(shorten(text, 160)),
	);
	const live = state === undefined ? undefined : `on the cluster: ${escapeMarkdown(state)}`;
	return { span: reference.span, markdown: paragraphs([inlineCode(shorten(name, 80)), bullets([...rows, live])]) };
}
