// The registry as a whole: who leads, which versions work on it, and what is left lying in it.

import type { Check, Finding } from './finding.ts';
import { shortId } from './finding.ts';

/** Finds a cluster in which no engine schedules. */
export const leaderless: Check = {
	id: 'no-leader',
	isPassing: true,
	find: ({ health }) => {
		if (health === undefined) return [];
		const found: Omit<Finding, 'check'>[] = [];
		if (health.leader === undefined) {
			const sentence = 'no engine leads the cluster, so nothing is scheduled or moved';
			found.push({ severity: 'error', sentence, advice: 'see that fleetd runs, and that disable_engine is not set' });
		}
		if (health.engineVersion !== undefined && health.engineVersion > 1) {
			const sentence = `the registry asks for engine version ${health.engineVersion}; this fleet speaks 1 and stands aside`;
			found.push({ severity: 'error', sentence, advice: 'run one release of fleetd everywhere' });
		}
		return found;
	},
};

/** Finds several releases of fleetd in one cluster. */
export const versionMix: Check = {
	id: 'version-mix',
	isPassing: false,
	find: ({ snapshot: { machines } }) => {
		const versions = new Map<string, string[]>();
		for (const { id, fleetVersion } of machines) {
			if (fleetVersion !== undefined) versions.set(fleetVersion, [...(versions.get(fleetVersion) ?? []), shortId(id)]);
		}
		if (versions.size < 2) return [];
		const list = [...versions].map(([version, ids]) => `${version} on ${ids.join(', ')}`).sort();
		const sentence = `the machines run ${versions.size} versions of fleetd, which judge units differently: ${list.join('; ')}`;
		return [{ severity: 'warning', sentence, advice: 'run one release everywhere' }];
	},
};

/** Counts texts that no unit uses any more. */
export const orphanTexts: Check = {
	id: 'orphan-text',
	isPassing: false,
	find: ({ health }) => {
		const count = health?.orphanHashes.length ?? 0;
		if (count === 0) return [];
		const texts = count === 1 ? '1 text' : `${count} texts`;
		return [
			{
				severity: 'info',
				sentence: `the registry holds ${texts} that no unit uses; fleet never deletes any, and many large ones make it slow`,
			},
		];
	},
};
