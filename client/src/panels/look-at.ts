// While a panel is seen, its clusters are looked at, so that what it shows is what is so. Behind another tab, or in a
// window that is not in front, it needs no look; it catches up when it is seen again.

import * as vscode from 'vscode';
import type { Clusters } from '../clusters/clusters.ts';
import type { Session } from '../clusters/session.ts';

/** Looks at clusters by their ids until it is disposed of. */
export function lookAt(clusters: Clusters, ids: ReadonlySet<string>, panel: vscode.WebviewPanel): vscode.Disposable {
	let held: readonly Held[] = [];
	const sessions = () => [...ids].flatMap((id) => clusters.session(id) ?? []);
	const look = () => {
		const before = held;
		const attention = panel.visible && vscode.window.state.focused ? 'normal' : 'off';
		// Held anew before it is let go: attention that rises has the cluster read at once.
		held = sessions().map((session) => ({ session, end: session.hold(attention) }));
		release(before);
	};
	// A cluster that is configured anew is another one.
	const lookAtOthers = () => {
		if (sessions().some((session, nth) => session !== held[nth]?.session)) look();
	};
	look();
	return vscode.Disposable.from(
		panel.onDidChangeViewState(look),
		vscode.window.onDidChangeWindowState(look),
		{ dispose: clusters.onChange(lookAtOthers) },
		{ dispose: () => release(held) },
	);
}

interface Held {
	readonly session: Session;
	readonly end: () => void;
}

function release(held: readonly Held[]): void {
	for (const { end } of held) end();
}
