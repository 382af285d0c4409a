// A misspelt name of a unit → the name that was meant, written as the first one was.

import { familyOf } from '../../workspace/names.ts';

/**
 * The name to write for `near`, the unit (a template for its instances) that is meant. The instance stays as it was
 * written; `undefined` where specifiers make up other parts, or the instance is missing.
 */
export function rename(written: string, expanded: string, near: string | undefined): string | undefined {
	if (near === undefined) return undefined;
	const family = familyOf(expanded);
	const instance = expanded.slice(family.lastIndexOf('.'), expanded.length - (family.length - family.lastIndexOf('.')));
	const at = near.indexOf('@');
	if (at === -1) return instance === '' ? near : undefined;
	const writtenInstance = /@(.*)\.[^.]*$/.exec(written)?.[1];
	if (writtenInstance === undefined || writtenInstance === '') return undefined;
	return near.slice(0, at + 1) + writtenInstance + near.slice(at + 1);
}
