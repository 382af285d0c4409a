// One round of a machine's agent: what the registry wants there is compared with what is there, and systemd is told.
// In fleet's order: unload, load, stop, start; and the first task that fails ends the round, whatever is behind it.

import { splitUnitName } from '../../../../core/src/fleet/unit-name.ts';
import { withEntries, withEntry, withoutKeys } from '../maps.ts';
import { beatFor, clearHeartbeats } from '../registry/changes.ts';
import type { ReadableUnit } from '../registry/reading.ts';
import type { Registry } from '../registry/registry.ts';
import { startUnit, stopUnit } from '../systemd/manage.ts';
import { isKnownKind, readPlan } from '../systemd/read-plan.ts';
import { namesSetting } from '../systemd/settings.ts';
import { loadPlan, unlinkUnit } from '../systemd/systemd.ts';
import { type Host, hostName } from './host.ts';
import { wantedUnits } from './wanted.ts';

/** A machine together with the registry, which its agent reads and writes. */
export interface Site {
	readonly registry: Registry;
	readonly host: Host;
}

/** Whether an agent would see anything new. */
export function agentHasNews({ registry, host }: Site): boolean {
	const { agent, fleetd } = host;
	if (fleetd.kind !== 'running' || agent.wedgedAt !== undefined) return false;
	return agent.seen !== registry.jobs || agent.seenMetadata !== registry.metadata;
}

/** One round. */
export function agentRound(site: Site, now: number): Site {
	const units = wantedUnits(site.registry, site.host.facts.id);
	const unloaded = unloadUnits(site, units, now);
	const loaded = loadUnits(unloaded, units, now);
	const done = loaded.failed ? loaded.site : startUnits(stopUnits(loaded.site, units, now), units, now);
	const agent = { ...done.host.agent, seen: site.registry.jobs, seenMetadata: site.registry.metadata };
	return { ...done, host: { ...done.host, agent } };
}

/** Takes a unit off the machine: it is told to stop, and nobody vouches for it any more. */
export function unloadUnit({ registry, host }: Site, name: string, now: number): Site {
	const systemd = unlinkUnit(stopUnit(host.systemd, name, now), name);
	const agent = { ...host.agent, asked: withoutKeys(host.agent.asked, [name]) };
	const files = withoutKeys(host.files, [name]);
	const own = registry.heartbeats.get(name) === host.facts.id;
	return {
		registry: own ? clearHeartbeats(registry, [name]) : registry,
		host: { ...host, systemd, agent, files, withdrawn: [...host.withdrawn, name] },
	};
}

function unloadUnits(site: Site, units: readonly ReadableUnit[], now: number): Site {
	const hashes = new Map(units.map(({ job }) => [job.name, job.hash]));
	const gone = [...site.host.files].filter(([name, hash]) => hashes.get(name) !== hash);
	return gone.reduce((current, [name]) => unloadUnit(current, name, now), site);
}

function loadUnits(
	site: Site,
	units: readonly ReadableUnit[],
	now: number,
): { readonly site: Site; readonly failed: boolean } {
	const fresh = units.filter(({ job }) => !site.host.files.has(job.name));
	const loadable = fresh.filter((unit) => loadFault(unit) === undefined);
	const loaded = loadable.reduce((current, unit) => loadUnit(current, unit, now), site);
	const faults = fresh.map(loadFault);
	const host = faults.includes('wedges')
		? { ...loaded.host, agent: { ...loaded.host.agent, wedgedAt: now } }
		: loaded.host;
	return { site: { ...loaded, host }, failed: faults.some((fault) => fault !== undefined) };
}

// fleet tries again and again, and in another order each time, so that all that can be loaded is loaded in the end.
function loadFault({ job, options }: ReadableUnit): 'fails' | 'wedges' | undefined {
	if (splitUnitName(job.name)?.isTemplate) return 'wedges';
	if (!isKnownKind(job.name) || job.name.length > longestFileName) return 'fails';
	const enabledBy = ['WantedBy', 'RequiredBy', 'Alias', 'Also'].flatMap((name) =>
		namesSetting(options, 'Install', name),
	);
	return enabledBy.every((name) => unitName.test(name)) ? undefined : 'fails';
}

/** Bytes. fleet takes names that are one longer. */
const longestFileName = 255;

const unitName = /^[A-Za-z0-9:_.\\@%-]+\.[a-z]+$/;

function loadUnit({ registry, host }: Site, { job, options }: ReadableUnit, now: number): Site {
	const place = { machineId: host.facts.id, hostName: hostName(host) };
	const plan = readPlan(job.name, job.hash, options, place);
	const asked = withEntry(host.agent.asked, job.name, 'loaded');
	return {
		registry,
		host: {
			...host,
			files: withEntry(host.files, job.name, job.hash),
			systemd: loadPlan(host.systemd, plan, now),
			agent: { ...host.agent, asked },
		},
	};
}

function stopUnits(site: Site, units: readonly ReadableUnit[], now: number): Site {
	const { asked } = site.host.agent;
	const names = units
		.filter(({ job, desiredState }) => desiredState === 'loaded' && asked.get(job.name) === 'launched')
		.map(({ job }) => job.name);
	const systemd = names.reduce((current, name) => stopUnit(current, name, now), site.host.systemd);
	return remember(
		{ registry: clearHeartbeats(site.registry, names), host: { ...site.host, systemd } },
		names,
		'loaded',
	);
}

function startUnits(site: Site, units: readonly ReadableUnit[], now: number): Site {
	const { asked } = site.host.agent;
	const launched = units.filter(({ desiredState }) => desiredState === 'launched').map(({ job }) => job.name);
	const names = launched.filter((name) => asked.get(name) !== 'launched');
	const systemd = names.reduce((current, name) => startUnit(current, name, now), site.host.systemd);
	// Of global units every machine says that it is the one; the last to say so counts, and nobody asks.
	const registry = beatFor(site.registry, site.host.facts.id, names);
	return remember({ registry, host: { ...site.host, systemd } }, names, 'launched');
}

function remember({ registry, host }: Site, names: readonly string[], what: 'loaded' | 'launched'): Site {
	const asked = withEntries(
		host.agent.asked,
		names.map((name) => [name, what] as const),
	);
	return { registry, host: { ...host, agent: { ...host.agent, asked } } };
}
