// Types of workbench.mjs, which is plain JavaScript because `npm start` imports it unbuilt.

/** What the server starts with. */
export interface WorkbenchOptions {
	/** A packed extension to install first. */
	readonly install?: string;
	/** A folder with an unpacked, built extension to load as if it were installed. */
	readonly link?: string;
	/** Lets a page run tests in the extension host. Not for tests of the user interface: it hides notifications. */
	readonly testDriver?: boolean;
	/** False: the workspace is not trusted, and nobody is asked. */
	readonly trust?: boolean;
	/** User settings, beside those that keep the workbench quiet. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Additions to the environment, which the extension host inherits. */
	readonly env?: Readonly<Record<string, string>>;
	/** 0, or nothing, is any free port. */
	readonly port?: number;
}

/** A running server. */
export interface Workbench {
	readonly port: number;
	/** The secret that a browser must bring. */
	readonly token: string;
	/** The temporary folder of its profile. */
	readonly profile: string;
	/** What the server has printed so far. */
	readonly log: () => string;
	/** Ends the server with all its children and removes the profile. */
	readonly stop: () => Promise<void>;
}

export function startWorkbench(options?: WorkbenchOptions): Promise<Workbench>;
export function workbenchAddress(
	workbench: Workbench,
	folder: string,
	payload?: readonly (readonly [string, string])[],
): string;
export function remoteAddress(workbench: Workbench, file: string): string;
