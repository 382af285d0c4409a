// What a start leads to, for units of all kinds: why systemd refuses it, the start limit, and the moments that follow.

import { type Moment, said, titleOf } from './moment.ts';
import type { Behaviour, UnitPlan } from './plan.ts';
import { startMoments } from './start-service.ts';
import type { Systemd, SystemdUnit } from './systemd.ts';

/** What comes after a unit was told to start, be it that systemd refuses to. */
export function momentsOfStart(systemd: Systemd, unit: SystemdUnit, now: number): readonly Moment[] {
	const { plan } = unit;
	const refused = startFault(systemd, plan);
	if (refused !== undefined) return [{ at: 0, lines: [said(refused, 3)] }];
	if (exceedsStartLimit(unit, now)) return [startLimitMoment(plan)];
	const { behaviour } = plan;
	if (behaviour.kind === 'service') return startMoments({ plan, service: behaviour });
	return [
		{ at: 0, state: ['active', behaviour.sub], lines: [said(`Started ${titleOf(plan)}.`)] },
		...elapses(behaviour),
	];
}

function elapses(behaviour: Behaviour): readonly Moment[] {
	if (behaviour.kind !== 'trigger' || behaviour.firstAfter === undefined) return [];
	const { firstAfter, every, triggers } = behaviour;
	if (!Number.isFinite(firstAfter)) return [];
	return [{ at: firstAfter, lines: [], next: { kind: 'trigger', unit: triggers, ...(every && { every }) } }];
}

/** Why systemd does not even try. */
function startFault(
	systemd: Systemd,
	{ name, description, load, links, failedCondition, behaviour }: UnitPlan,
): string | undefined {
	if (load.kind !== 'loaded') return `${name}: ${load.reason}`;
	const missing = links.requires.find((other) => !systemd.units.has(other) && !isOnEveryMachine(other));
	if (missing !== undefined) return `Failed to start ${description}: unit ${missing} not found.`;
	if (behaviour.kind === 'trigger' && !systemd.units.has(behaviour.triggers))
		return `${name}: Refusing to start, unit ${behaviour.triggers} to trigger not loaded.`;
	return failedCondition && `${name} was skipped because of an unmet condition check (${failedCondition}).`;
}

// What a machine brings along by itself; of services only those that machines of fleet had.
function isOnEveryMachine(unit: string): boolean {
	if (/\.(target|slice|mount|device|scope|swap)$/.test(unit)) return true;
	const known = 'docker|etcd2?|fleet|flanneld|dbus|sshd?|rpcbind|ntpd|locksmithd|update-engine|containerd';
	return /^systemd-/.test(unit) || new RegExp(`^(${known})\\.(service|socket)$`).test(unit);
}

function exceedsStartLimit({ plan, starts }: SystemdUnit, now: number): boolean {
	if (plan.behaviour.kind !== 'service') return false;
	const { burst, interval } = plan.behaviour.startLimit;
	return interval > 0 && burst > 0 && starts.filter((start) => now - start < interval).length >= burst;
}

/** The starts that still count for the start limit. */
export function recentStarts({ behaviour }: UnitPlan, starts: readonly number[], now: number): readonly number[] {
	const interval = behaviour.kind === 'service' ? behaviour.startLimit.interval : 0;
	return starts.filter((start) => now - start < interval).slice(-100);
}

function startLimitMoment(plan: UnitPlan): Moment {
	return {
		at: 0,
		state: ['failed', 'failed'],
		lines: [
			said(`${plan.name}: Start request repeated too quickly.`, 4),
			said(`${plan.name}: Failed with result 'start-limit-hit'.`, 4),
			said(`Failed to start ${titleOf(plan)}.`, 3),
		],
	};
}
