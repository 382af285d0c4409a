// The menu of rows as package.json has it: which commands, and on which rows.

import { readProjectFile } from '../tidy/files.ts';

/** One entry of a menu. */
export interface MenuItem {
	readonly command: string;
	/** The condition, with `viewItem` for the words of a row. */
	readonly when: string;
	readonly group: string;
}

/** The entries for rows of the tree. */
export const rowMenu: readonly MenuItem[] = JSON.parse(readProjectFile('package.json')).contributes.menus[
	'view/item/context'
];
