// The letters beside rows of the tree, as version control has them: M for a file that was edited here, P for a text
// that is not running yet. They say what the description says in words, too.

import * as vscode from 'vscode';
import type { Badge } from './node.ts';

const scheme = 'fleet-units-row';

/** An address for a row with a letter; VS Code asks for letters by address. */
export function badgeUri(rowId: string, badge: Badge): vscode.Uri {
	return vscode.Uri.from({ scheme, path: `/${rowId}`, query: badge });
}

/** Tells VS Code what the letters mean. */
export function registerBadges(): vscode.Disposable {
	return vscode.window.registerFileDecorationProvider({
		provideFileDecoration: ({ scheme: asked, query }) => (asked === scheme ? decorationOf(query) : undefined),
	});
}

function decorationOf(badge: string): vscode.FileDecoration | undefined {
	if (badge === 'M') {
		const colour = new vscode.ThemeColor('gitDecoration.modifiedResourceForeground');
		return new vscode.FileDecoration('M', 'edited locally: the cluster has another text', colour);
	}
	if (badge !== 'P') return undefined;
	const colour = new vscode.ThemeColor('problemsWarningIcon.foreground');
	return new vscode.FileDecoration('P', 'deploy pending: another text is still running', colour);
}
