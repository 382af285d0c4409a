// The words that a directive knows: those that completion offers, and the other spellings of truth values and signals.
// Collected once for each directive.

import type { Directive } from '../catalogue/directive.ts';
import { errorNumbers } from '../catalogue/error-names.ts';
import { latestRelease } from '../catalogue/latest-release.ts';
import type { ValueKind } from '../catalogue/value-kinds.ts';
import { readBoolean } from '../values/boolean.ts';
import { valueKinds } from '../values/kinds.ts';
import { readSignal } from '../values/signal.ts';
import type { TokenType } from './tokens.ts';
import { wordsOf } from './words.ts';

/** The type of a word that a directive knows; `undefined` for others, and for numbers. */
export function knownWordType(text: string, directive: Directive): TokenType | undefined {
	const words = knownWords(directive);
	if (takesErrors.has(directive.value) && errorNumbers.has(text)) return 'enumMember';
	if (takesBoolean.has(directive.value) && readBoolean(text) !== undefined) return 'enumMember';
	const isKnown = words.has(text) || (anyCase.has(directive.value) && words.has(text.toUpperCase()));
	if (takesSignals.has(directive.value) && isSignal(text)) return 'event';
	return isKnown ? 'enumMember' : undefined;
}

const anyCase: ReadonlySet<ValueKind> = new Set(['address-family-set', 'capability-set']);
const takesSignals: ReadonlySet<ValueKind> = new Set(['exit-status-or-signal', 'signal']);
const takesErrors: ReadonlySet<ValueKind> = new Set(['errno-or-kill', 'syscall-filter']);
const takesBoolean: ReadonlySet<ValueKind> = new Set(['boolean', 'delegate', 'enum-or-boolean', 'namespace-set']);

function isSignal(text: string): boolean {
	return /^[A-Z]/.test(text) && readSignal(text) !== undefined;
}

const known = new WeakMap<Directive, ReadonlySet<string>>();

function knownWords(directive: Directive): ReadonlySet<string> {
	const found = known.get(directive) ?? collectWords(directive);
	known.set(directive, found);
	return found;
}

function collectWords(directive: Directive): ReadonlySet<string> {
	const context = { directive, section: 'Service', release: latestRelease, file: undefined } as const;
	const offered = valueKinds[directive.value].complete('', 0, context).map(({ label }) => label.replace(/[:=]$/, ''));
	const closed = wordsOf(directive).map(({ word }) => word);
	return new Set([...offered, ...closed].filter((word) => /^[@A-Za-z][^\s]*$/.test(word)));
}
