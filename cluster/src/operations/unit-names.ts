// Names of units as people write them, made whole: `web@1` means web@1.service, `units/web.service` means web.service.
// fleetctl does the same, but knows fewer kinds: its `group.target` becomes group.target.service. Here it stays.

import path from 'node:path';

/** The kinds of units that fleet takes (its `ValidateName`). */
const kinds = new Set(
	'automount busname device mount path scope service slice snapshot socket swap target timer'.split(' '),
);

/** The unit that an argument names: the base name of a path, a service where no kind is given. */
export function toUnitName(argument: string): string {
	const name = path.basename(argument);
	return hasKind(name) ? name : `${name}.service`;
}

/** Whether a name ends in a kind of unit. */
export function hasKind(name: string): boolean {
	return kinds.has(path.extname(name).slice(1));
}
