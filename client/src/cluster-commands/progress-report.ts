// What a notification of progress says while an operation goes on: its last step, and how much is done where that can
// be counted.

import type { OperationEvent } from '../../../cluster/src/operations/context.ts';
import { eventText } from './operation-texts.ts';

/** What VS Code takes: a text in place of the last one, and per cent on top of the last ones. */
export interface Progress {
	readonly message?: string;
	readonly increment?: number;
}

/** Makes of each event what is to be shown of it. `title` is what the notification says all the time. */
export function progressOf(title: string): (event: OperationEvent) => Progress | undefined {
	let count = '';
	let shown = 0;
	return (event) => {
		const text = eventText(event);
		if (event.kind === 'batch') {
			const percent = (100 * event.done) / Math.max(1, event.total);
			const increment = percent - shown;
			shown = percent;
			count = `${event.done} of ${event.total} done, `;
			return { message: count + event.names.join(', '), increment };
		}
		return text === undefined ? undefined : { message: count + withoutName(text, title) };
	};
}

/** A step need not name the one unit that the title names. */
function withoutName(step: string, title: string): string {
	const [name = '', ...rest] = step.split(': ');
	return rest.length > 0 && title.endsWith(` ${name}`) ? rest.join(': ') : step;
}
