// A practice cluster for one test, reached over its socket as any cluster is, with a folder of unit files beside it.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { createPracticeBackend } from '../../../cluster/src/embedded/practice-backend.ts';
import { type EmbeddedCluster, startEmbeddedCluster } from '../../../cluster/src/embedded/server.ts';
import type { OperationContext, OperationEvent, Patience } from '../../../cluster/src/operations/context.ts';
import { filesIn, type UnitFiles } from '../../../cluster/src/operations/unit-files.ts';
import { readEndpoints } from '../../../cluster/src/transport/endpoint.ts';
import { open } from '../../../cluster/src/transport/open.ts';
import { folderWith } from '../../support/cli.ts';
import { m1, m2, m3, machines } from './cluster-fixtures.ts';

/** A cluster of the usual three machines, and what an operation needs. */
export interface Practice {
	readonly cluster: EmbeddedCluster;
	readonly backend: ClusterBackend;
	readonly files: UnitFiles;
	/** Folder of the files. */
	readonly folder: string;
	/** A context that remembers what it is told. */
	readonly context: OperationContext & { readonly events: readonly OperationEvent[] };
	/** Gives up on operations in that context. */
	readonly giveUp: () => void;
}

/** In fast time, nothing is on its way for long: what is so for a moment stays so. */
const littlePatience: Patience = { settle: 30, placing: 30, agent: 300, restarts: 30 };

/** Starts a cluster; it ends with the test. */
export async function practiceWith(
	files: Readonly<Record<string, string>>,
	speed: 'fast' | 'real' = 'fast',
): Promise<Practice> {
	const folder = folderWith(files);
	const run = path.join(folder, 'run');
	mkdirSync(run, { mode: 0o700 });
	const listed = machines.map((machine) => ({ ...machine, version: 'v1.0.0' }));
	const cluster = await startEmbeddedCluster({ machines: listed, listen: [`unix:${run}/fleet.sock`], speed });
	onTestFinished(() => cluster.close());
	const [transport] = open(readEndpoints(cluster.addresses[0] ?? ''), undefined).transports;
	if (transport === undefined) throw new Error('one endpoint has one transport');
	const backend = createPracticeBackend(transport);
	onTestFinished(() => backend.dispose());
	const controller = new AbortController();
	const events: OperationEvent[] = [];
	const context = {
		signal: controller.signal,
		report: (event: OperationEvent) => events.push(event),
		patience: littlePatience,
		events,
	};
	return { cluster, backend, files: filesIn(folder), folder, context, giveUp: () => controller.abort() };
}

/** What stands in a registry and on machines, a line a unit: `web.service launched 1: active running`. */
export function standing({ cluster }: Practice): readonly string[] {
	const { units, states } = cluster.snapshot();
	const names = [...new Set([...units, ...states].map(({ name }) => name))].sort();
	return names.map((name) => {
		const desired = units.find((unit) => unit.name === name)?.desiredState ?? 'absent';
		const places = states
			.filter((state) => state.name === name)
			.map(({ machineId, active, sub }) => `${digitOf(machineId)}: ${active} ${sub}`);
		return [`${name} ${desired}`, ...places].join(', ');
	});
}

function digitOf(machineId: string): string {
	return String([m1, m2, m3].indexOf(machineId) + 1);
}
