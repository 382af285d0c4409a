// Units to be tried from submit to destroy, and what was told of them in short.

import type { OperationResult } from '../../../cluster/src/operations/outcome.ts';
import type { Practice } from './practice.ts';

/** A unit that runs for ever, with more lines. */
export const service = (rest = '') => `[Unit]\nDescription=Test\n[Service]\nExecStart=/bin/sleep infinity\n${rest}`;
/** A unit for one kind of machine, never beside another of its kind. */
export const web = service('[X-Fleet]\nMachineMetadata=role=web\nConflicts=web@*.service\n');
/** A unit file of each kind, by its name. */
export const files = {
	'web@.service': web,
	'db.service': service('[X-Fleet]\nMachineMetadata=role=db\n'),
	'agent.service': service('[X-Fleet]\nGlobal=true\n'),
	'job.service': '[Service]\nType=oneshot\nExecStart=/bin/true\n',
	'broken.service': '[Service]\nExecStart=/bin/false\n',
	'lost.service': service('[X-Fleet]\nMachineMetadata=role=cache\n'),
	'unreadable.service': '[Service\nExecStart=/bin/true\n',
	'forbidden.service': service('[X-Fleet]\nGlobal=true\nMachineOf=db.service\n'),
	'empty.service': '# nothing\n',
};

/** What operations are told: units, and where their files are. */
export function asked({ files: onDisk }: Practice, ...units: readonly string[]) {
	return { units, files: onDisk };
}

/** How it ended for each. */
export function kinds(results: OperationResult): readonly string[] {
	return results.map(({ name, outcome }) => `${name} ${outcome.kind}`);
}

/** What was written to the registry, and where its text came from. */
export function stored({ context }: Practice): readonly string[] {
	return context.events.flatMap((event) => {
		return event.kind === 'stored' ? [`${event.name} ${event.write} from ${event.from}`] : [];
	});
}
