// Panels of which there is one for each thing that is shown: who asks for it again gets the one that is open.

import type * as vscode from 'vscode';

/** What is done with a panel here. */
export type KeyedPanel = Pick<vscode.WebviewPanel, 'reveal' | 'onDidDispose' | 'dispose'>;

/** Panels by what they show. */
export interface KeyedPanels {
	/** Brings the panel with that key to the front, or opens it. */
	show(key: string, open: () => KeyedPanel): void;
	/** Closes all of them. */
	dispose(): void;
}

/** No panel yet. */
export function createKeyedPanels(): KeyedPanels {
	const panels = new Map<string, KeyedPanel>();
	return {
		show(key, open) {
			const known = panels.get(key);
			if (known !== undefined) {
				known.reveal();
				return;
			}
			const panel = open();
			panels.set(key, panel);
			panel.onDidDispose(() => panels.delete(key));
		},
		dispose() {
			// Each takes itself out of the map when it is closed.
			for (const panel of [...panels.values()]) panel.dispose();
		},
	};
}
