// The systemd of one machine: its units with what is going on in them, and the journal. A value; starting, stopping and
// the passing of time give the next one.

import { withEntry, withoutKeys } from '../maps.ts';
import { beginTalk, endTalks, type Journal, writeLines } from './journal.ts';
import type { Moment } from './moment.ts';
import type { Run, UnitPlan } from './plan.ts';

/** The systemd of a machine. */
export interface Systemd {
	readonly units: ReadonlyMap<string, SystemdUnit>;
	readonly journal: Journal;
	readonly nextPid: number;
}

/** A unit that is loaded, or was and has not ended yet. */
export interface SystemdUnit {
	readonly plan: UnitPlan;
	readonly active: string;
	readonly sub: string;
	/** When it got into that state, in milliseconds since 1970. */
	readonly since: number;
	/** What is still to come of the last order. */
	readonly coming: readonly Coming[];
	/** When it was started of late, for the start limit. */
	readonly starts: readonly number[];
	/** How often it was restarted since somebody started it. */
	readonly restarts: number;
	/** Its main process. */
	readonly main?: { readonly run: Run; readonly pid: number };
	/** To be started once it has stopped. */
	readonly startNext: boolean;
	/** Its file is gone; once it has ended, nothing is left of it. */
	readonly unlinked: boolean;
}

/** A moment at a time in milliseconds since 1970. */
export interface Coming {
	readonly at: number;
	readonly moment: Moment;
}

/** A systemd without units. */
export const emptySystemd: Systemd = { units: new Map(), journal: new Map(), nextPid: 400 };

/** The unit's states, or those of one that is just loaded. */
export function loadPlan(systemd: Systemd, plan: UnitPlan, now: number): Systemd {
	const known = systemd.units.get(plan.name);
	const fresh = { active: 'inactive', sub: 'dead', since: now, coming: [], starts: [], restarts: 0, startNext: false };
	return setUnit(systemd, { ...(known ?? fresh), plan, unlinked: false });
}

/** Takes a unit's file away. The unit goes, too, unless it has still to end. */
export function unlinkUnit(systemd: Systemd, name: string): Systemd {
	const unit = systemd.units.get(name);
	return unit === undefined ? systemd : sweep(setUnit(systemd, { ...unit, unlinked: true, startNext: false }), name);
}

/** When the next moment comes; `Infinity` where none does. */
export function nextMoment({ units }: Systemd): number {
	const known = nexts.get(units);
	if (known !== undefined) return known;
	const next = Math.min(...[...units.values()].map(({ coming }) => coming[0]?.at ?? Number.POSITIVE_INFINITY));
	nexts.set(units, next);
	return next;
}

/** Gives a unit its next moments, in place of those it had. */
export function expectMoments(systemd: Systemd, name: string, moments: readonly Moment[], now: number): Systemd {
	const unit = systemd.units.get(name);
	if (unit === undefined) return systemd;
	// What stands behind something endless never comes.
	const coming = moments.filter(({ at }) => Number.isFinite(at)).map((moment) => ({ at: now + moment.at, moment }));
	return setUnit(systemd, { ...unit, coming });
}

/** A moment has come: states, processes and the journal follow it. What systemd does then by itself is not done here. */
export function takeMoment(systemd: Systemd, name: string, { at, moment }: Coming): Systemd {
	const unit = systemd.units.get(name);
	if (unit === undefined) return systemd;
	const begins = moment.main?.kind === 'begins' ? { run: moment.main.run, pid: systemd.nextPid } : undefined;
	const main = moment.main?.kind === 'ends' ? undefined : (begins ?? unit.main);
	const { main: _before, ...rest } = unit;
	const [active, sub] = moment.state ?? [unit.active, unit.sub];
	const since = active === unit.active ? unit.since : at;
	const next = { ...rest, active, sub, since, ...(main && { main }), coming: unit.coming.slice(1) };
	const written = writeLines(systemd.journal, name, moment.lines, { at, pid: main?.pid ?? unit.main?.pid });
	const journal = moment.main === undefined ? written : endTalks(written, name, at);
	const talking = begins === undefined ? journal : beginTalk(journal, name, begins, at);
	return setUnit({ ...systemd, journal: talking, nextPid: systemd.nextPid + (begins ? 7 : 0) }, next);
}

/**
 * Whether a unit is on its way: up, down, or to its end in the next second. After many restarts in a row, it is taken
 * to go on like that for ever.
 */
export function isMoving({ active, sub, coming, restarts }: SystemdUnit, now: number): boolean {
	const [next] = coming;
	if (next === undefined) return false;
	if (active === 'deactivating') return true;
	if (restarts > manyRestarts) return false;
	return active === 'activating' || (sub === 'running' && next.at <= now + 1000);
}

/** More than the start limit takes by default. */
const manyRestarts = 6;

/** A unit with other values. */
export function setUnit(systemd: Systemd, unit: SystemdUnit): Systemd {
	return { ...systemd, units: withEntry(systemd.units, unit.plan.name, unit) };
}

/** Forgets a unit whose file is gone, once it has ended. */
export function sweep(systemd: Systemd, name: string): Systemd {
	const unit = systemd.units.get(name);
	const ended = unit?.active === 'inactive' || unit?.active === 'failed';
	return unit?.unlinked && ended ? { ...systemd, units: withoutKeys(systemd.units, [name]) } : systemd;
}

const nexts = new WeakMap<Systemd['units'], number>();
