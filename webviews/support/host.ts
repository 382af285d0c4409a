// The other end of a page: the panel in the extension host that made it.

/** What VS Code gives to a page, once. */
interface VsCodeApi {
	postMessage(message: unknown): void;
	getState(): unknown;
	setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The panel of this page, and what the page remembers while it is made anew. */
export interface Host<Message> {
	readonly post: (message: Message) => void;
	readonly listen: (listener: (message: unknown) => void) => void;
	readonly remembered: () => unknown;
	readonly remember: (state: unknown) => void;
}

/** Connects the page to its panel. To be called once. */
export function connectToHost<Message>(): Host<Message> {
	const api = acquireVsCodeApi();
	return {
		post: (message) => api.postMessage(message),
		listen: (listener) => window.addEventListener('message', ({ data }) => listener(data)),
		remembered: () => api.getState(),
		remember: (state) => api.setState(state),
	};
}
