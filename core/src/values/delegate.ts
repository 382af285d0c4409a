// Controllers of control groups: those that are delegated, or taken away from all below.

import { cgroupControllers } from '../catalogue/cgroup-controllers.ts';
import { nearest } from '../catalogue/nearest.ts';
import { readBoolean } from './boolean.ts';
import type { Flaw, ValueFault } from './fault.ts';
import { wordItems } from './items.ts';
import { checkWords } from './judge.ts';
import { plain } from './quote.ts';
import { wordDrafts } from './unknown-word.ts';
import { unnoticedEffect } from './unnoticed.ts';
import { noFaults, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `Delegate=`: a truth value, or controllers. */
export const delegate: ValueBehaviour = {
	check: (value, context) => (readBoolean(value) === undefined ? checkControllers(value, context) : noFaults),
	complete: (value, offset, context) =>
		wordItems(value, offset, context, [...wordDrafts(['yes', 'no']), ...controllers]),
	describe: () => undefined,
};

/** `DisableControllers=`: systemd looks whether any of the words is a controller, no more. */
export const cgroupController: ValueBehaviour = {
	check: checkAny,
	complete: (value, offset, context) => wordItems(value, offset, context, controllers),
	describe: () => undefined,
};

const controllers = Array.from(cgroupControllers, ([label, since]) => ({ label, detail: '', since }));
const checkControllers = checkWords(judgeController);

function isController(text: string, release: number): boolean {
	return (cgroupControllers.get(text) ?? Number.POSITIVE_INFINITY) <= release;
}

function judgeController(text: string, { release }: ValueContext): Flaw | undefined {
	if (isController(text, release)) return undefined;
	const near = nearest(text, cgroupControllers.keys());
	const what = `\`${plain(text)}\` is no controller of control groups`;
	return near === undefined ? { what, advice: 'use such as `cpu`, `io`, `memory`, `pids`' } : { what, instead: near };
}

function checkAny(value: string, context: ValueContext): readonly ValueFault[] {
	const known = value.split(/\s+/).some((word) => isController(word, context.release));
	return (known ? checkSilent : checkAll)(value, context);
}

const checkAll = checkWords(judgeController, { quoting: {} });
const checkSilent = checkWords(
	(text, context) => {
		const flaw = judgeController(text, context);
		return flaw && { ...flaw, effect: flaw.instead === undefined ? unnoticedEffect(text) : 'misled' };
	},
	{ quoting: {} },
);
