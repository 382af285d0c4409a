// The units of a command that this workspace has a file for; of the others, the user is told.

import * as vscode from 'vscode';
import type { UnitSubject } from './subject.ts';

/** A unit with its file. */
export type WithFile = UnitSubject & { readonly file: string };

/** The units with a file here. Those without one are told, and left out. */
export function withFiles(subjects: readonly UnitSubject[]): readonly WithFile[] {
	const found = subjects.filter((one): one is WithFile => one.file !== undefined);
	if (found.length < subjects.length) {
		const lacking = subjects.filter(({ file }) => file === undefined).map(({ unit }) => unit);
		void vscode.window.showInformationMessage(`This workspace has no file for ${lacking.join(', ')}.`);
	}
	return found;
}
