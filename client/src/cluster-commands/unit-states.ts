// Submit, load, start, stop, unload, destroy, restart: what fleetctl has, for all selected units at once, cluster by
// cluster. What stops or removes something asks first.

import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import type { OperationContext } from '../../../cluster/src/operations/context.ts';
import type { OperationResult } from '../../../cluster/src/operations/outcome.ts';
import { restart } from '../../../cluster/src/operations/restart.ts';
import { destroy, stop, unload } from '../../../cluster/src/operations/stop.ts';
import { load, start, submit } from '../../../cluster/src/operations/submit.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import { confirm, type Deed } from './confirm.ts';
import { tellResult, withProgress } from './run-operation.ts';
import { savedFiles } from './saved-files.ts';
import type { ClusterServices, Handler } from './services.ts';
import { argumentOf, byCluster, type UnitSubject, unitsOf, writable } from './subject.ts';
import { startInstance } from './unit-texts.ts';

/** Stores unit files on a cluster. */
export const submitUnit = command('submitting', async (backend, units, context) =>
	submit(backend, { units, files: await savedFiles(units) }, context),
);

/** Places units on machines without starting them. What runs is stopped by that, so it asks. */
export const loadUnit = command(
	'loading',
	async (backend, units, context) => load(backend, { units, files: await savedFiles(units) }, context),
	(subjects) => {
		const running = subjects.filter((one) => desiredState(one) === 'launched');
		return {
			subjects: running,
			verb: 'Stop and Load',
			consequence: 'What runs there ends; loaded, it waits on its machine.',
		};
	},
);

/** Starts units; those that are new are submitted first. To start a template is to start an instance of it. */
export const startUnit: Handler = async (services, ...args) => {
	const subjects = writable(await unitsOf(services, args));
	const [only] = subjects;
	const isTemplate = subjects.length === 1 && only !== undefined && splitUnitName(only.unit)?.isTemplate;
	await (isTemplate ? startInstance(services, only) : startUnits(services, subjects));
};

const startUnits = doingTo('starting', async (backend, units, context) =>
	start(backend, { units, files: await savedFiles(units) }, context),
);

/** Stops units. */
export const stopUnit = command(
	'stopping',
	async (backend, units, context) => (await stop(backend, { units }, context)).units,
	(subjects) => ({
		subjects,
		verb: 'Stop',
		consequence: oneOrMany(
			subjects,
			'What runs there ends. The unit stays on its machine, loaded, and can be started again.',
			'What runs there ends. The units stay on their machines, loaded, and can be started again.',
		),
	}),
);

/** Takes units off their machines. */
export const unloadUnit = command(
	'unloading',
	async (backend, units, context) => (await unload(backend, { units }, context)).units,
	(subjects) => ({
		subjects,
		verb: 'Unload',
		consequence: oneOrMany(
			subjects,
			'What runs there ends, and the unit loses its place; when it is started again, it may land elsewhere.',
			'What runs there ends, and the units lose their places; when they are started again, they may land elsewhere.',
		),
	}),
);

/** Removes units from a cluster. */
export const destroyUnit = command(
	'destroying',
	async (backend, units, context) => (await destroy(backend, { units }, context)).units,
	(subjects) => ({
		subjects,
		verb: 'Destroy',
		consequence: oneOrMany(
			subjects,
			'What runs there ends, and the cluster forgets the unit. Files in this workspace stay.',
			'What runs there ends, and the cluster forgets the units. Files in this workspace stay.',
		),
	}),
);

/** Restarts units, one after the other. On a production cluster that has to be agreed to. */
export const restartUnit = command(
	'restarting',
	(backend, units, context) => restart(backend, { units }, context),
	(subjects) => ({
		subjects: subjects.filter(({ session }) => session.identity.production),
		verb: 'Restart',
		consequence: 'What runs there ends, and begins anew on the same machine.',
	}),
);

function oneOrMany(subjects: readonly UnitSubject[], one: string, many: string): string {
	return subjects.length === 1 ? one : many;
}

type Operation = (
	backend: ClusterBackend,
	units: readonly string[],
	context: OperationContext,
) => Promise<OperationResult>;

/** What has to be agreed to, and for which of the units; none of them need it where that list is empty. */
type Question = (subjects: readonly UnitSubject[]) => Deed & { readonly subjects: readonly UnitSubject[] };

function command(doing: string, operation: Operation, question?: Question): Handler {
	const work = doingTo(doing, operation, question);
	return async (services, ...args) => await work(services, writable(await unitsOf(services, args)));
}

function doingTo(doing: string, operation: Operation, question?: Question) {
	return async (services: ClusterServices, subjects: readonly UnitSubject[]): Promise<void> => {
		const deed = question?.(subjects);
		if (deed !== undefined && deed.subjects.length > 0 && !(await confirm(deed.subjects, deed))) return;
		await Promise.all(
			byCluster(subjects).map((group) => runOn(services, group.session, group.subjects, doing, operation)),
		);
	};
}

async function runOn(
	services: ClusterServices,
	session: UnitSubject['session'],
	subjects: readonly UnitSubject[],
	doing: string,
	operation: Operation,
): Promise<void> {
	const [only] = subjects;
	const what = subjects.length === 1 && only !== undefined ? only.unit : `${subjects.length} units`;
	const result = await withProgress(services, session, {
		title: `${doing} ${what}`,
		run: (backend, context) => operation(backend, subjects.map(argumentOf), context),
	});
	if (result !== undefined) tellResult(services, session, result);
}

function desiredState({ session, unit }: UnitSubject): string | undefined {
	return session.view().snapshot?.units.find(({ name }) => name === unit)?.desiredState;
}
