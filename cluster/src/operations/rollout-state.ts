// What a rollout is asked for, where it stands at each moment, and how it begins. Doing it is another file's business.

import { isGlob } from '../../../core/src/fleet/glob.ts';
import type { FleetRelease, UnitOption } from '../../../core/src/fleet/model.ts';
import { splitUnitName, templateName } from '../../../core/src/fleet/unit-name.ts';
import type { ClusterBackend } from '../backend.ts';
import { ClusterError } from '../errors.ts';
import { hashOf } from '../hash.ts';
import type { OperationContext } from './context.ts';
import { expandAll } from './find-units.ts';
import { matchingUnits } from './select-units.ts';
import type { UnitFiles } from './unit-files.ts';
import { toUnitName } from './unit-names.ts';
import { requireSound, sourceOnDisk } from './unit-source.ts';

/** What to roll out, and where to. */
export interface RolloutRequest {
	/** Path of the template, such as `units/web@.service`. */
	readonly template: string;
	/** Instances, as names, globs and choices; those that are not there are made. All that are there, where empty. */
	readonly instances: readonly string[];
	readonly files: UnitFiles;
	/** How many instances may be down at a time. */
	readonly atATime?: number;
	/** Milliseconds that an instance must keep running before the next ones are begun. */
	readonly healthyFor?: number;
	/** Milliseconds after which an instance that does not run counts as failed. */
	readonly timeout?: number;
	/** The state in which an earlier rollout ended: it is gone on with, whatever the file says by now. */
	readonly resume?: RolloutState;
}

/** Where a rollout stands. It can be kept as JSON and handed back in. */
export interface RolloutState {
	readonly template: string;
	/** Hash of the text that is rolled out. */
	readonly hash: string;
	readonly options: readonly UnitOption[];
	/** Instances that run the text. */
	readonly done: readonly string[];
	/** Instances that do not, in the order in which they would come. */
	readonly left: readonly string[];
}

/** The state in which a rollout begins. Throws a `ClusterError` where it cannot. */
export async function firstState(
	backend: ClusterBackend,
	{ template: file, instances, files }: RolloutRequest,
	release: FleetRelease,
	context: OperationContext,
): Promise<RolloutState> {
	const template = toUnitName(file);
	if (splitUnitName(template)?.isTemplate !== true) {
		const advice = 'use redeploy for a unit of its own';
		throw new ClusterError('refused', `${template} is no template; its name would end in \`@.service\``, { advice });
	}
	const source = await sourceOnDisk(file, { files, release, registered: async () => undefined });
	if (source === undefined) throw new ClusterError('not-found', `there is no file ${file}`);
	requireSound(source, release, context);
	const left = await instanceNames(backend, template, instances, context.signal);
	return { template, hash: hashOf(source.options), options: source.options, done: [], left };
}

async function instanceNames(
	backend: ClusterBackend,
	template: string,
	wanted: readonly string[],
	signal: AbortSignal,
): Promise<readonly string[]> {
	const known = (await backend.units(signal)).map(({ name }) => name);
	const own = known.filter((name) => templateName(name) === template).sort();
	if (wanted.length === 0) {
		if (own.length > 0) return own;
		const advice = `name instances to make, such as \`${template.replace('@', '@{1..3}')}\``;
		throw new ClusterError('not-found', `the registry has no instance of ${template}`, { advice });
	}
	const names = expandAll(wanted).flatMap((one) => (isGlob(one) ? matchingUnits(one, own) : [toUnitName(one)]));
	const strange = names.find((name) => templateName(name) !== template);
	if (strange !== undefined) throw new ClusterError('refused', `${strange} is no instance of ${template}`);
	if (names.length === 0)
		throw new ClusterError('not-found', `no instance of ${template} matches ${wanted.join(', ')}`);
	return [...new Set(names)];
}
