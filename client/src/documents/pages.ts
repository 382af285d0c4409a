// The texts of the read-only documents, made from a cluster at the moment they are opened.

import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { releaseOn } from '../../../cluster/src/operations/fleet-cluster.ts';
import { readSnapshot } from '../../../cluster/src/operations/read-snapshot.ts';
import { whatIf } from '../../../cluster/src/operations/what-if.ts';
import { why } from '../../../cluster/src/operations/why.ts';
import { canonicalText } from '../../../core/src/fleet/canonical.ts';
import type { Clusters } from '../clusters/clusters.ts';
import { explanationText, statusHeading, whatIfText } from './page-texts.ts';
import type { Page, PageKind, PageMaker } from './read-only-documents.ts';

/** The makers of all pages. */
export function pageMakers(clusters: Clusters): Readonly<Partial<Record<PageKind, PageMaker>>> {
	const of = (make: (backend: ClusterBackend, page: Page, signal: AbortSignal) => Promise<string>): PageMaker => {
		return async (page, signal) => make(backendOf(clusters, page), page, signal);
	};
	return { unit: of(unitPage), status: of(statusPage), why: of(whyPage), loss: of(lossPage) };
}

async function unitPage(backend: ClusterBackend, { subject }: Page, signal: AbortSignal): Promise<string> {
	const unit = await backend.unit(subject, signal);
	if (unit === undefined) throw new Error(`${subject} is not on ${backend.label} any more.`);
	return canonicalText(unit.options);
}

async function statusPage(backend: ClusterBackend, { subject, machine }: Page, signal: AbortSignal): Promise<string> {
	const states = (await backend.states(signal, subject)).filter(({ name }) => name === subject);
	const ids = machine === undefined ? states.map(({ machineId }) => machineId) : [machine];
	if (ids.length === 0) throw new Error(`No machine of ${backend.label} has ${subject} loaded.`);
	const texts = await Promise.all(
		ids.map(async (id) => {
			// systemctl ends with 3 for a unit that does not run; what it says is what counts.
			const { stdout, stderr } = await backend.status(subject, id, signal);
			return `${ids.length > 1 ? `${statusHeading(id)}\n` : ''}${stdout}${stderr}`;
		}),
	);
	return texts.join('\n');
}

async function whyPage(backend: ClusterBackend, { subject }: Page, signal: AbortSignal): Promise<string> {
	const [{ explanation }, machines] = await Promise.all([why(backend, subject, signal), backend.machines(signal)]);
	return explanationText(subject, backend.label, explanation, machines);
}

async function lossPage(backend: ClusterBackend, { subject }: Page, signal: AbortSignal): Promise<string> {
	const [snapshot, release] = await Promise.all([readSnapshot(backend, signal), releaseOn(backend, signal)]);
	const result = whatIf(snapshot, { kind: 'lost', machineIds: [subject] }, release);
	return whatIfText(`If ${subject.slice(0, 8)} were lost`, result, snapshot.machines);
}

function backendOf(clusters: Clusters, { cluster }: Page): ClusterBackend {
	const backend = clusters.session(cluster)?.backend();
	if (backend === undefined)
		throw new Error(`${cluster} is not connected: open it in the Clusters view, then try again.`);
	return backend;
}
