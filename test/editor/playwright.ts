// What the editor suites use of Playwright, loaded from the editor packages. Its own types are not used: they need those
// of the DOM, and packages that are not installed where only types are checked.
import { createRequire } from 'node:module';

/** A way to find elements on a page, asked anew each time it is used. */
export interface Locator {
	readonly first: () => Locator;
	readonly last: () => Locator;
	readonly getByText: (text: string) => Locator;
	readonly waitFor: (options?: {
		readonly state?: 'attached' | 'detached';
		readonly timeout?: number;
	}) => Promise<void>;
	readonly click: (options?: PointerOptions) => Promise<void>;
	readonly dblclick: (options?: PointerOptions) => Promise<void>;
	readonly hover: (options?: PointerOptions) => Promise<void>;
	readonly textContent: () => Promise<string | null>;
}

/** Where in the element the pointer goes; its middle without this. */
export interface PointerOptions {
	readonly position?: { readonly x: number; readonly y: number };
}

/** A page of the browser. */
export interface Page {
	readonly locator: (selector: string, options?: { readonly hasText?: string | RegExp }) => Locator;
	readonly keyboard: {
		readonly press: (keys: string) => Promise<void>;
		readonly type: (text: string) => Promise<void>;
	};
	readonly goto: (address: string, options: { readonly waitUntil: 'domcontentloaded' }) => Promise<unknown>;
	readonly exposeFunction: (name: string, called: () => void) => Promise<unknown>;
	readonly screenshot: (options: { readonly path: string }) => Promise<unknown>;
	readonly setDefaultTimeout: (milliseconds: number) => void;
}

/** A browser with a profile of its own. */
export interface BrowserContext {
	readonly pages: () => readonly Page[];
	readonly newPage: () => Promise<Page>;
	readonly route: (matches: (url: URL) => boolean, answer: (route: Route) => Promise<void>) => Promise<unknown>;
	readonly close: () => Promise<void>;
}

interface Route {
	readonly abort: () => Promise<void>;
}

interface LaunchOptions {
	readonly executablePath: string;
	readonly headless: boolean;
	readonly viewport: { readonly width: number; readonly height: number };
	readonly args: readonly string[];
}

interface Playwright {
	readonly chromium: {
		readonly launchPersistentContext: (profile: string, options: LaunchOptions) => Promise<BrowserContext>;
	};
}

const playwright: Playwright = createRequire(import.meta.url)('playwright-core');

/** The driver of Chromium. */
export const chromium: Playwright['chromium'] = playwright.chromium;
