// Hover inside [X-Fleet]: what a value means in this workspace and cluster, and what the whole section asks for. What a
// key is for stands in the catalogue, and is said by describe.ts.

import { describeRequirements } from '../fleet/describe-requirements.ts';
import { readOptions } from '../fleet/options.ts';
import { expandSpecifiers, requirementsOf } from '../fleet/requirements.ts';
import { validateOptions } from '../fleet/validate.ts';
import type { LintContext } from '../rules/settings.ts';
import type { Span } from '../syntax/span.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';
import { machineMarkdown, metadataMarkdown } from './fleet-hover-machines.ts';
import { globMarkdown, peerMarkdown } from './fleet-hover-units.ts';
import { currentKey, fleetItemAt, isSplitAtBlanks } from './fleet-items.ts';
import { ownName, ownRequirements } from './fleet-own.ts';
import { escapeMarkdown, inlineCode, paragraphs, shorten } from './markdown.ts';

/** Markdown about the item of a value at an offset; `undefined` where there is nothing to say of it. */
export function hoverFleetValue(
	unit: UnitFile,
	{ key, value }: Entry,
	offset: number,
	context: LintContext,
): { readonly span: Span; readonly markdown: string } | undefined {
	const name = currentKey(key.text);
	if (name === undefined) return undefined;
	const item = fleetItemAt(value, offset, isSplitAtBlanks(name, context.fleetRelease));
	if (item === undefined || item.text === '') return undefined;
	const own = ownName(context);
	const meant = own === undefined ? item.text : expandSpecifiers(item.text, own);
	const said = valueMarkdown(name, meant, unit, context);
	if (said === undefined) return undefined;
	const expanded = meant === item.text ? undefined : `Here it is ${inlineCode(shorten(meant, 200))}.`;
	const heading = `**${escapeMarkdown(shorten(item.text, 100))}** — ${said.what}`;
	return { span: item.span, markdown: paragraphs([heading, expanded, ...said.more]) };
}

/** What is said of a value: a phrase behind its name, and paragraphs. */
export interface ValueText {
	readonly what: string;
	readonly more: readonly (string | undefined)[];
}

function valueMarkdown(key: string, meant: string, unit: UnitFile, context: LintContext): ValueText | undefined {
	switch (key) {
		case 'MachineOf':
			return peerMarkdown(meant, context);
		case 'Conflicts':
		case 'Replaces':
			return globMarkdown(key, meant, context);
		case 'MachineMetadata':
			return metadataMarkdown(meant, ownRequirements(unit, context), context.workspace);
		case 'MachineID':
			return machineMarkdown(meant, context.workspace);
		default:
			return undefined;
	}
}

/** What the file as a whole asks of fleet, as a paragraph; or why fleet refuses it. */
export function requirementsMarkdown(unit: UnitFile, context: LintContext): string | undefined {
	if (context.file?.dropIn) return undefined;
	const { options, error } = readOptions(unit.text, context.fleetRelease);
	const refusal = error ?? validateOptions(options, context.fleetRelease);
	if (refusal !== undefined) return `As the file stands, **fleet refuses it**: ${escapeMarkdown(refusal)}.`;
	const own = ownName(context);
	const requirements = requirementsOf(options, own, context.fleetRelease);
	return `As the file stands, the unit **${escapeMarkdown(describeRequirements(requirements, own))}**.`;
}
