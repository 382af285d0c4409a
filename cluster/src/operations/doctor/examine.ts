// Looks a cluster over. What may be only passing is looked at a second time, and counts only if it is still there.

import type { ClusterBackend } from '../../backend.ts';
import { releaseOn } from '../fleet-cluster.ts';
import { pause } from '../pause.ts';
import { readSnapshot } from '../read-snapshot.ts';
import { activeTemplates } from './active-templates.ts';
import type { Check, Evidence, Finding } from './finding.ts';
import { ghostUnits } from './ghost-units.ts';
import { orphanStates } from './orphan-states.ts';
import { leaderless, orphanTexts, versionMix } from './registry.ts';
import { silentAgents } from './silent-agents.ts';
import { templateDrift } from './template-drift.ts';
import { failingUnits, unplacedUnits } from './troubled-units.ts';

/** All checks, in the order in which their findings are told. */
const checks: readonly Check[] = [
	leaderless,
	ghostUnits,
	activeTemplates,
	silentAgents,
	unplacedUnits,
	failingUnits,
	orphanStates,
	versionMix,
	templateDrift,
	orphanTexts,
];

/** How to look. */
export interface ExamineOptions {
	/** Milliseconds until the second look. Agents act every five seconds, and took up to seven on a real cluster. */
	readonly confirmAfter?: number;
}

/** Looks a cluster over and tells what is not well. Nothing is changed. */
export async function examine(
	backend: ClusterBackend,
	{ confirmAfter = 10_000 }: ExamineOptions,
	signal: AbortSignal,
): Promise<readonly Finding[]> {
	const first = findAll(await gather(backend, signal));
	if (!first.some(({ isPassing }) => isPassing)) return first.map(({ finding }) => finding);
	await pause(confirmAfter, signal);
	const before = new Set(first.map(({ finding }) => keyOf(finding)));
	const second = findAll(await gather(backend, signal));
	return second
		.filter(({ finding, isPassing }) => !isPassing || before.has(keyOf(finding)))
		.map(({ finding }) => finding);
}

/** What each check finds in the evidence of one moment. */
export function findAll(evidence: Evidence): readonly { readonly finding: Finding; readonly isPassing: boolean }[] {
	return checks.flatMap(({ id, isPassing, find }) =>
		find(evidence).map((found) => ({ finding: { check: id, ...found }, isPassing })),
	);
}

async function gather(backend: ClusterBackend, signal: AbortSignal): Promise<Evidence> {
	const [snapshot, release, health] = await Promise.all([
		readSnapshot(backend, signal),
		releaseOn(backend, signal),
		backend.capabilities.has('registry') ? backend.health(signal) : undefined,
	]);
	return { snapshot, release, ...(health && { health }) };
}

function keyOf({ check, subject = '' }: Finding): string {
	return `${check} ${subject}`;
}
