// The placement map on the side of the extension: tells the page how the cluster is, and does what the page asks for. How
// a webview is opened and files are saved is handed in.

import type { MapCluster } from './map-cluster.ts';
import { fromPageMessage, type ToPage } from './messages.ts';
import type { Trial } from './trials.ts';

/** What a map works with. */
export interface MapPanelParts {
	/** The cluster as it is now. */
	readonly read: () => MapCluster;
	readonly post: (message: ToPage) => unknown;
	readonly connect: () => Promise<void>;
	/** Does what was tried, if the user agrees; whether it was done. */
	readonly carryOut: (trial: Trial) => Promise<boolean>;
	readonly save: (picture: SavedPicture) => Promise<void>;
	/** Tells the user what went wrong in the page. */
	readonly tell: (message: string) => void;
}

/** A picture to be kept in a file. */
export interface SavedPicture {
	readonly format: 'svg' | 'png';
	readonly bytes: Uint8Array;
}

/** The other end of a page. */
export interface MapPanel {
	/** Tells the page of the cluster, if it is other than the page knows. */
	update(): void;
	/** Takes what the page says. Throws a `DecodeFault` where that makes no sense. */
	take(message: unknown): Promise<void>;
}

/** A map whose page is not there yet. */
export function createMapPanel({ read, post, connect, carryOut, save, tell }: MapPanelParts): MapPanel {
	let isReady = false;
	let told = '';

	function update(): void {
		if (!isReady) return;
		const cluster = read();
		const text = JSON.stringify(cluster);
		if (text === told) return;
		told = text;
		post({ kind: 'cluster', cluster });
	}

	async function take(value: unknown): Promise<void> {
		const message = fromPageMessage(value, 'a message of the placement map');
		switch (message.kind) {
			case 'ready':
				isReady = true;
				told = '';
				return update();
			case 'connect':
				return await connect();
			case 'do':
				if (await carryOut(message.trial)) post({ kind: 'done', trial: message.trial });
				return;
			case 'save':
				return await save({ format: message.format, bytes: bytesOf(message) });
			case 'fault':
				return tell(message.message);
		}
	}

	return { update, take };
}

function bytesOf({ format, data }: { readonly format: SavedPicture['format']; readonly data: string }): Uint8Array {
	return Buffer.from(data, format === 'svg' ? 'utf8' : 'base64');
}
