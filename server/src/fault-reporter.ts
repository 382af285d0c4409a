// Faults of config files, for the log and for the person.

import {
	type Connection,
	MessageType,
	ShowMessageNotification,
	type ShowMessageParams,
} from 'vscode-languageserver/node';
import { inBackground } from './guard.ts';

/** Logs a config file that cannot be used, and shows the person each fault once. */
export function faultReporter(connection: Connection): (file: string, message: string) => void {
	const shown = new Set<string>();
	return (file, message) => {
		const text = `${file} is ignored: ${message}`;
		if (shown.has(text)) return;
		shown.add(text);
		connection.console.warn(text);
		// A notification: the library's `showWarningMessage` is a request, which some editors answer with a prompt.
		const warning: ShowMessageParams = { type: MessageType.Warning, message: text };
		inBackground(connection, 'showing a fault', connection.sendNotification(ShowMessageNotification.type, warning));
	};
}
