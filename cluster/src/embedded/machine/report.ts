// What a machine reports of its units: systemd's words, when they have changed, and all of them again from time to time.

import { withoutKeys } from '../maps.ts';
import { removeStates, reportStates } from '../registry/changes.ts';
import type { ReportedState } from '../registry/registry.ts';
import type { Site } from './agent.ts';
import type { Host } from './host.ts';

/** Whether there is something that was not reported yet, or no longer holds. */
export function hasUnreported(host: Host): boolean {
	return isTalking(host) && (changedStates(host).length > 0 || host.withdrawn.length > 0);
}

/** Whether the registry has lost something that the agent believes to have reported. */
export function isForgotten({ registry, host }: Site): boolean {
	const known = registry.states.get(host.facts.id);
	return isTalking(host) && [...host.published.keys()].some((name) => known?.has(name) !== true);
}

// What was loaded again meanwhile is reported first and taken back with the rest; the next look finds it missing.
/** Reports what has changed, and takes back what was said of units that were unloaded. */
export function reportChanges(site: Site): Site {
	return takeBack(report(site, changedStates(site.host)));
}

/** Takes back what was said of units that were unloaded. */
export function takeBack({ registry, host }: Site): Site {
	const { withdrawn, published } = host;
	if (withdrawn.length === 0) return { registry, host };
	return {
		registry: removeStates(registry, withdrawn),
		host: { ...host, published: withoutKeys(published, withdrawn), withdrawn: [] },
	};
}

/** Reports everything. */
export function reportAll(site: Site): Site {
	return report(site, [...currentStates(site.host)]);
}

function report({ registry, host }: Site, states: readonly (readonly [string, ReportedState])[]): Site {
	if (states.length === 0) return { registry, host };
	const published = new Map([...host.published, ...states]);
	return { registry: reportStates(registry, host.facts.id, states), host: { ...host, published } };
}

// An agent that hangs says nothing new, and a fleetd that does not run says nothing at all.
function isTalking({ fleetd, agent }: Host): boolean {
	return fleetd.kind === 'running' && agent.wedgedAt === undefined;
}

function changedStates(host: Host): readonly (readonly [string, ReportedState])[] {
	const known = changes.get(host);
	if (known !== undefined) return known;
	const changed = [...currentStates(host)].filter(([name, state]) => !isSame(host.published.get(name), state));
	changes.set(host, changed);
	return changed;
}

const changes = new WeakMap<Host, readonly (readonly [string, ReportedState])[]>();

function* currentStates({ files, systemd }: Host): Iterable<readonly [string, ReportedState]> {
	for (const [name, hash] of files) {
		const unit = systemd.units.get(name);
		if (unit === undefined) continue;
		yield [name, { hash, load: unit.plan.load.kind, active: unit.active, sub: unit.sub }];
	}
}

function isSame(a: ReportedState | undefined, b: ReportedState): boolean {
	return a?.hash === b.hash && a.load === b.load && a.active === b.active && a.sub === b.sub;
}
