// The practice cluster inside the editor: starts it on a socket that only this user can open, and offers it as a
// cluster like any other. Its machines are simulated; nothing of it is left when it is stopped.

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from '../../../cluster/src/connect.ts';
import { createPracticeControls, type PracticeControls } from '../../../cluster/src/embedded/practice-controls.ts';
import { type EmbeddedCluster, startEmbeddedCluster } from '../../../cluster/src/embedded/server.ts';
import { readEndpoint } from '../../../cluster/src/transport/endpoint.ts';
import { open, type Road } from '../../../cluster/src/transport/open.ts';
import { practiceId } from '../cluster-view/view.ts';
import type { Configured } from './clusters.ts';

/** The practice cluster of a window. */
export interface Practice {
	/** The cluster to offer, while it runs. */
	configured(): Configured | undefined;
	/** What can be done to it beyond what fleet offers, while it runs. */
	controls(): PracticeControls | undefined;
	/** Starts it; does nothing where it runs already. */
	start(): Promise<void>;
	stop(): Promise<void>;
}

/** A practice cluster that does not run yet. */
export function createPractice(): Practice {
	let started: Started | undefined;
	return {
		configured: () => started && configuredPractice(started.cluster),
		controls: () => started?.controls,
		start: async () => {
			started ??= await startInPrivateFolder();
		},
		stop: async () => {
			const old = started;
			started = undefined;
			await old?.road.dispose();
			await old?.cluster.close();
			if (old !== undefined) await rm(old.folder, { recursive: true, force: true });
		},
	};
}

const practiceName = 'Practice cluster';

interface Started {
	readonly cluster: EmbeddedCluster;
	readonly folder: string;
	readonly road: Road;
	readonly controls: PracticeControls | undefined;
}

async function startInPrivateFolder(): Promise<Started> {
	const folder = await mkdtemp(path.join(tmpdir(), 'fleet-units-'));
	await chmod(folder, 0o700);
	const cluster = await startEmbeddedCluster({ listen: [`unix:${path.join(folder, 'fleet.sock')}`], speed: 'real' });
	const road = open(cluster.addresses.map(readEndpoint), undefined);
	const [transport] = road.transports;
	return { cluster, folder, road, controls: transport && createPracticeControls(transport) };
}

function configuredPractice({ addresses }: EmbeddedCluster): Configured {
	const [endpoint = ''] = addresses;
	return {
		identity: {
			id: practiceId,
			name: practiceName,
			address: 'simulated in this editor',
			readOnly: false,
			production: false,
			origin: 'practice',
		},
		key: endpoint,
		open: async () => connect({ name: practiceName, endpoint, driver: 'practice' }),
	};
}
