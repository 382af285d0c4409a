// Lenses above the first section of unit files, while a cluster is connected and the setting wants them.

import path from 'node:path';
import * as vscode from 'vscode';
import { languageId, settingsSection } from '../../../protocol/src/settings.ts';
import type { Clusters } from './clusters.ts';
import { lensesOf } from './unit-lenses.ts';

/** Registers the lenses. They follow the clusters, and are asked for anew only when one of them says something else. */
export function registerLenses(clusters: Clusters): vscode.Disposable {
	const changed = new vscode.EventEmitter<void>();
	let shown = '';
	const provider: vscode.CodeLensProvider = {
		onDidChangeCodeLenses: changed.event,
		provideCodeLenses: (document) => {
			const settings = vscode.workspace.getConfiguration(settingsSection, document.uri);
			return settings.get('codeLens', true) ? codeLenses(clusters, document) : [];
		},
	};
	const refresh = () => {
		const now = JSON.stringify(openUnits().map((document) => lensesFor(clusters, document)));
		if (now !== shown) changed.fire();
		shown = now;
	};
	return vscode.Disposable.from(
		changed,
		vscode.languages.registerCodeLensProvider({ language: languageId, scheme: 'file' }, provider),
		{ dispose: clusters.onChange(refresh) },
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration(`${settingsSection}.codeLens`)) changed.fire();
		}),
	);
}

function openUnits(): readonly vscode.TextDocument[] {
	const documents = vscode.window.visibleTextEditors.map(({ document }) => document);
	return documents.filter((document) => document.languageId === languageId);
}

function lensesFor(clusters: Clusters, document: vscode.TextDocument) {
	const isForFleet = /^\[X-Fleet\]/m.test(document.getText());
	return lensesOf(clusters.views(), path.basename(document.fileName), isForFleet);
}

function codeLenses(clusters: Clusters, document: vscode.TextDocument): vscode.CodeLens[] {
	const line = firstSection(document);
	const range = new vscode.Range(line, 0, line, 0);
	return lensesFor(clusters, document).map(
		({ title, command, about = document.uri }) => new vscode.CodeLens(range, { title, command, arguments: [about] }),
	);
}

/** The line of [Unit], or of the first section, or the first line. */
function firstSection(document: vscode.TextDocument): number {
	const lines = Array.from({ length: Math.min(document.lineCount, 200) }, (_, index) => document.lineAt(index).text);
	const unit = lines.findIndex((line) => /^\[Unit\]/.test(line));
	return Math.max(0, unit === -1 ? lines.findIndex((line) => line.startsWith('[')) : unit);
}
