// The instances of a template on a cluster, and those that are behind its file.

import type { ClusterSnapshot, ClusterUnit } from '../../../cluster/src/model.ts';
import { templateName } from '../../../core/src/fleet/unit-name.ts';
import type { ClusterView } from './view.ts';

/** The instances of a template, whether or not the template itself is there. */
export function instancesOf(template: string, { units }: ClusterSnapshot): readonly ClusterUnit[] {
	return units.filter(({ name }) => templateName(name) === template);
}

/** The instances that have another text than the template's file; those with a file of their own are not behind it. */
export function oldInstances(template: string, { snapshot, localFiles }: ClusterView): readonly ClusterUnit[] {
	const hash = localFiles.get(template)?.hash;
	if (snapshot === undefined || hash === undefined) return [];
	return instancesOf(template, snapshot).filter((unit) => unit.hash !== hash && !localFiles.has(unit.name));
}
