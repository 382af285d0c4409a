// Orders to a machine's systemd, and what it does by itself as time passes: restarts, timers, and units that start and
// stop with others.

import { type Moment, said, titleOf } from './moment.ts';
import type { UnitPlan } from './plan.ts';
import { momentsOfStart, recentStarts } from './start-unit.ts';
import { stopMoments } from './stop-service.ts';
import { expectMoments, nextMoment, type Systemd, type SystemdUnit, setUnit, sweep, takeMoment } from './systemd.ts';

/**
 * Asks for a unit to start, and with it those that it requires or wants. What stands against it is written to the
 * journal, as by systemd.
 */
export function startUnit(systemd: Systemd, name: string, now: number): Systemd {
	return transaction(systemd, name, new Set()).reduce((current, unit) => startAlone(current, unit, now), systemd);
}

/** Asks for a unit to stop, and with it those that follow it. */
export function stopUnit(systemd: Systemd, name: string, now: number): Systemd {
	const unit = systemd.units.get(name);
	if (unit === undefined || unit.active === 'inactive' || unit.active === 'failed') return systemd;
	const halted = setUnit(systemd, { ...unit, startNext: false });
	if (unit.active === 'deactivating') return halted;
	const stopping = runDue(expectMoments(halted, name, momentsOfStop(unit), now), now);
	return stopFollowers(stopping, name, now, ({ links }) => links.follows);
}

/** Lets time pass: every moment that is due comes, at its time. */
export function runDue(systemd: Systemd, now: number): Systemd {
	let current = systemd;
	while (nextMoment(current) <= now) current = runNext(current, nextMoment(current));
	return current;
}

function runNext(systemd: Systemd, at: number): Systemd {
	const unit = [...systemd.units.values()].find(({ coming }) => coming[0]?.at === at);
	const [next] = unit?.coming ?? [];
	if (unit === undefined || next === undefined) return systemd;
	const { name } = unit.plan;
	const after = followUp(takeMoment(systemd, name, next), name, next.moment, at);
	return settleEnd(after, name, next.moment, at);
}

function followUp(systemd: Systemd, name: string, { next }: Moment, at: number): Systemd {
	if (next?.kind === 'restart') return restart(systemd, name, at);
	if (next?.kind !== 'trigger') return systemd;
	const again: Moment[] = next.every === undefined ? [] : [{ at: next.every, lines: [], next }];
	return startUnit(expectMoments(systemd, name, again, at), next.unit, at);
}

// A unit that has ended may have to start again, to take others with it, or to be forgotten.
function settleEnd(systemd: Systemd, name: string, { state }: Moment, at: number): Systemd {
	const unit = systemd.units.get(name);
	if (state === undefined || unit === undefined || isUp(unit) || unit.active === 'deactivating') return systemd;
	if (unit.startNext) return startAlone(systemd, name, at);
	return sweep(
		stopFollowers(systemd, name, at, ({ links }) => links.bindsTo),
		name,
	);
}

function restart(systemd: Systemd, name: string, at: number): Systemd {
	const unit = systemd.units.get(name);
	if (unit === undefined) return systemd;
	const counted = { ...unit, active: 'inactive', sub: 'dead', restarts: unit.restarts + 1 };
	const told = said(`${name}: Scheduled restart job, restart counter is at ${counted.restarts}.`);
	return launch(setUnit(systemd, counted), name, at, [told]);
}

/** The units that a start starts, each once, what is required before what requires it. */
function transaction({ units }: Pick<Systemd, 'units'>, name: string, seen: Set<string>): readonly string[] {
	const unit = units.get(name);
	if (unit === undefined || seen.has(name) || isUp(unit)) return [];
	seen.add(name);
	const { requires, wants } = unit.plan.links;
	return [...[...requires, ...wants].flatMap((other) => transaction({ units }, other, seen)), name];
}

function startAlone(systemd: Systemd, name: string, now: number): Systemd {
	const unit = systemd.units.get(name);
	if (unit === undefined || isUp(unit)) return systemd;
	if (unit.active === 'deactivating') return setUnit(systemd, { ...unit, startNext: true });
	return launch(setUnit(systemd, { ...unit, restarts: 0, startNext: false }), name, now);
}

function launch(systemd: Systemd, name: string, now: number, lines: Moment['lines'] = []): Systemd {
	const unit = systemd.units.get(name);
	if (unit === undefined) return systemd;
	const moments = withLines(momentsOfStart(systemd, unit, now), lines);
	const starts = recentStarts(unit.plan, [...unit.starts, now], now);
	return runDue(expectMoments(setUnit(systemd, { ...unit, starts }), name, moments, now), now);
}

function momentsOfStop({ plan, main, sub }: SystemdUnit): readonly Moment[] {
	const { behaviour } = plan;
	if (behaviour.kind === 'service' && sub !== 'auto-restart')
		return stopMoments({ plan, service: behaviour }, main?.run);
	return [{ at: 0, state: ['inactive', 'dead'], lines: [said(`Stopped ${titleOf(plan)}.`)] }];
}

function stopFollowers(
	systemd: Systemd,
	name: string,
	now: number,
	leaders: (plan: UnitPlan) => readonly string[],
): Systemd {
	const followers = [...systemd.units.values()].filter(({ plan }) => leaders(plan).includes(name));
	return followers.reduce((current, { plan }) => stopUnit(current, plan.name, now), systemd);
}

function withLines(moments: readonly Moment[], lines: Moment['lines']): readonly Moment[] {
	const [first, ...rest] = moments;
	return first === undefined ? moments : [{ ...first, lines: [...lines, ...first.lines] }, ...rest];
}

function isUp({ active }: SystemdUnit): boolean {
	return active === 'active' || active === 'activating' || active === 'reloading';
}
