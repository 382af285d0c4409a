// Units that are wanted and do not run: nothing takes them, nobody places them, or systemd gave up on them.

import type { ClusterUnit } from '../../model.ts';
import { isUp } from '../unit-view.ts';
import { explainUnit } from '../why.ts';
import type { Check, Evidence, Finding } from './finding.ts';
import { shortId } from './finding.ts';

/** Finds units without a machine. */
export const unplacedUnits: Check = {
	id: 'unplaced-unit',
	isPassing: true,
	find: (evidence) => evidence.snapshot.units.filter(isWaiting).flatMap((unit) => placingOf(unit, evidence)),
};

/** Finds units that systemd calls failed, or restarts again and again. */
export const failingUnits: Check = {
	id: 'failing-unit',
	isPassing: true,
	find: ({ snapshot: { units, states } }) => {
		const wanted = new Set(units.filter(({ desiredState }) => desiredState === 'launched').map(({ name }) => name));
		return states.flatMap(({ name, machineId, active, sub, load }): readonly Omit<Finding, 'check'>[] => {
			const isRestarting = sub === 'auto-restart';
			const isBroken = active === 'failed' || (load !== 'loaded' && !isUp({ name, machineId, active, sub, load }));
			if (!wanted.has(name) || !(isRestarting || isBroken)) return [];
			const what = isRestarting ? 'is restarted again and again' : active === 'failed' ? 'has failed' : `is ${load}`;
			const sentence = `${name} ${what} on ${shortId(machineId)}; fleet does not move it for that`;
			return [{ severity: 'error', subject: name, sentence, advice: 'look at its journal, then restart it' }];
		});
	},
};

function isWaiting({ desiredState, global, machineId }: ClusterUnit): boolean {
	return desiredState !== 'inactive' && !global && machineId === undefined;
}

function placingOf({ name }: ClusterUnit, { snapshot, release, health }: Evidence): readonly Omit<Finding, 'check'>[] {
	const hasLeader = health === undefined ? undefined : health.leader !== undefined;
	const { explanation } = explainUnit(name, snapshot, release, hasLeader);
	if (explanation.kind === 'no-machine-fits') {
		const reasons = explanation.machines.map(({ machine, sentence }) => `${shortId(machine.id)} ${sentence}`);
		const sentence = `${explanation.answer}: ${reasons.join('; ')}`;
		return [{ severity: 'warning', subject: name, sentence, advice: 'change what it asks for, or the machines' }];
	}
	if (explanation.kind !== 'waiting') return [];
	const sentence = `a machine could take ${name}, and nobody places it`;
	return [
		{ severity: 'error', subject: name, sentence, advice: 'see that an engine leads; restart a fleetd if none acts' },
	];
}
