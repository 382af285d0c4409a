// Completion of unit names: the units of the workspace, those of connected clusters, and the special units of systemd,
// as far as the directive takes them. Names in [X-Fleet] are fleet's: fleet-unit-values.ts.

import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import { takenKinds, usualDependencies, usualTargets } from '../catalogue/usual-units.ts';
import type { LintContext } from '../rules/settings.ts';
import { type ItemDraft, wordItems } from '../values/items.ts';
import { valueKinds } from '../values/kinds.ts';
import type { ValueContext, ValueItem } from '../values/value-kind.ts';
import { emptyWorkspace, type IndexedFile, type WorkspaceView } from '../workspace/model.ts';
import { isTemplateName } from '../workspace/names.ts';
import { namesUnits, namesUnitsOnEnable } from '../workspace/references-of.ts';
import { shorten } from './markdown.ts';
import { dotted } from './phrases.ts';

/** Units for the caret at an index of a value; `undefined` for directives that name none. */
export function unitItems(
	value: string,
	index: number,
	context: ValueContext,
	{ workspace = emptyWorkspace }: LintContext,
): readonly ValueItem[] | undefined {
	const { directive, file } = context;
	if (!namesUnits(directive)) return undefined;
	const drafts = [...ofWorkspace(workspace, context), ...ofClusters(workspace, file)];
	const own = wordItems(value, index, context, drafts.filter(isTaken(context)));
	const names = new Set(own.map(({ label }) => label));
	const special = valueKinds['unit-name'].complete(value, index, context);
	const others = special.filter(isTaken(context)).filter(({ label }) => !names.has(label));
	// On enabling, a target is what nearly everybody wants; dependencies begin with the project's own units.
	return namesUnitsOnEnable(directive)
		? [...own, ...others].sort(byUsage(usualTargets[file?.kind ?? 'service'] ?? []))
		: [...own, ...others.sort(byUsage(usualDependencies))];
}

/** A template is offered as the instance that goes with this unit, and by itself where that is what is asked for. */
function ofWorkspace(view: WorkspaceView, { directive, file }: ValueContext): readonly ItemDraft[] {
	const takesTemplates = directive.key === 'Also' || directive.key === 'Sockets';
	return [...view.byUnit].flatMap(([name, [first]]) => {
		const label = isTemplateName(name) && !takesTemplates ? instanceFor(name, file) : name;
		if (first === undefined || label === undefined || name === file?.unit) return [];
		return [{ label, detail: dotted([describe(first), view.unitStates.get(label)]) }];
	});
}

/** The instance of a template that a unit means when it is an instance, or a template, itself. */
function instanceFor(template: string, file: UnitFileName | undefined): string | undefined {
	if (file?.instance === undefined) return undefined;
	return template.replace('@.', `@${file.instance === '' ? '%i' : file.instance}.`);
}

function describe({ description, path }: IndexedFile): string {
	return shorten(description ?? path, 80);
}

/** Units that only a cluster has. */
function ofClusters({ unitStates, byUnit }: WorkspaceView, own: UnitFileName | undefined): readonly ItemDraft[] {
	return [...unitStates]
		.filter(([name]) => name !== own?.unit && !byUnit.has(name) && !isTemplateName(name))
		.map(([label, detail]) => ({ label, detail }));
}

function isTaken({ directive, file }: ValueContext): (draft: ItemDraft) => boolean {
	const kinds: readonly string[] | undefined =
		directive.key === 'Alias' && file?.kind !== undefined ? [file.kind] : takenKinds[directive.key];
	return ({ label }) => kinds === undefined || kinds.includes(label.slice(label.lastIndexOf('.') + 1));
}

/** Those of a list first, in its order, then targets, then all others as they stand. */
function byUsage(usual: readonly string[]): (a: ItemDraft, b: ItemDraft) => number {
	const rank = ({ label }: ItemDraft) => {
		const at = usual.indexOf(label);
		return at === -1 ? usual.length + (label.endsWith('.target') ? 0 : 1) : at;
	};
	return (a, b) => rank(a) - rank(b);
}
