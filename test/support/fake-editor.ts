// VS Code as far as commands about clusters need it, for tests that put it in place of the module `vscode`. What is asked
// and told is written down; answers come from the test. Nothing is drawn.

import { readFile } from 'node:fs/promises';

/** What was asked and told, in order: a dialog with its detail and buttons, a list with its labels, a box, a message. */
export const told: string[] = [];

/** What was copied last. */
export const clipboard = { text: '' };

/** Answers to come, in order: a button, the label of a choice, a text that is typed; `undefined` gives up. */
const answers: (string | undefined)[] = [];

/** Forgets what was asked and told, and answers what will be. */
export function answerWith(...next: readonly (string | undefined)[]): void {
	told.length = 0;
	answers.length = 0;
	answers.push(...next);
}

interface Choice {
	readonly title?: string;
	readonly label?: string;
}

type Item = string | Choice;

const wordsOf = (item: Item) => (typeof item === 'string' ? item : (item.title ?? item.label ?? ''));

function choose(items: readonly Item[]): Item | undefined {
	const wanted = items.length === 0 ? undefined : answers.shift();
	const found = items.find((item) => wordsOf(item) === wanted);
	if (wanted !== undefined && found === undefined) throw new Error(`there is no ${wanted}: ${told.at(-1)}`);
	return found;
}

async function message(text: string, ...rest: readonly (Item | { readonly detail?: string })[]) {
	const options = rest.find((one): one is { readonly detail?: string } => typeof one !== 'string' && 'modal' in one);
	const items = rest.filter((one): one is Item => one !== options);
	const detail = options?.detail === undefined ? '' : `\n${options.detail}`;
	told.push(`${text}${detail}${items.map((item) => ` [${wordsOf(item)}]`).join('')}`);
	return choose(items);
}

class Uri {
	readonly scheme = 'file';
	readonly fsPath: string;
	constructor(fsPath: string) {
		this.fsPath = fsPath;
	}
	static file(fsPath: string): Uri {
		return new Uri(fsPath);
	}
}

class EventEmitter<T> {
	readonly #listeners = new Set<(event: T) => void>();
	readonly event = (listener: (event: T) => void) => {
		this.#listeners.add(listener);
		return { dispose: () => this.#listeners.delete(listener) };
	};
	fire(event: T): void {
		for (const listener of this.#listeners) listener(event);
	}
}

class Disposable {
	readonly dispose: () => void;
	constructor(dispose: () => void) {
		this.dispose = dispose;
	}
	static from(...all: readonly { dispose(): unknown }[]): Disposable {
		return new Disposable(() => {
			for (const one of all) one.dispose();
		});
	}
}

/** A view with rows, as far as one can see it: what it says, and whether it is seen. */
export class FakeTreeView {
	visible = true;
	message: string | undefined;
	badge: { readonly value: number; readonly tooltip: string } | undefined;
	readonly expanded = new EventEmitter<{ readonly element: string }>();
	readonly shown = new EventEmitter<{ readonly visible: boolean }>();
	readonly onDidExpandElement = this.expanded.event;
	readonly onDidChangeVisibility = this.shown.event;
	readonly dispose = () => {};
}

/** The window, and whether it is in front. */
export const fakeWindow = { state: { focused: true }, changed: new EventEmitter<unknown>() };

/** An item of the status bar. */
export class FakeStatusBarItem {
	text = '';
	isShown = false;
	readonly show = () => {
		this.isShown = true;
	};
	readonly hide = () => {
		this.isShown = false;
	};
	readonly dispose = () => {};
}

/** The items of the status bar, by their ids. */
export const statusBar = new Map<string, FakeStatusBarItem>();

/** A document was saved. */
export const saved = new EventEmitter<{
	readonly languageId: string;
	readonly fileName: string;
	readonly getText: () => string;
}>();

/** Settings by name below `fleetUnits`; those that are absent are as usual. */
export const settings = new Map<string, unknown>();

/** Keys for menus, as they were set last. */
export const contextKeys = new Map<unknown, unknown>();

async function runCommand(command: string, ...args: readonly unknown[]): Promise<void> {
	if (command === 'setContext') contextKeys.set(args[0], args[1]);
	else told.push(`runs ${JSON.stringify([command, ...args])}`);
}

/** To be given to `vi.mock('vscode', …)`. */
export const fakeVscode = {
	Uri,
	EventEmitter,
	Disposable,
	ProgressLocation: { Notification: 15 },
	ConfigurationTarget: { Global: 1 },
	env: {
		clipboard: {
			writeText: async (text: string) => {
				clipboard.text = text;
			},
		},
	},
	commands: { executeCommand: runCommand },
	StatusBarAlignment: { Left: 1, Right: 2 },
	workspace: {
		textDocuments: [],
		onDidSaveTextDocument: saved.event,
		getConfiguration: () => ({ get: (name: string, usual: unknown) => settings.get(name) ?? usual }),
		fs: { readFile: async ({ fsPath }: Uri) => await readFile(fsPath) },
	},
	window: {
		get state() {
			return fakeWindow.state;
		},
		onDidChangeWindowState: fakeWindow.changed.event,
		createTreeView: () => new FakeTreeView(),
		createStatusBarItem: (id: string) => {
			const item = new FakeStatusBarItem();
			statusBar.set(id, item);
			return item;
		},
		registerFileDecorationProvider: () => new Disposable(() => {}),
		showErrorMessage: message,
		showInformationMessage: message,
		showWarningMessage: message,
		setStatusBarMessage: (text: string) => void told.push(text),
		showInputBox: async ({ title, prompt = '' }: { readonly title: string; readonly prompt?: string }) => {
			told.push(`${title} ${prompt}`);
			return answers.shift();
		},
		showQuickPick: async (items: readonly Item[], { title }: { readonly title: string }) => {
			told.push(`${title}${items.map((item) => ` [${wordsOf(item)}]`).join('')}`);
			return choose(items);
		},
		withProgress: async (_options: unknown, work: (progress: object, token: object) => Promise<unknown>) =>
			await work({ report: () => {} }, { onCancellationRequested: () => {} }),
		createTerminal: ({ name, shellPath, shellArgs }: Readonly<Record<string, unknown>>) => {
			told.push(`terminal ${name}: ${[shellPath, shellArgs].flat().join(' ')}`);
			return { show: () => {} };
		},
	},
};
