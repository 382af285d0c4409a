// The machines of a practice cluster: those it has by default, and what people can do to one: take it away and bring it
// back.

import { createHash } from 'node:crypto';
import { unloadUnit } from './machine/agent.ts';
import { freshAgent, type Host } from './machine/host.ts';
import { takeBack } from './machine/report.ts';
import { listMachine, unlistMachine } from './registry/changes.ts';
import type { ListedMachine } from './registry/registry.ts';
import { emptySystemd } from './systemd/systemd.ts';
import { setHost, setRegistry, type World } from './world.ts';

/**
 * How a machine is lost. `killed`: fleetd dies at once; the registry believes in the machine for up to 30 seconds, and
 * the units run on. `drained`: fleetd is stopped and unloads its units first. `off`: the power goes, with all units.
 */
export type Loss = 'killed' | 'drained' | 'off';

/** The release of fleet that a practice cluster behaves as. */
export const practiceRelease = 'v1.0.0';

/** So many machines. The first three are a small shop: two for the web, one for the data. More go on like that. */
export function defaultMachines(count = 3): readonly ListedMachine[] {
	return Array.from({ length: count }, (_, nth) => ({
		id: machineId(nth),
		primaryIP: `10.0.${Math.floor(nth / 250)}.${11 + (nth % 250)}`,
		metadata: {
			...(nth % 3 === 2 ? { role: 'data' } : { role: 'web', group: 'hw_webservers' }),
			region: nth % 2 === 0 ? 'eu-west' : 'eu-central',
			monitored: 'yes',
		},
		version: practiceRelease,
	}));
}

/** Takes a machine away. Machines that are gone already stay as they are. */
export function loseMachine(world: World, id: string, loss: Loss): World {
	const host = world.hosts.get(id);
	if (host === undefined || host.fleetd.kind !== 'running') return world;
	if (loss === 'drained') return drain(world, host);
	const killed: Host = { ...host, fleetd: { kind: 'killed', at: world.now } };
	if (loss === 'killed') return setHost(world, killed);
	const { journal } = host.systemd;
	return setHost(world, {
		...killed,
		files: new Map(),
		systemd: { ...emptySystemd, journal },
		published: new Map(),
		withdrawn: [],
	});
}

/** Brings a machine back. Units that ran on are found again. */
export function returnMachine(world: World, id: string): World {
	const host = world.hosts.get(id);
	if (host === undefined || (host.fleetd.kind === 'running' && host.agent.wedgedAt === undefined)) return world;
	const asked = new Map([...host.files.keys()].map((name) => [name, 'loaded'] as const));
	const back: Host = {
		...host,
		fleetd: { kind: 'running' },
		agent: { ...freshAgent, asked },
		published: new Map(),
		withdrawn: [],
	};
	return setRegistry(setHost(world, back), listMachine(world.registry, host.facts));
}

function drain(world: World, host: Host): World {
	const site = { registry: world.registry, host };
	const unloaded = [...host.files.keys()].reduce((current, name) => unloadUnit(current, name, world.now), site);
	const drained = takeBack(unloaded);
	const stopped: Host = { ...drained.host, fleetd: { kind: 'stopped' }, agent: freshAgent };
	return setRegistry(setHost(world, stopped), unlistMachine(drained.registry, host.facts.id));
}

// Made up, but always the same: 32 hexadecimal digits, as in machine-id(5).
function machineId(nth: number): string {
	return createHash('sha256')
		.update(`practice machine ${nth + 1}`)
		.digest('hex')
		.slice(0, 32);
}
