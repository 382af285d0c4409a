// What happens when a row of the tree is opened by a click or Enter. Units do nothing then: a click selects them, and
// what can be done stands in their menus.

import { clusterCommands, languageCommands } from '../../../protocol/src/commands.ts';
import { settingsSection } from '../../../protocol/src/settings.ts';
import type { TreeNode } from './node.ts';

/** A command with its arguments, as VS Code takes it. */
export interface RowCommand {
	readonly command: string;
	readonly title: string;
	readonly arguments?: unknown[];
}

/** The command of a row, if it has one. */
export function rowCommand({ kind, id, label, about }: TreeNode): RowCommand | undefined {
	if (about.command === 'showLog') return { command: languageCommands.showOutput, title: label };
	if (about.command === 'openSettings') {
		return { command: 'workbench.action.openSettings', title: label, arguments: [`${settingsSection}.clusters`] };
	}
	if (about.command === 'logIn') return { command: clusterCommands.openShell, title: label, arguments: [id] };
	if (about.command !== undefined) return { command: clusterCommands.connectCluster, title: label, arguments: [id] };
	if (kind !== 'unit-file') return undefined;
	return { command: clusterCommands.showUnitText, title: 'Show the unit file', arguments: [id] };
}
