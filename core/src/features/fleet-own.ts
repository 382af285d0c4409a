// What the file under the caret asks of fleet, as fleet would read the text at this moment.

import type { Requirements } from '../fleet/model.ts';
import { readOptions } from '../fleet/options.ts';
import { requirementsOf } from '../fleet/requirements.ts';
import type { LintContext } from '../rules/settings.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { symbolicName } from '../workspace/names.ts';

/** Name of the unit, with `%i` for the instance of a template; `undefined` where the file's name tells none. */
export function ownName({ file }: Pick<LintContext, 'file'>): string | undefined {
	return file === undefined || file.dropIn ? undefined : symbolicName(file);
}

/** The requirements, as far as fleet would read the text. */
export function ownRequirements(unit: UnitFile, context: Pick<LintContext, 'file' | 'fleetRelease'>): Requirements {
	const { options } = readOptions(unit.text, context.fleetRelease);
	return requirementsOf(options, ownName(context), context.fleetRelease);
}
