// How things stand when the user gave up: of each unit what was done, what is still under way without us, and what was
// not begun.

import type { OperationResult, UnitResult } from '../../../cluster/src/operations/outcome.ts';
import { unitWords } from './unit-words.ts';

/** The account, line by line. */
export function account(results: OperationResult): readonly string[] {
	return ['given up; this is how things stand:', ...results.map((result) => `  ${result.name}: ${standing(result)}`)];
}

function standing({ outcome, view }: UnitResult): string {
	const now = view.unit === undefined && view.states.length === 0 ? undefined : unitWords(view);
	switch (outcome.kind) {
		case 'not-begun':
			return 'not begun; nothing was asked for';
		case 'interrupted':
			if (outcome.asked === 'unknown') return 'being asked for just then; look whether it was';
			return `asked for, and goes on without you${now === undefined ? '' : `; it is ${now}`}`;
		case 'reached':
			return `done${now === undefined ? '' : `: ${now}`}`;
		case 'unchanged':
			return 'was so already';
		case 'triggered':
			return 'asked for';
		case 'failed':
			return `failed: ${outcome.reason}`;
		case 'error':
			return `failed: ${outcome.error.message}`;
		case 'timed-out':
			return `timed out${now === undefined ? '' : `: ${now}`}`;
	}
}
