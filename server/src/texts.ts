// The texts about directives, loaded when the first is wanted: they are longer than all tables of the core, and the start
// of the server need not wait for them. The build puts them beside the server as data.

import type { Connection } from 'vscode-languageserver/node';
import type { Texts } from '../../core/src/index.ts';

/** The texts, which a session may never need. */
export interface LazyTexts {
	/** What is loaded by now. */
	readonly current: () => Texts | undefined;
	/** Puts a handler off until they are loaded; it runs without them where that fails, and the log says why. */
	readonly before: <P, R>(handler: (params: P) => R) => (params: P) => Promise<R>;
}

/** Texts that nobody has asked for yet. */
export function createTexts({ console }: Connection): LazyTexts {
	let loading: Promise<void> | undefined;
	let loaded: Texts | undefined;
	const load = async () => {
		try {
			loaded = (await import('../../core/src/texts.ts')).texts;
		} catch (error) {
			console.error(`the texts about directives cannot be loaded, so hovers are short: ${String(error)}`);
		}
	};
	return {
		current: () => loaded,
		before: (handler) => async (params) => {
			loading ??= load();
			await loading;
			return handler(params);
		},
	};
}
