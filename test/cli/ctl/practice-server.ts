// A practice cluster for one test of the command line, and a folder with unit files to work in.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import {
	type EmbeddedCluster,
	type EmbeddedClusterOptions,
	startEmbeddedCluster,
} from '../../../cluster/src/embedded/server.ts';
import { machines } from '../../cluster/operations/cluster-fixtures.ts';
import { type CliRun, type CliSurroundings, folderWith, runCli } from '../../support/cli.ts';

/** The cluster, and how the command line reaches it. */
export interface PracticeServer {
	readonly cluster: EmbeddedCluster;
	readonly endpoint: string;
	readonly folder: string;
	/** Runs `fleet-units ctl` in the folder against the cluster. */
	readonly ctl: (argv: readonly string[], surroundings?: CliSurroundings) => Promise<CliRun>;
}

/** Starts a cluster in fast time, with the usual three machines unless others are given. It ends with the test. */
export async function practiceServer(
	files: Readonly<Record<string, string>>,
	listed: readonly Machine[] = machines,
	options: Partial<EmbeddedClusterOptions> = {},
): Promise<PracticeServer> {
	const folder = folderWith(files);
	const run = path.join(folder, 'run');
	mkdirSync(run, { mode: 0o700 });
	const cluster = await startEmbeddedCluster({
		machines: listed.map((machine) => ({ ...machine, version: 'v1.0.0' })),
		listen: [`unix:${run}/fleet.sock`],
		...options,
	});
	onTestFinished(() => cluster.close());
	const endpoint = `unix://${run}/fleet.sock`;
	return {
		cluster,
		endpoint,
		folder,
		ctl: (argv, surroundings = {}) =>
			runCli(['ctl', ...argv], {
				cwd: folder,
				...surroundings,
				env: { FLEETCTL_ENDPOINT: endpoint, ...surroundings.env },
			}),
	};
}

type Machine = Pick<(typeof machines)[number], 'id' | 'primaryIP'> & {
	readonly metadata: Readonly<Record<string, string>>;
};
