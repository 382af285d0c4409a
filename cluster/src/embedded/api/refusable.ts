// Values that may be a refusal instead, so that checks can be done one after the other.

import { type ApiAnswer, refusal } from './answer.ts';

/** A value, or the answer that refuses the request. */
export type Refusable<T> = T | Refusal;

/** Wraps an answer, to be told from other values. */
export interface Refusal {
	readonly kind: 'refusal';
	readonly answer: ApiAnswer;
}

/** A refusal with a status and fleet's message. */
export function refuse(code: number, message?: string): Refusal {
	return { kind: 'refusal', answer: refusal(code, message) };
}

/** Whether a value is a refusal. */
export function isRefusal(value: unknown): value is Refusal {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refusal';
}

/** Whether a value is a text. */
export function isText(value: unknown): value is string {
	return typeof value === 'string';
}
