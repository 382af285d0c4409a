// Which unit a timer, path, socket or automount starts, and which units of a workspace may start another so without
// naming it: by default the two differ in their suffix alone.

import type { IndexedFile, WorkspaceView } from './model.ts';
import { familyOf, filesOfFamily } from './names.ts';

const activating = ['timer', 'path', 'socket', 'automount'] as const;

/** The files of the units that start a unit of this name unless they say otherwise. */
export function activatorsOf(view: WorkspaceView, unit: string): readonly IndexedFile[] {
	const family = familyOf(unit);
	const stem = family.slice(0, family.lastIndexOf('.'));
	// A socket that takes connections starts instances of the template of its name.
	const stems = stem.endsWith('@') ? [stem, stem.slice(0, -1)] : [stem];
	return stems.flatMap((each) => activating.flatMap((kind) => filesOfFamily(view, `${each}.${kind}`)));
}
