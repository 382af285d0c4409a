// Completion of values: behind a `%` specifiers, behind the `$` of a command variables, names of units where such are
// asked for, and otherwise what the value's kind offers, or shapes where the kind takes nearly anything.

import { oldestRelease } from '../catalogue/directive.ts';
import type { LintContext } from '../rules/settings.ts';
import { sourceSpan } from '../syntax/joined.ts';
import type { Entry, Section, UnitFile } from '../syntax/tree.ts';
import { valueKinds } from '../values/kinds.ts';
import type { ValueItem } from '../values/value-kind.ts';
import type { CompletionItem, Completions, ItemKind } from './complete.ts';
import { specifierItems } from './complete-specifiers.ts';
import { unitItems } from './complete-units.ts';
import { variableItems } from './complete-variables.ts';
import { fleetValueCompletions } from './fleet-values.ts';
import { dotted } from './phrases.ts';
import { sortText } from './sort-text.ts';
import { type TypedSetting, type TypedValue, typedSetting } from './typed-value.ts';
import { shapeItems } from './value-shapes.ts';

/** What the value at `offset` may be in the target release; of a list, what it has not got yet. */
export function valueCompletions(
	unit: UnitFile,
	place: { readonly section: Section | undefined; readonly entry: Entry },
	offset: number,
	context: LintContext,
): Completions | undefined {
	const typed = typedSetting(unit, place, offset, context);
	if (typed === undefined) return undefined;
	const { kind, items } = itemsAt(unit, typed, context);
	const [first] = items;
	if (first === undefined) {
		return typed.of.section === 'X-Fleet' ? fleetValueCompletions(unit, place.entry, offset, context) : undefined;
	}
	const { section, directive } = typed.of;
	const shown = items.length > most ? fewer(items, typed) : items;
	return {
		replace: sourceSpan(typed.value, first.replace.start, first.replace.end),
		about: { kind: 'value', section, key: directive.key },
		items: shown.map((item, index) => toItem(item, kind, index, directive.default)),
		isIncomplete: shown.length < items.length,
	};
}

/** As many as a person may want to look through; a large workspace has thousands of units. */
const most = 1000;

/** Of too many items those that have in them what is typed. */
function fewer(items: readonly ValueItem[], { value, index }: TypedValue): readonly ValueItem[] {
	const typed = value.text.slice(items[0]?.replace.start, index);
	return items.filter(({ label }) => label.includes(typed)).slice(0, most);
}

interface FoundItems {
	readonly kind: ItemKind;
	/** All replace the same. */
	readonly items: readonly ValueItem[];
}

function itemsAt(unit: UnitFile, { value: { text }, index, of }: TypedSetting, context: LintContext): FoundItems {
	const specifiers = specifierItems(text, index, of);
	if (specifiers !== undefined) return { kind: 'specifier', items: specifiers };
	if (of.section === 'X-Fleet') return { kind: 'value', items: [] };
	const variables = variableItems(unit, text, index, of);
	if (variables !== undefined) return { kind: 'variable', items: variables };
	const units = unitItems(text, index, of, context);
	if (units !== undefined) return { kind: 'unit', items: units };
	const own = valueKinds[of.directive.value].complete(text, index, of);
	return { kind: 'value', items: own.length > 0 ? own : shapeItems(text, index, of) };
}

function toItem(
	{ label, detail, insert = label, since = oldestRelease }: ValueItem,
	kind: ItemKind,
	index: number,
	usual: string | undefined,
): CompletionItem {
	const brought = since > oldestRelease && kind === 'value' ? `since ${since}` : '';
	return {
		label,
		kind,
		detail: dotted([detail, label === usual ? 'default' : '', brought]),
		insertText: insert,
		...(insert !== label && { filterText: insert }),
		sortText: sortText(index),
		sinks: false,
	};
}
