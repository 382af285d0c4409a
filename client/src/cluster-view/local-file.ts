// Which file of the workspace has the text of a unit: its own, or that of its template.

import { templateName } from '../../../core/src/fleet/unit-name.ts';
import type { LocalFile } from './view.ts';

/** The file with a unit's text; `undefined` where the workspace has none. Files of its own come before templates. */
export function localFileOf(unit: string, files: ReadonlyMap<string, LocalFile>): LocalFile | undefined {
	const template = templateName(unit);
	return files.get(unit) ?? (template === undefined ? undefined : files.get(template));
}
