// Asks a value kind the way a person reads the answer: the value with marks under its faults, the labels of items, the
// text of a note. A caret `<|>` in a value is the offset that is asked about.

import { findDirective } from '../../core/src/catalogue/lookup.ts';
import type { SectionName } from '../../core/src/catalogue/section-name.ts';
import { readUnitFileName } from '../../core/src/catalogue/unit-file-name.ts';
import { valueKinds } from '../../core/src/values/kinds.ts';
import type { Moment, ValueContext } from '../../core/src/values/value-kind.ts';

/** What differs from a service for the newest release. */
export interface AskOptions {
	readonly section?: SectionName;
	readonly release?: number;
	readonly file?: string;
	readonly now?: Moment;
}

/** Marks and messages under the value, a line for each fault; `fine` if there are none. */
export function faultsOf(key: string, value: string, options: AskOptions = {}): string {
	const { behaviour, context } = askedOf(key, options);
	const faults = behaviour.check(value, context).map(({ span, effect, message, fix }) => {
		const mark = ' '.repeat(span.start) + '^'.repeat(Math.max(1, span.end - span.start));
		return `${mark} ${effect}: ${message}${fix === undefined ? '' : ` → ${fixed(value, fix)}`}`;
	});
	return faults.length === 0 ? 'fine' : [value, ...faults].join('\n');
}

/** The labels of what may be written at the caret, or at the end. */
export function itemsOf(key: string, value: string, options: AskOptions = {}): readonly string[] {
	const { behaviour, context } = askedOf(key, options);
	const { text, offset } = withoutCaret(value);
	return behaviour.complete(text, offset, context).map(({ label }) => label);
}

/** The value after an item of that label is taken. */
export function completed(key: string, value: string, label: string, options: AskOptions = {}): string | undefined {
	const { behaviour, context } = askedOf(key, options);
	const { text, offset } = withoutCaret(value);
	const item = behaviour.complete(text, offset, context).find((candidate) => candidate.label === label);
	return item && fixed(text, { span: item.replace, text: item.insert ?? item.label });
}

/** What the value means at the caret, or at its start. */
export function noteOf(key: string, value: string, options: AskOptions = {}): string | undefined {
	const { behaviour, context } = askedOf(key, options);
	const { text, offset } = withoutCaret(value);
	return behaviour.describe(text, value.includes('<|>') ? offset : 0, context)?.text.replaceAll('\u202f', ' ');
}

function askedOf(key: string, { section = 'Service', release = 262, file = 'web.service', now }: AskOptions) {
	const directive = findDirective(section, key);
	if (directive === undefined) throw new Error(`[${section}] has no ${key}`);
	const context: ValueContext = { directive, section, release, file: readUnitFileName(file), ...(now && { now }) };
	return { behaviour: valueKinds[directive.value], context };
}

function withoutCaret(value: string): { readonly text: string; readonly offset: number } {
	const offset = value.indexOf('<|>');
	return offset === -1 ? { text: value, offset: value.length } : { text: value.replace('<|>', ''), offset };
}

function fixed(
	value: string,
	{ span, text }: { readonly span: { start: number; end: number }; readonly text: string },
) {
	return value.slice(0, span.start) + text + value.slice(span.end);
}
