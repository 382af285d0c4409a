// Services that do their work and are done: nothing can wait for their end, and nothing has to stop with them.

import type { UnitFile } from '../syntax/tree.ts';

/** Whether a unit is a one-shot service, such as one that makes a data volume. */
export function isJob({ sections }: UnitFile): boolean {
	return sections
		.filter(({ name }) => name === 'Service')
		.flatMap(({ entries }) => entries.filter(({ key }) => key.text === 'Type'))
		.some(({ value }) => value.text === 'oneshot');
}
