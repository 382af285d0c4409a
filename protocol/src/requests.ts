// What extension and server say to each other beyond the language protocol. Types and names only.

/** Notification, client → server: the machines of the connected cluster have become known, or others. */
export const machinesNotification = 'fleetUnits/machines';

/** Its parameters. The machines replace those of the notification before; none: no cluster is connected. */
export interface MachinesParams {
	readonly machines: readonly ClusterMachine[];
}

/** A machine as fleet's HTTP API gives it. */
export interface ClusterMachine {
	readonly id: string;
	readonly primaryIP?: string;
	readonly metadata?: Readonly<Record<string, string>>;
}

/** Notification, client → server: how the units of the connected clusters are. */
export const unitStatesNotification = 'fleetUnits/unitStates';

/** Its parameters. The units replace those of the notification before; none: no cluster is connected. */
export interface UnitStatesParams {
	readonly units: readonly LiveUnit[];
}

/** A unit of a cluster. */
export interface LiveUnit {
	readonly name: string;
	/** In words, such as `active (running) on 08bb6dd0 (10.0.0.1)`. */
	readonly state: string;
}

/** Notification, client → server: what may be done on this machine has changed; `initializationOptions.host` says it first. */
export const hostNotification = 'fleetUnits/host';

/** What the client says of the machine that the server runs on. What is not said is not so. */
export interface HostParams {
	/** The person trusts the open folders: names of files may be read to be offered. */
	readonly isTrusted?: boolean;
	/** The client has the command that opens a page of the manual in a terminal. */
	readonly opensManual?: boolean;
	/** The client shows what documents are checked for, and wants to be told when to ask again. */
	readonly showsTarget?: boolean;
}

/** Request, client → server: the page of the manual about the text at a place. Parameters as for a hover. */
export const manualPageRequest = 'fleetUnits/manualPage';

/** Its result; null where the text is in no manual. */
export type ManualPageResult = { readonly page: string } | null;

/** Request, client → server: what a document is checked for. Parameters: `{ textDocument: { uri } }`. */
export const targetRequest = 'fleetUnits/target';

/** Its result. */
export interface TargetResult {
	readonly systemdVersion: number;
	readonly fleetVersion: string;
	/** A `.fleet-units.json` says so, and not the editor. */
	readonly isFromProject: boolean;
}

/** Notification, server → client: documents may be checked for something else than before. Without parameters. */
export const targetChangedNotification = 'fleetUnits/targetChanged';
