// Changes that are tried on a cluster without anything being done: what they are, and a list of them in which there is
// one for each thing. What they bring about is worked out elsewhere.

import { type Decoder, toName, toNumber, toObject, toText, toWord } from '../../../cluster/src/decode.ts';
import { type DesiredState, desiredStates } from '../../../core/src/fleet/model.ts';

/** A change that is tried. */
export type Trial =
	/** The machine is gone. */
	| { readonly kind: 'down'; readonly machineId: string }
	/** The machine has other metadata, `key=value, key=` as it was typed. */
	| { readonly kind: 'metadata'; readonly machineId: string; readonly text: string }
	/** So many more instances of a template are started. */
	| { readonly kind: 'instances'; readonly template: string; readonly count: number }
	/** The unit is wanted otherwise. */
	| { readonly kind: 'desired'; readonly unit: string; readonly state: DesiredState };

/** More new instances than that are not tried at once. */
export const mostInstances = 50;

/** What a trial is about; two trials with the same key cannot be tried at once. */
export function trialKey(trial: Trial): string {
	switch (trial.kind) {
		case 'down':
		case 'metadata':
			return `${trial.kind} ${trial.machineId}`;
		case 'instances':
			return `${trial.kind} ${trial.template}`;
		case 'desired':
			return `${trial.kind} ${trial.unit}`;
	}
}

/** The trials with one more, which replaces one about the same. */
export function putTrial(trials: readonly Trial[], trial: Trial): readonly Trial[] {
	const key = trialKey(trial);
	const isKnown = trials.some((one) => trialKey(one) === key);
	return isKnown ? trials.map((one) => (trialKey(one) === key ? trial : one)) : [...trials, trial];
}

/** The trials without those about the same as one. */
export function dropTrial(trials: readonly Trial[], trial: Trial): readonly Trial[] {
	return trials.filter((one) => trialKey(one) !== trialKey(trial));
}

/** Checks a trial from outside. Throws a `DecodeFault`. */
export const toTrial: Decoder<Trial> = (value, place) => {
	const fields = toObject(value, place);
	const name = (key: string) => toName(fields[key], `${place}.${key}`);
	const kind = toWord(['down', 'metadata', 'instances', 'desired'])(fields['kind'], `${place}.kind`);
	switch (kind) {
		case 'down':
			return { kind, machineId: name('machineId') };
		case 'metadata':
			return { kind, machineId: name('machineId'), text: toText(fields['text'], `${place}.text`) };
		case 'instances':
			return { kind, template: name('template'), count: clampCount(toNumber(fields['count'], `${place}.count`)) };
		case 'desired':
			return { kind, unit: name('unit'), state: toDesiredState(fields['state'], `${place}.state`) };
	}
};

/** Checks a desired state. Throws a `DecodeFault`. */
export const toDesiredState: Decoder<DesiredState> = toWord(desiredStates);

/** A count of new instances that can be tried. */
export function clampCount(count: number): number {
	return Number.isFinite(count) ? Math.min(mostInstances, Math.max(1, Math.round(count))) : 1;
}
