// An example of a rule → what it is linted with: its releases, and the workspace that it stands in if it names one.
import {
	allRules,
	type BadExample,
	defaultSettings,
	emptyWorkspace,
	type GoodExample,
	indexFile,
	type LintContext,
	type LintSettings,
	type Rule,
	readUnitFileName,
	updateWorkspace,
	type WorkspaceView,
} from '../../core/src/index.ts';

/** The context of a rule's example whose text is `text`: with its mistakes, or mended. */
export function exampleContext(rule: Rule, example: BadExample | GoodExample, text: string): LintContext {
	const { file, release, fleetRelease } = example;
	const levels = rulesForPieces(rule);
	const settings = {
		...defaultSettings,
		...levels,
		...(release && { release }),
		...(fleetRelease && { fleetRelease }),
	};
	const workspace = exampleWorkspace(example, text);
	return { ...settings, file: readUnitFileName(file), path: file, ...(workspace && { workspace }) };
}

/** Settings for a piece of a unit: nothing is missing from it, unless a rule is asked for that. */
export function rulesForPieces(asked?: Rule): Pick<LintSettings, 'rules'> {
	const others = allRules.filter((rule) => rule.whole && rule.id !== asked?.id);
	return { rules: Object.fromEntries(others.map(({ id }) => [id, 'off'])) };
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
