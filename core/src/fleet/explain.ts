// Why a unit is where it is, or nowhere: one answer for the unit and one sentence for each machine. fleet itself says
// nothing of this anywhere. What can only be seen on a machine (its journal) is named as the next place to look.

import { ableToRun, type Verdict } from './eligibility.ts';
import { type MachineLoad, machineLoads } from './machine-load.ts';
import { type Cluster, type ClusterUnit, type FleetRelease, latestFleetRelease, type Machine } from './model.ts';
import { splitUnitName } from './unit-name.ts';

/** What is known of a unit beside the cluster's schedule. All of it may be absent, and is then not judged. */
export interface Observed {
	/** What the agent says of the unit (`currentState` of the API). */
	readonly currentState?: 'inactive' | 'loaded' | 'launched';
	/** systemd's ActiveState on the unit's machine. */
	readonly systemdActiveState?: string;
	/** Whether an engine holds the leader's lease. */
	readonly hasLeader?: boolean;
}

/** An answer: a sentence for the unit, and one for each machine where that tells more. */
export interface Explanation {
	readonly kind: ExplanationKind;
	readonly answer: string;
	readonly machines: readonly MachineExplanation[];
}

/** Which line of the decision list answered. */
export type ExplanationKind =
	| 'unknown'
	| 'template'
	| 'not-asked-for'
	| 'no-machines'
	| 'no-leader'
	| 'global'
	| 'no-machine-fits'
	| 'waiting'
	| 'machine-gone'
	| 'not-loaded'
	| 'not-started'
	| 'failed'
	| 'running';

/** What stands for or against one machine. */
export interface MachineExplanation {
	readonly machine: Machine;
	readonly verdict: Verdict;
	/** Goes on from the machine's name: “has no role, needs role=web”. */
	readonly sentence: string;
}

/** Explains a unit of a cluster, in the order in which fleet decides. */
export function explain(
	name: string,
	cluster: Cluster,
	observed: Observed = {},
	release: FleetRelease = latestFleetRelease,
): Explanation {
	const unit = cluster.units.find((other) => other.name === name);
	const early = unit === undefined ? absent(name) : (notWanted(unit) ?? nobodyDecides(unit, cluster, observed));
	if (early !== undefined || unit === undefined) return early ?? absent(name);
	const machines = explainMachines(unit, cluster, release);
	if (unit.requirements.global) return globalAnswer(name, machines);
	return unit.machineId === undefined ? unscheduled(name, machines) : scheduled(unit, cluster, observed, machines);
}

/** A verdict as a phrase that goes on from the machine's name; names the key, the peer, the unit in the way. */
export function verdictSentence(verdict: Verdict): string {
	if (verdict.kind === 'unschedule') return obstacleSentence(verdict.cause);
	const rival = verdict.kind === 'reschedule' ? `, but ${verdict.cause.resident} and it replace one another` : '';
	return `would take it${rival}`;
}

type Obstacle = Extract<Verdict, { kind: 'unschedule' }>['cause'];

function obstacleSentence(cause: Obstacle): string {
	switch (cause.kind) {
		case 'machine-id':
			return cause.wanted === '' ? 'is not the machine with an empty ID' : `is not machine ${cause.wanted}`;
		case 'metadata':
			return cause.missing.map(metadataSentence).join('; ');
		case 'peers':
			return `${cause.missing.map((peer) => peer || 'a unit without a name').join(' and ')} is not there`;
		case 'conflict':
			return cause.declaredBy === 'unit'
				? `${cause.resident} is there, and the unit says Conflicts=${cause.glob}`
				: `${cause.resident} is there, and says Conflicts=${cause.glob}`;
	}
}

function metadataSentence({ key, wanted, has }: Extract<Obstacle, { kind: 'metadata' }>['missing'][number]): string {
	const choice = wanted.map((value) => `${key}=${value}`).join(' or ');
	return `has ${has === undefined ? `no ${key}` : `${key}=${has}`}, needs ${choice}`;
}

function absent(name: string): Explanation {
	return answer('unknown', `there is no unit ${name} in the cluster; submit it first`);
}

function notWanted({ name, desiredState }: ClusterUnit): Explanation | undefined {
	const parts = splitUnitName(name);
	if (parts?.isTemplate) {
		const instance = `${parts.prefix}@1${parts.suffix}`;
		return answer('template', `${name} is a template and runs nowhere itself; start an instance such as ${instance}`);
	}
	return desiredState === 'inactive'
		? answer('not-asked-for', `nothing is asked of ${name}: its desired state is inactive; load or start it`)
		: undefined;
}

function nobodyDecides({ name, machineId, requirements }: ClusterUnit, { machines }: Cluster, { hasLeader }: Observed) {
	if (machines.length === 0) {
		return answer('no-machines', `the cluster has no machines, so ${name} can go nowhere; look at fleetd on the hosts`);
	}
	const waits = machineId === undefined && !requirements.global;
	return waits && hasLeader === false
		? answer('no-leader', `no engine leads the cluster, so nothing is scheduled; look at fleetd on the hosts`)
		: undefined;
}

function explainMachines(unit: ClusterUnit, cluster: Cluster, release: FleetRelease): readonly MachineExplanation[] {
	const loads = loadsOf(cluster, release);
	return cluster.machines.map((machine) => {
		const verdict = ableToRun(unit, machine, withoutUnit(loads.get(machine.id), unit.name), release);
		return { machine, verdict, sentence: verdictSentence(verdict) };
	});
}

/** Counted once for a cluster, because one asks about many of its units. */
function loadsOf(cluster: Cluster, release: FleetRelease): ReadonlyMap<string, MachineLoad> {
	const known = loadsByCluster.get(cluster);
	if (known?.release === release) return known.loads;
	const loads = machineLoads(cluster, release);
	loadsByCluster.set(cluster, { release, loads });
	return loads;
}

const loadsByCluster = new WeakMap<
	Cluster,
	{ readonly release: FleetRelease; readonly loads: ReturnType<typeof machineLoads> }
>();

function withoutUnit(load: MachineLoad | undefined, name: string): MachineLoad {
	return new Map([...(load ?? [])].filter(([other]) => other !== name));
}

function globalAnswer(name: string, machines: readonly MachineExplanation[]): Explanation {
	const fit = machines.filter(({ verdict }) => verdict.kind !== 'unschedule').length;
	const where = `${fit} of ${machines.length} machine${machines.length === 1 ? '' : 's'}`;
	return answer(
		'global',
		`${name} is global: it is never scheduled, and runs on each machine that fits, ${where}`,
		machines,
	);
}

function unscheduled(name: string, machines: readonly MachineExplanation[]): Explanation {
	if (machines.every(({ verdict }) => verdict.kind === 'unschedule')) {
		return answer('no-machine-fits', `no machine can take ${name}`, machines);
	}
	const suspects = 'a unit text that fleet cannot read, a stalled leader or fleetds of several releases';
	return answer('waiting', `${name} should be placed within two seconds; if it is not, suspect ${suspects}`, machines);
}

function scheduled(
	{ name, machineId = '', desiredState }: ClusterUnit,
	cluster: Cluster,
	{ currentState, systemdActiveState }: Observed,
	machines: readonly MachineExplanation[],
): Explanation {
	if (!cluster.machines.some(({ id }) => id === machineId)) {
		return answer(
			'machine-gone',
			`${name} was on machine ${machineId}, which is gone; fleet moves it at its next pass`,
			machines,
		);
	}
	if (currentState === 'inactive') {
		const suspects = 'the agent is down, loading failed, or a global unit of an earlier name stands against it';
		return answer(
			'not-loaded',
			`${name} is scheduled to ${machineId} but not loaded: ${suspects}; see fleet’s journal there`,
		);
	}
	if (currentState === 'loaded' && desiredState === 'launched') {
		return answer('not-started', `${name} is loaded on ${machineId} but not started; see fleet’s journal there`);
	}
	if (systemdActiveState === 'failed' || systemdActiveState === 'inactive') {
		return answer(
			'failed',
			`fleet has started ${name} on ${machineId}, and systemd calls it ${systemdActiveState}; see its journal`,
		);
	}
	return answer('running', `${name} is where it should be, on ${machineId}`);
}

function answer(kind: ExplanationKind, text: string, machines: readonly MachineExplanation[] = []): Explanation {
	return { kind, answer: text, machines };
}
