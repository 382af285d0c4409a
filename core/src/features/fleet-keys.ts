// Which keys of [X-Fleet] still make sense beside those that are set. That a key has a newer name is the catalogue's
// business.

import type { FleetRelease, Requirements } from '../fleet/model.ts';
import { isRequirementKey } from '../fleet/requirement-keys.ts';
import { requirementsOf } from '../fleet/requirements.ts';
import { combinationFault } from '../fleet/validate.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';
import type { CompletionItem } from './complete.ts';

/** The items of keys that a release of fleet knows; what it would refuse beside the keys that are set sinks. */
export function fleetKeyItems(
	items: readonly CompletionItem[],
	unit: UnitFile,
	edited: Entry | undefined,
	release: FleetRelease,
): readonly CompletionItem[] {
	const set = keysSet(unit, edited, release);
	return items
		.filter(({ label }) => isRequirementKey(label, release))
		.map((item) => {
			const obstacle = set.find((other) => excludes(item.label, other, release));
			if (obstacle !== undefined) return sunk(item, `not together with ${obstacle}`);
			// An old spelling is not found by the key itself.
			const isSet = item.label === 'MachineID' && set.includes('MachineID') && !item.sinks;
			return isSet ? sunk(item, 'already set here') : item;
		});
}

/** Whether fleet refuses a unit because it has both keys. */
function excludes(key: string, other: string, release: FleetRelease): boolean {
	return combinationFault({ ...nothing, ...samples[key], ...samples[other] }, release) !== undefined;
}

const nothing: Requirements = {
	peers: [],
	conflicts: [],
	replaces: [],
	machineId: undefined,
	metadata: new Map(),
	global: false,
};

const samples: Readonly<Record<string, Partial<Requirements>>> = {
	MachineID: { machineId: 'any' },
	MachineOf: { peers: ['any'] },
	Conflicts: { conflicts: ['any'] },
	Replaces: { replaces: ['any'] },
	Global: { global: true },
};

function sunk(item: CompletionItem, why: string): CompletionItem {
	return { ...item, sinks: true, detail: `${why} · ${item.detail}`, sortText: item.sortText.replace(/^0/, '1') };
}

/** The keys that have an effect as the file stands, old spellings among them; `Global=false` has none. */
function keysSet(unit: UnitFile, edited: Entry | undefined, release: FleetRelease): readonly string[] {
	const entries = unit.sections.filter(({ name }) => name === 'X-Fleet').flatMap((section) => section.entries);
	const options = entries
		.filter((entry) => entry !== edited)
		.map(({ key, value }) => ({ section: 'X-Fleet', name: key.text, value: value.text }));
	return effectiveKeys(requirementsOf(options, undefined, release));
}

function effectiveKeys({ machineId, peers, conflicts, replaces, global }: Requirements): readonly string[] {
	return [
		...(machineId === undefined ? [] : ['MachineID']),
		...(peers.length === 0 ? [] : ['MachineOf']),
		...(conflicts.length === 0 ? [] : ['Conflicts']),
		...(replaces.length === 0 ? [] : ['Replaces']),
		...(global ? ['Global'] : []),
	];
}
