// The contract of `ClusterBackend`, as one suite over any backend. A backend's own test file calls `describeBackend`
// with a way to make a cluster that may be changed at will; what only some clusters can do is asked by capability.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Capability, ClusterBackend } from '../../cluster/src/backend.ts';
import { describeCapabilities } from './contract-capabilities.ts';
import { describeReads } from './contract-reads.ts';
import { describeRefusals } from './contract-refusals.ts';
import { patient } from './contract-support.ts';
import { describeWatch } from './contract-watch.ts';
import { describeWrites } from './contract-writes.ts';

/** A cluster that a suite may change as it likes: it has a machine, and no units whose names begin with `contract-`. */
export interface ClusterForTest {
	readonly backend: ClusterBackend;
	/** Ends the backend and what stands behind it. */
	stop(): Promise<void>;
}

/** What a backend is expected to be. */
export interface Traits {
	readonly capabilities: readonly Capability[];
	/** Whether machines do what is wished there; `false` for a registry without engine and agents. */
	readonly alive: boolean;
}

/** Gives the backend of the suite, once its set-up has made it. */
export type Subject = () => ClusterBackend;

/** Declares the contract suite over a backend. The cluster is made once, and stopped at the end. */
export function describeBackend(name: string, traits: Traits, make: () => Promise<ClusterForTest>): void {
	describe(name, () => {
		let cluster: ClusterForTest | undefined;
		beforeAll(async () => {
			cluster = await make();
		}, 60_000);
		afterAll(async () => {
			await cluster?.stop();
		}, 60_000);
		const subject: Subject = () => {
			if (cluster === undefined) throw new Error('the cluster was not made');
			return cluster.backend;
		};
		describeReads(subject);
		describeWrites(subject, traits);
		describeRefusals(subject);
		describeWatch(subject);
		describeCapabilities(subject, traits);
		// The last test of the suite, because nothing can be asked after it.
		test('what is asked after the end is cancelled, and the end may come twice', async () => {
			await subject().dispose();
			await expect(subject().machines(patient)).rejects.toMatchObject({ kind: 'cancelled' });
			await subject().dispose();
		});
	});
}
