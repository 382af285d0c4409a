// One row of the cluster tree as data: what it says, and how it is told from others. How VS Code draws it is the
// tree provider's business.

import type { Repair } from '../../../cluster/src/operations/doctor/finding.ts';

/** A row of the tree with the rows below it. */
export interface TreeNode {
	readonly kind: NodeKind;
	/** Stable as long as the thing is the same, whatever becomes of it: expansion and selection hang on it. */
	readonly id: string;
	readonly label: string;
	/** Stands greyed after the label. */
	readonly description: string;
	/** Markdown. */
	readonly tooltip?: string;
	readonly icon?: Icon;
	/** What a screen reader says in place of label and description. */
	readonly spoken?: string;
	/** What menus match: `fleet.<kind>+<flag>…`. */
	readonly context: string;
	readonly children: readonly TreeNode[];
	/** Whether the row is open when it is first seen. */
	readonly open?: boolean;
	/** What the row is about, for commands. */
	readonly about: About;
	/** A letter beside the label, as version control has them. */
	readonly badge?: Badge;
}

/** What a row may be. */
export type NodeKind =
	| 'cluster'
	| 'machines'
	| 'machine'
	| 'units'
	| 'group'
	| 'unit'
	| 'place'
	| 'unit-files'
	| 'unit-file'
	| 'problems'
	| 'finding'
	| 'message';

/** What a row is about. The cluster is always named, so that no command can meet another by mistake. */
export interface About {
	readonly cluster: string;
	readonly unit?: string;
	readonly machine?: string;
	/** A command that the row runs when it is opened. */
	readonly command?: 'retry' | 'showLog' | 'openSettings' | 'logIn';
	readonly repair?: Repair;
}

/** A codicon with a colour of the theme. The words beside it say the same. */
export interface Icon {
	readonly name: string;
	readonly colour?: string;
}

/** `M`: the file here is not what the cluster has; `P`: what the cluster has is not what runs. */
export type Badge = 'M' | 'P';

/** The value that menus match. */
export function contextOf(kind: NodeKind, flags: readonly (string | false | undefined)[]): string {
	return [`fleet.${kind}`, ...flags.filter((flag) => typeof flag === 'string')].join('+');
}

/** An id below another. What may hold a slash is encoded, so that no two rows can have one id. */
export function idBelow(parent: string, ...parts: readonly string[]): string {
	return [parent, ...parts.map(encodeURIComponent)].join('/');
}
