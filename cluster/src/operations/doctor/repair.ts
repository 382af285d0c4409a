// Does the repairs that findings name, one after the other, and tells of each whether it was done.

import type { ClusterBackend } from '../../backend.ts';
import type { Finding, Repair } from './finding.ts';

/** How one repair went. `impossible`: this road to the cluster cannot do it. */
export interface RepairResult {
	readonly finding: Finding;
	readonly outcome:
		| { readonly kind: 'done' }
		| { readonly kind: 'failed'; readonly error: Error }
		| { readonly kind: 'impossible'; readonly reason: string }
		| { readonly kind: 'not-begun' };
}

/** Repairs what can be repaired. It does not throw: a repair that fails is told, and the next one is tried. */
export async function repairAll(
	backend: ClusterBackend,
	findings: readonly Finding[],
	signal: AbortSignal,
): Promise<readonly RepairResult[]> {
	const results: RepairResult[] = [];
	for (const finding of findings) {
		if (finding.repair === undefined) continue;
		results.push({ finding, outcome: await repairOne(backend, finding.repair, signal) });
	}
	return results;
}

/** A repair in words, to be asked about before it is done. */
export function repairText(repair: Repair): string {
	switch (repair.kind) {
		case 'restore':
		case 'set-desired-state':
			return `set the desired state of ${repair.name} to ${repair.desiredState}`;
		case 'destroy':
			return `destroy ${repair.name}`;
		case 'replace-text':
			return `redeploy ${repair.name} with the text of its template`;
	}
}

async function repairOne(
	backend: ClusterBackend,
	repair: Repair,
	signal: AbortSignal,
): Promise<RepairResult['outcome']> {
	if (signal.aborted) return { kind: 'not-begun' };
	if (repair.kind === 'restore' && !backend.capabilities.has('repair')) {
		return { kind: 'impossible', reason: 'fleet’s API cannot touch it; use the etcd driver' };
	}
	try {
		await write(backend, repair, signal);
		return { kind: 'done' };
	} catch (error) {
		return { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
	}
}

async function write(backend: ClusterBackend, repair: Repair, signal: AbortSignal): Promise<void> {
	const { name } = repair;
	switch (repair.kind) {
		case 'restore':
			return await backend.repairDesiredState(name, repair.desiredState, signal);
		case 'set-desired-state':
			await backend.setDesiredState(name, repair.desiredState, { kind: 'anything' }, signal);
			return;
		case 'destroy':
			await backend.destroy(name, { kind: 'anything' }, signal);
			return;
		case 'replace-text': {
			const { options, hash } = repair;
			await backend.submit({ name, options, seen: { kind: 'hash', hash } }, signal);
		}
	}
}
