// With what a document is linted: the editor's settings, those of its project over them, and the files around it.

import { type LintContext, type LintSettings, readUnitFileName, type WorkspaceView } from '../../core/src/index.ts';
import { filePath, uriPath } from './from-lsp.ts';
import type { ProjectConfig } from './project-config.ts';
import type { EditorSettings } from './settings.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Answers for documents, by their URIs. */
export interface LintContexts {
	readonly contextFor: (uri: string) => LintContext;
	/** What the config file of a document's project sets. */
	readonly projectOf: (uri: string) => Partial<LintSettings>;
}

/** `withCluster` adds what a connected cluster tells. */
export function createLintContexts(
	settings: EditorSettings,
	config: ProjectConfig,
	workspace: WorkspaceFiles,
	withCluster: (view: WorkspaceView) => WorkspaceView,
): LintContexts {
	const projectOf = (uri: string) => {
		const path = filePath(uri);
		return path === undefined ? {} : config.settingsFor(path);
	};
	const neighboursOf = (path: string | undefined): Pick<LintContext, 'path' | 'workspace'> => {
		const view = path === undefined ? undefined : workspace.viewFor(path);
		return path === undefined || view === undefined ? {} : { path, workspace: withCluster(view) };
	};
	const contextFor = (uri: string) => {
		const editor = settings.current();
		const project = projectOf(uri);
		const rules = { ...editor.rules, ...project.rules };
		return { ...editor, ...project, rules, file: readUnitFileName(uriPath(uri)), ...neighboursOf(filePath(uri)) };
	};
	return { contextFor, projectOf };
}
