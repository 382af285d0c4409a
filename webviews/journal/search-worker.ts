// Tries regular expressions in a thread of its own, which can be stopped while it runs. Webviews may start a worker only
// from a text of theirs (`blob:`), so that is what it is.

import type { Searcher, Span } from './finders.ts';

/** What the thread does; the flags are those of `checkPattern`. */
export const workerCode = `
onmessage = ({ data: { id, pattern, texts } }) => {
	const expression = new RegExp(pattern, 'i');
	const spans = texts.map((text) => {
		const match = expression.exec(text);
		return match === null ? undefined : { from: match.index, to: match.index + match[0].length };
	});
	postMessage({ id, spans });
};
`;

/** A worker as browsers have it, as far as it is used. */
export interface WorkerLike {
	readonly postMessage: (message: unknown) => void;
	readonly onMessage: (listener: (data: unknown) => void) => void;
	readonly terminate: () => void;
}

/** A searcher in a worker that runs `workerCode`. */
export function searcherIn(worker: WorkerLike): Searcher {
	const waiting = new Map<number, (spans: readonly (Span | undefined)[]) => void>();
	let ids = 0;
	worker.onMessage((data) => {
		// It is our own code that answers, in the shape that stands above.
		const { id, spans } = data as { readonly id: number; readonly spans: readonly (Span | undefined)[] };
		waiting.get(id)?.(spans);
		waiting.delete(id);
	});
	return {
		search: (pattern, texts) =>
			new Promise((resolve) => {
				const id = ids++;
				waiting.set(id, resolve);
				worker.postMessage({ id, pattern, texts });
			}),
		stop: worker.terminate,
	};
}

/** A searcher in this browser. */
export function startSearcher(): Searcher {
	const address = URL.createObjectURL(new Blob([workerCode], { type: 'text/javascript' }));
	const worker = new Worker(address);
	return searcherIn({
		postMessage: (message) => worker.postMessage(message),
		onMessage: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
		terminate: () => {
			worker.terminate();
			URL.revokeObjectURL(address);
		},
	});
}
