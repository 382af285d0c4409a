// What the server is told of this machine: whether the workspace is trusted, so that names of files may be offered, and
// whether pages of the manual can be opened here.

import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { type HostParams, hostNotification } from '../../protocol/src/requests.ts';
import { findProgram } from './find-program.ts';

/** This machine as it is now. A workspace that is on no disk of this machine counts as one that is not trusted. */
export function hostNow(): HostParams {
	const isTrusted = vscode.workspace.isTrusted && isLocal();
	return { isTrusted, opensManual: isTrusted && findProgram('man') !== undefined, showsTarget: true };
}

/** Tells the server once the person trusts the workspace. */
export function tellOfTrust(client: LanguageClient): vscode.Disposable {
	return vscode.workspace.onDidGrantWorkspaceTrust(() => {
		if (client.state === State.Running) void client.sendNotification(hostNotification, hostNow());
	});
}

function isLocal(): boolean {
	const folders = vscode.workspace.workspaceFolders ?? [];
	return folders.length === 0 || folders.some(({ uri }) => uri.scheme === 'file');
}
