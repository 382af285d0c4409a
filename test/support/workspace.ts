// A workspace of texts, and what rules find in one of its files. All rules speak, also those that ask for whole units.
import {
	defaultSettings,
	emptyWorkspace,
	indexFile,
	type LintContext,
	lint,
	type Problem,
	readUnitFileName,
	updateWorkspace,
	type WorkspaceView,
} from '../../core/src/index.ts';

/** Texts by path; a path without a folder will do. */
export type Texts = Readonly<Record<string, string>>;

/** The workspace that these files make. */
export function workspaceOf(texts: Texts, machines: WorkspaceView['machines'] = []): WorkspaceView {
	const files = Object.entries(texts).map(([path, text]) => [path, indexFile(path, text)] as const);
	return { ...updateWorkspace(emptyWorkspace, new Map(files)), machines };
}

/** What is found in one file of a workspace. */
export function problemsIn(
	workspace: WorkspaceView,
	path: string,
	settings: Partial<LintContext> = {},
): readonly Problem[] {
	const file = workspace.files.get(path);
	if (file === undefined) throw new Error(`${path} is no file of the workspace`);
	return lint(file.unit, { ...defaultSettings, ...settings, file: readUnitFileName(path), path, workspace });
}

/** Of one rule, what is said in each file of a workspace that it says something of: the text of the places, by path. */
export function placesOf(rule: string, workspace: WorkspaceView): Readonly<Record<string, readonly string[]>> {
	const all = [...workspace.files].map(([path, { unit }]) => {
		const problems = problemsIn(workspace, path).filter((problem) => problem.rule === rule);
		return [path, problems.map(({ span }) => unit.text.slice(span.start, span.end))] as const;
	});
	return Object.fromEntries(all.filter(([, places]) => places.length > 0));
}
