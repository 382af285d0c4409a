// An example of a rule → what it is linted with: its releases, and the workspace that it stands in if it names one.
import {
	type BadExample,
	defaultSettings,
	emptyWorkspace,
	type GoodExample,
	indexFile,
	type LintContext,
	readUnitFileName,
	updateWorkspace,
	type WorkspaceView,
} from '../../core/src/index.ts';

/** The context of an example whose text is `text`: with its mistakes, or mended. */
export function exampleContext(example: BadExample | GoodExample, text: string): LintContext {
	const { file, release, fleetRelease } = example;
	const settings = { ...defaultSettings, ...(release && { release }), ...(fleetRelease && { fleetRelease }) };
	const workspace = exampleWorkspace(example, text);
	return { ...settings, file: readUnitFileName(file), path: file, ...(workspace && { workspace }) };
}

/** The example and the other files; `undefined` for an example that speaks of one file only. */
function exampleWorkspace(
	{ file, others, machines = [] }: BadExample | GoodExample,
	text: string,
): WorkspaceView | undefined {
	if (others === undefined) return undefined;
	const files = Object.entries({ ...others, [file]: text });
	const view = updateWorkspace(emptyWorkspace, new Map(files.map(([name, each]) => [name, indexFile(name, each)])));
	return { ...view, machines: machines.map((metadata, index) => ({ id: `machine-${index + 1}`, metadata })) };
}
