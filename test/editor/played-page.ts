// A page of a webview alone in a browser, in the hands of a test that plays its panel: what the page asks for is kept, and
// what it is told is told by the test.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pageHtml } from '../../client/src/panels/page-html.ts';
import type { Page } from './playwright.ts';
import { root } from './support.ts';

/** The HTML of a page. `allow` is what its panel allows it, too. It remembers as long as its browser is open. */
export function playedPage(name: string, allow: readonly string[]): string {
	const address = (file: string) => pathToFileURL(path.join(root, 'dist', file)).href;
	const html = pageHtml({
		title: name,
		script: address(`${name}-view.js`),
		style: address(`${name}-view.css`),
		source: 'file:',
		nonce: 'test',
		allow,
	});
	const played = `window.asked = [];
		window.acquireVsCodeApi = () => ({
			postMessage: (one) => asked.push(one),
			getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
			setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
		});`;
	return html.replace('<body>', `<body><script nonce="test">${played}</script>`);
}

/** Tells a page what its panel would. */
export async function tellPage(page: Page, message: unknown): Promise<void> {
	await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
}

/** What a page has asked its panel for, in order. */
export async function askedByPage<Message>(page: Page): Promise<readonly Message[]> {
	// It is what the page says to its panel, which checks it; a test compares it.
	return JSON.parse(String(await page.evaluate('JSON.stringify(window.asked)'))) as readonly Message[];
}
