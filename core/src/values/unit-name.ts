// Names of units: lists of them for dependencies, one for what a unit starts, slices, and what systemctl links.

import { oldestRelease } from '../catalogue/directive.ts';
import { specialUnits } from '../catalogue/special-units.ts';
import { type UnitKind, unitKindNames } from '../catalogue/unit-kinds.ts';
import type { Flaw } from './fault.ts';
import { type ItemDraft, wordItems, wordSpanAt } from './items.ts';
import { checkWhole, checkWords } from './judge.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour, ValueContext } from './value-kind.ts';

/** Lists of dependencies; quotes are part of a name. */
export const unitDependency: ValueBehaviour = {
	check: checkWords(judgeDependency, { quoting: { retainEscape: true } }),
	complete: (value, offset, context) => wordItems(value, offset, context, unitDrafts()),
	describe: describeUnit,
};

/** What `Unit=`, `Service=`, `Sockets=` and `Slice=` name, and what [Install] names. */
export const unitName: ValueBehaviour = {
	check: (value, context) => (checks[context.directive.key] ?? checkInstall)(value, context),
	complete: (value, offset, context) => wordItems(value, offset, context, unitDrafts(allowedKinds(context))),
	describe: describeUnit,
};

/** What is wrong with a text that should be the name of a unit; templates are units here. */
export function unitNameFlaw(text: string): Flaw | undefined {
	const dot = text.lastIndexOf('.');
	const stem = text.slice(0, Math.max(0, dot));
	const fine = kinds.has(text.slice(dot + 1)) && stemForm.test(stem) && text.length <= 255;
	return fine ? undefined : explainFlaw(text, dot, stem);
}

const kinds: ReadonlySet<string> = new Set(unitKindNames);
/** Not empty, and not only an instance. */
const stemForm = /^(?!@)[A-Za-z0-9:_.\\@-]+$/;

function explainFlaw(text: string, dot: number, stem: string): Flaw {
	const what = `\`${plain(text)}\` is no name of a unit`;
	if (/^["']/.test(text)) {
		const advice = 'remove the quotes: they are part of the name here';
		return { what, advice, instead: text.replace(/["']/g, '') };
	}
	if (dot === -1 || !kinds.has(text.slice(dot + 1))) return withoutSuffix(text, what);
	if (stem.startsWith('@')) return { what, advice: 'write a name before the `@`' };
	return stemForm.test(stem) ? { what, advice: 'it has 255 characters at the most' } : wrongCharacter(text, stem, what);
}

/** [Install] is read by `systemctl enable`, which gives up at a name that is none. */
const checkInstall = checkWords(
	(text, context) => {
		const flaw = unitNameFlaw(text) ?? aliasFlaw(text, context);
		return flaw && { ...flaw, what: `${flaw.what}, and \`systemctl enable\` fails`, effect: 'misled' };
	},
	{ quoting: { unquote: true, retainEscape: true } },
);

/** Another name of a unit has the suffix of its own. */
function aliasFlaw(text: string, { directive, file }: ValueContext): Flaw | undefined {
	const kind = file?.kind;
	if (directive.key !== 'Alias' || kind === undefined || text.endsWith(`.${kind}`)) return undefined;
	return { what: `\`${plain(text)}\` is no other name for a ${kind}`, advice: `end it in \`.${kind}\`` };
}

const checks: Readonly<Record<string, ValueBehaviour['check']>> = {
	Unit: checkWhole((text, context) => judgeTrigger(text, context)),
	Service: checkWhole((text) => judgeOfKind(text, 'service')),
	Sockets: checkWords((text) => judgeOfKind(text, 'socket', 'templates'), { quoting: { retainEscape: true } }),
	Slice: checkWhole((text, context) => judgeSlice(text, context)),
};

/** Globs have a rule of their own, which knows what they are likely to stand for. */
function judgeDependency(text: string): Flaw | undefined {
	return /[*?[\]]/.test(text) ? undefined : (unitNameFlaw(text) ?? sliceFlaw(text));
}

/** A template is fine: it gets the instance, or the name, of the unit that names it. */
function judgeTrigger(text: string, { file }: ValueContext): Flaw | undefined {
	const flaw = unitNameFlaw(text) ?? sliceFlaw(text);
	if (flaw !== undefined) return flaw;
	return text === file?.unit ? { what: 'a unit cannot start itself', advice: 'name another unit' } : undefined;
}

function sliceFlaw(text: string): Flaw | undefined {
	if (!text.endsWith('.slice') || !text.includes('@')) return undefined;
	return { what: 'slices are no templates and have no instances', advice: 'use `-` for levels' };
}

function judgeOfKind(text: string, kind: UnitKind, templates?: 'templates'): Flaw | undefined {
	if (!text.endsWith(`.${kind}`)) {
		const what = `\`${plain(text)}\` is no ${kind}`;
		return text.includes('.') || unitNameFlaw(`${text}.${kind}`)
			? { what, advice: `name a ${kind}` }
			: { what, instead: `${text}.${kind}` };
	}
	return unitNameFlaw(text) ?? (templates === undefined ? templateFlaw(text) : undefined);
}

function judgeSlice(text: string, context: ValueContext): Flaw | undefined {
	if (context.file?.kind === 'slice') return { what: 'a slice lies where its name says', advice: 'remove the line' };
	return judgeOfKind(text, 'slice', 'templates') ?? sliceFlaw(text) ?? sliceLevelFlaw(text);
}

/** `-` parts the levels of a slice, so none may be empty; systemd finds that out when it starts the slice. */
export function sliceLevelFlaw(text: string): Flaw | undefined {
	if (text === '-.slice' || !/(?:^-|--|-\.slice$)/.test(text)) return undefined;
	return {
		what: `a level of \`${plain(text)}\` has no name`,
		advice: 'put names on both sides of each `-`',
		effect: 'misled',
	};
}

function templateFlaw(text: string): Flaw | undefined {
	return /@\.[a-z]+$/.test(text)
		? { what: `\`${plain(text)}\` is a template`, advice: 'name an instance of it' }
		: undefined;
}

function withoutSuffix(text: string, what: string): Flaw {
	const known = specialUnits.find(({ name }) => name.slice(0, name.lastIndexOf('.')) === text)?.name;
	if (known !== undefined) return { what, instead: known };
	const fine = /^[A-Za-z0-9:_\\@-]+$/.test(text) && !/^[\d-]/.test(text);
	return fine ? { what, instead: `${text}.service` } : { what, advice: 'end it in a suffix such as `.service`' };
}

function wrongCharacter(text: string, stem: string, what: string): Flaw {
	if (stem.includes(',')) return { what, instead: text.replace(/,\s*/g, ' '), advice: 'put blanks between units' };
	return { what, advice: 'use letters, digits and `:-_.\\@`' };
}

function allowedKinds({ directive }: ValueContext): UnitKind | undefined {
	return ({ Service: 'service', Sockets: 'socket', Slice: 'slice' } as const)[directive.key];
}

function unitDrafts(kind?: UnitKind): readonly ItemDraft[] {
	const fitting = kind === undefined ? specialUnits : specialUnits.filter(({ name }) => name.endsWith(`.${kind}`));
	return fitting.map(({ name, meaning, since = oldestRelease }) => ({ label: name, detail: meaning, since }));
}

function describeUnit(value: string, offset: number) {
	const span = wordSpanAt(value, offset);
	const word = value.slice(span.start, span.end);
	const found = specialUnits.find(({ name }) => name === word);
	return found === undefined ? undefined : { span, text: found.meaning };
}
