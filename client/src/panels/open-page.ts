// Opens a webview panel with one of the pages that the build puts into dist/.

import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { type PageParts, pageHtml } from './page-html.ts';

/** Which page, and how it is opened. */
export interface PageToOpen extends Pick<PageParts, 'title' | 'allow'> {
	/** Its script is dist/NAME-view.js, its style dist/NAME-view.css. */
	readonly name: string;
	/** The folder of the extension. */
	readonly extension: vscode.Uri;
	/** Whether the page keeps what it has while another tab covers it; else it is made anew. */
	readonly keep?: boolean;
}

/** Opens a panel. Its page can load nothing that is not in dist/. */
export function openPage({ name, title, extension, keep = false, allow }: PageToOpen): vscode.WebviewPanel {
	const folder = vscode.Uri.joinPath(extension, 'dist');
	const panel = vscode.window.createWebviewPanel(`fleetUnits.${name}`, title, vscode.ViewColumn.Active, {
		enableScripts: true,
		retainContextWhenHidden: keep,
		localResourceRoots: [folder],
	});
	const { webview } = panel;
	const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
	webview.html = pageHtml({
		title,
		script: address(`${name}-view.js`),
		style: address(`${name}-view.css`),
		source: webview.cspSource,
		nonce: randomBytes(16).toString('hex'),
		...(allow !== undefined && { allow }),
	});
	return panel;
}
