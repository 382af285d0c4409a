// What the editor suites use of Playwright, loaded from the editor packages. Its own types are not used: they need those
// of the DOM, and packages that are not installed where only types are checked.
import { createRequire } from 'node:module';

/** A way to find elements on a page, asked anew each time it is used. */
export interface Locator {
	readonly first: () => Locator;
	readonly last: () => Locator;
	readonly nth: (nth: number) => Locator;
	readonly getByText: (text: string) => Locator;
	readonly getByRole: (role: string, options: { readonly name: string | RegExp; readonly exact?: boolean }) => Locator;
	readonly getAttribute: (name: string) => Promise<string | null>;
	readonly locator: Page['locator'];
	readonly waitFor: (options?: {
		readonly state?: 'attached' | 'detached';
		readonly timeout?: number;
	}) => Promise<void>;
	readonly click: (options?: PointerOptions) => Promise<void>;
	readonly dblclick: (options?: PointerOptions) => Promise<void>;
	readonly hover: (options?: PointerOptions) => Promise<void>;
	readonly textContent: () => Promise<string | null>;
	readonly allTextContents: () => Promise<readonly string[]>;
	readonly count: () => Promise<number>;
	readonly fill: (text: string) => Promise<void>;
	readonly dragTo: (target: Locator) => Promise<void>;
	readonly focus: () => Promise<void>;
	readonly press: (keys: string) => Promise<void>;
	readonly selectOption: (choice: { readonly label: string }) => Promise<unknown>;
}

/** Where in the element the pointer goes, its middle without this; and how it is pressed. */
export interface PointerOptions {
	readonly position?: { readonly x: number; readonly y: number };
	readonly button?: 'left' | 'right';
	readonly modifiers?: readonly ('Control' | 'Shift' | 'Alt')[];
	readonly timeout?: number;
}

/** A page inside a page. */
export interface FrameLocator {
	readonly locator: Page['locator'];
	readonly frameLocator: (selector: string) => FrameLocator;
}

/** A page of the browser. */
export interface Page {
	readonly locator: (selector: string, options?: { readonly hasText?: string | RegExp }) => Locator;
	readonly keyboard: {
		readonly press: (keys: string) => Promise<void>;
		readonly type: (text: string) => Promise<void>;
	};
	readonly mouse: {
		readonly move: (x: number, y: number) => Promise<void>;
		readonly down: () => Promise<void>;
		readonly up: () => Promise<void>;
	};
	readonly frameLocator: (selector: string) => FrameLocator;
	/** Works out an expression in the page. */
	readonly evaluate: (expression: string) => Promise<unknown>;
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
