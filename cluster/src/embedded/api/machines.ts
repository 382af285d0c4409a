// GET /machines. Changing their metadata is in patch-machines.ts.

import { readMachines } from '../registry/reading.ts';
import type { Registry } from '../registry/registry.ts';
import { type ApiAnswer, jsonAnswer } from './answer.ts';
import { unlessEmpty } from './go-print.ts';
import { pageAsked, pageOf } from './pages.ts';
import { isRefusal } from './refusable.ts';

/** The machines that announce themselves. */
export function listMachines(registry: Registry, query: URLSearchParams): ApiAnswer {
	const page = pageAsked(query);
	if (isRefusal(page)) return page.answer;
	const { items, nextPageToken } = pageOf(readMachines(registry), page);
	const machines = items.map(({ id, primaryIP, metadata }) => ({
		id,
		metadata: Object.keys(metadata).length === 0 ? undefined : metadata,
		primaryIP: unlessEmpty(primaryIP),
	}));
	return jsonAnswer(200, { machines: unlessEmpty(machines), nextPageToken });
}
