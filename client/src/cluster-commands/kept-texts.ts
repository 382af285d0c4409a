// Units that an operation left with another text than the file here has: all went well, and not as one may think. Telling
// it is tell-kept-texts.ts.

import type { OperationEvent } from '../../../cluster/src/operations/context.ts';

/** The name of a unit that keeps its text, or is made from another one than the file's, according to an event. */
export function keptUnit(event: OperationEvent): string | undefined {
	if (event.kind === 'differs') return event.name;
	return event.kind === 'warning' && event.template !== undefined ? event.name : undefined;
}

/** What is told of such units: `web.service has another text there than the file here, and keeps it`. */
export function keptText(units: readonly string[]): string {
	const [only, ...others] = units;
	const have = others.length === 0 ? `${only} has` : `${units.join(', ')} have`;
	return `${have} another text there than the file here, and ${others.length === 0 ? 'keeps' : 'keep'} it`;
}
