// What each condition asks for. systemd never says that it does not know a word: such a condition just never holds, or
// always.

import { architectures, foreignArchitectures } from '../catalogue/architectures.ts';
import { cgroupControllers } from '../catalogue/cgroup-controllers.ts';
import { comparisonOperators, securityTechnologies, virtualizations } from '../catalogue/condition-words.ts';
import { readBoolean } from './boolean.ts';
import { capabilityDrafts, judgeCapability } from './capability-set.ts';
import type { Flaw } from './fault.ts';
import type { ItemDraft } from './items.ts';
import type { Judge } from './judge.ts';
import { readUnsigned } from './numbers.ts';
import { readPermyriad } from './percent.ts';
import { plain } from './quote.ts';
import { readSize } from './size.ts';
import { unnoticedEffect, unnoticedFlaw } from './unnoticed.ts';
import type { ValueContext } from './value-kind.ts';

/** How the text of a condition is judged, and what may be written. */
export interface ConditionSubject {
	readonly judge: Judge;
	readonly drafts: readonly ItemDraft[];
}

/** By the name of the condition without `Condition` or `Assert`; the others take any text. */
export const conditionSubjects: Readonly<Record<string, ConditionSubject>> = {
	ACPower: { judge: judgeBoolean, drafts: booleans() },
	Architecture: { judge: judgeArchitecture, drafts: words(['native', ...architectures]) },
	CPUs: { judge: (text) => judgeComparison(text, (value) => readUnsigned(value)), drafts: words(['>=2']) },
	Capability: { judge: judgeCapability, drafts: capabilityDrafts },
	ControlGroupController: { judge: judgeController, drafts: words(['v1', 'v2', ...cgroupControllers.keys()]) },
	FirstBoot: { judge: judgeBoolean, drafts: booleans() },
	Fraction: { judge: judgeFraction, drafts: [] },
	Memory: { judge: (text) => judgeComparison(text, (value) => readSize(value, 1024)), drafts: words(['>=1G']) },
	Security: { judge: oneOf('security technology', securityTechnologies), drafts: table(securityTechnologies) },
	Virtualization: {
		judge: (text) => (readBoolean(text) === undefined ? judgeVirtualization(text) : undefined),
		drafts: [...booleans(), ...table(virtualizations)],
	},
};

const judgeVirtualization = oneOf('kind of virtualization', virtualizations);

function oneOf(noun: string, known: Readonly<Record<string, string>>): (text: string) => Flaw | undefined {
	return (text) => (text in known ? undefined : unnoticedFlaw(text, noun, Object.keys(known)));
}

function judgeBoolean(text: string): Flaw | undefined {
	return readBoolean(text) === undefined
		? unnoticedFlaw(text, 'truth value', ['yes', 'no', 'true', 'false'])
		: undefined;
}

function judgeArchitecture(text: string): Flaw | undefined {
	if (text === 'native' || architectures.includes(text)) return undefined;
	const meant = foreignArchitectures.get(text);
	const flaw = unnoticedFlaw(text, 'architecture', architectures);
	return meant === undefined ? flaw : { ...flaw, effect: 'misled', instead: meant };
}

function judgeController(text: string): Flaw | undefined {
	if (text === 'v1' || text === 'v2') return undefined;
	const wrong = text.split(/\s+/).find((word) => !cgroupControllers.has(word));
	return wrong === undefined
		? undefined
		: unnoticedFlaw(wrong, 'controller of control groups', cgroupControllers.keys());
}

/** A number, with an operator in front or not. */
function judgeComparison(text: string, read: (text: string) => number | string | undefined): Flaw | undefined {
	const operator = comparisonOperators.find((candidate) => text.startsWith(candidate)) ?? '';
	const value = text.slice(operator.length).trim();
	if (typeof read(value) === 'number') return undefined;
	return {
		what: `\`${plain(text)}\` is no comparison with a number, and systemd says nothing`,
		advice: 'write such as `>=2`',
		effect: unnoticedEffect(text),
	};
}

/** `name percentage`, of the share of machines that take part. */
function judgeFraction(text: string, { release }: ValueContext): Flaw | undefined {
	const share = readPermyriad(text.split(/\s+/).at(-1) ?? '', release);
	if (share !== undefined && share <= 10_000) return undefined;
	return {
		what: `\`${plain(text)}\` is no share of the machines, and systemd says nothing`,
		advice: 'end it in a percentage',
		effect: unnoticedEffect(text),
	};
}

function booleans(): readonly ItemDraft[] {
	return words(['yes', 'no']);
}

function words(labels: readonly string[]): readonly ItemDraft[] {
	return labels.map((label) => ({ label, detail: '' }));
}

function table(known: Readonly<Record<string, string>>): readonly ItemDraft[] {
	return Object.entries(known).map(([label, detail]) => ({ label, detail }));
}
