// The door to the language server: loads what is behind it when a unit file is opened or a command asks for it.

import type * as vscode from 'vscode';
import type { Language } from './language.ts';

/** The language server, loaded or not. */
export interface LazyLanguage extends vscode.Disposable {
	/** Loads it where it is not loaded yet. */
	readonly load: () => Promise<Language>;
	/** Does something once it is loaded, which may be never; what that gives is disposed of with what this gives. */
	readonly whenLoaded: (work: (language: Language) => vscode.Disposable) => vscode.Disposable;
}

/** Loads nothing yet. */
export function createLazyLanguage(serverPath: string, output: vscode.LogOutputChannel): LazyLanguage {
	let loading: Promise<Language> | undefined;
	let tellLoaded: (language: Promise<Language>) => void = () => {};
	const loaded = new Promise<Language>((resolve) => {
		tellLoaded = resolve;
	});
	const load = () => {
		if (loading === undefined) {
			loading = import('./language.ts').then(({ createLanguage }) => createLanguage(serverPath, output));
			tellLoaded(loading);
		}
		return loading;
	};
	return {
		load,
		whenLoaded: (work) => disposableOf(loaded.then(work)),
		dispose: () => disposableOf(loading).dispose(),
	};
}

/** Ends what is still on its way, too. */
function disposableOf(made: Promise<vscode.Disposable> | undefined): vscode.Disposable {
	return { dispose: () => void made?.then((one) => one.dispose()) };
}
