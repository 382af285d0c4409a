// The settings of an editor through a session: asked of the client where it can be asked, else sent by it. What their
// values mean stands in session-settings.ts.

import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import { settingsSection } from '../../protocol/src/settings.ts';
import type { ClientFeatures } from './from-lsp.ts';
import { inBackground } from './guard.ts';
import { findSettings, readClientSettings, type SessionSettings } from './session-settings.ts';

/** The editor's settings through a session. */
export interface EditorSettings {
	readonly current: () => SessionSettings;
	/** From the first request: what holds until the client says more. */
	readonly begin: (initializationOptions: unknown) => void;
	/** The client is ready: ask it, and ask to be told of changes. */
	readonly follow: (client: ClientFeatures) => void;
	/** The client says that something has changed, and perhaps what. */
	readonly change: (client: ClientFeatures, sent: unknown) => void;
}

/** Follows the settings of a client; `changed` is called when others hold than before. */
export function createEditorSettings(connection: Connection, changed: () => void): EditorSettings {
	let current = readClientSettings({}, () => {});
	let sent: unknown;
	let asked = 0;
	const use = (value: unknown) => {
		const next = readClientSettings(findSettings(value) ?? {}, (message) => connection.console.warn(message));
		if (JSON.stringify(next) === JSON.stringify(current)) return;
		current = next;
		changed();
	};
	const ask = async () => {
		const turn = ++asked;
		const answer: unknown = await connection.workspace.getConfiguration(settingsSection);
		// A later question has been answered already, or will be.
		if (turn === asked) use(findSettings({ [settingsSection]: answer }) ?? sent);
	};
	return {
		current: () => current,
		begin(options) {
			sent = options;
			use(sent);
		},
		follow(client) {
			if (client.registersConfiguration) inBackground(connection, 'following settings', register(connection));
			if (client.pullsConfiguration) inBackground(connection, 'asking for settings', ask());
		},
		change(client, value) {
			sent = findSettings(value) === undefined ? sent : value;
			if (client.pullsConfiguration) inBackground(connection, 'asking for settings', ask());
			else use(sent);
		},
	};
}

function register({ client }: Connection): Promise<unknown> {
	return client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
}
