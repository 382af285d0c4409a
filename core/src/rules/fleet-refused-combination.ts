// Settings of [X-Fleet] that exclude each other: fleet refuses the unit, or never schedules it if only the expanded
// specifiers show the contradiction.

import { matchGlob } from '../fleet/glob.ts';
import { requirementsOf } from '../fleet/requirements.ts';
import { combinationFault } from '../fleet/validate.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { type FleetGlob, globsOf } from './support/fleet-globs.ts';
import { type FleetItem, type FleetKey, type FleetSetting, fleetSettings } from './support/fleet-settings.ts';

/** `Global` beside `MachineOf`, `MachineOf` of a unit that `Conflicts` forbids, and the like. */
export const fleetRefusedCombination = defineRule({
	id: 'fleet-refused-combination',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'Settings of [X-Fleet] that exclude each other',
	why: 'fleet refuses a new unit that asks for both. It checks before it expands specifiers: what contradicts itself only after that is accepted, and waits for ever. Over a unit that exists already it checks nothing.',
	reference: 'fleet v1.0.0 api.ValidateOptions',
	examples: [
		{
			file: 'web.service',
			bad: `
[X-Fleet]
Global=true
MachineOf=db.service
^^^^^^^^^ fleet refuses the unit: \`Global\` cannot be used with \`MachineOf\`; remove one of them
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineID=0123456789abcdef0123456789abcdef
Conflicts=db.service
^^^^^^^^^ fleet refuses the unit: \`MachineID\` cannot be used with \`Conflicts\`; remove one of them
`,
		},
		{
			file: 'web.service',
			fleetRelease: '0.13',
			bad: `
[X-Fleet]
Global=true
Conflicts=db.service
^^^^^^^^^ fleet 0.13 refuses the unit: \`Global\` cannot be used with \`Conflicts\`; remove one of them
`,
		},
		{
			file: 'web-announce@.service',
			bad: `
[X-Fleet]
MachineOf=web@%i.service
Conflicts=web@*.service
          ^^^^^^^^^^^^^ fleet refuses the unit: it is to run beside \`web@%i.service\`, which this glob matches; change one of them
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineOf=%p.socket
Conflicts=web.*
          ^^^^^ no machine will ever do: the unit is to run beside \`%p.socket\`, which this glob matches once \`%p\` is expanded; change one of them
`,
			note: 'fleet accepts this unit, because it does not expand specifiers when it checks.',
		},
		{
			file: 'web.service',
			good: `
[X-Fleet]
Global=true
MachineMetadata=role=web
Conflicts=db.service
`,
			note: 'Since fleet 1.0 global units may have conflicts.',
		},
	],
	check(unit, context) {
		const settings = fleetSettings(unit, context);
		if (settings.length < 2) return;
		reportPairs(settings, context);
		reportRivals(unit, settings, context);
	},
});

function reportPairs(settings: readonly FleetSetting[], context: RuleContext): void {
	const { fleetRelease: release } = context;
	const shown = [...effectiveSettings(settings).values()].sort((a, b) => placeOf(a) - placeOf(b));
	const whose = release === '1.0' ? 'fleet' : `fleet ${release}`;
	shown.forEach((later, index) => {
		for (const earlier of shown.slice(0, index)) {
			const fault = combinationFault(requirementsOf([earlier.option, later.option], undefined, release), release);
			if (fault === undefined) continue;
			const reason = fault.replace('Peers', 'MachineOf').replace(/\b(?:[A-Z]\w+)\b/g, '`$&`');
			context.report(later.option.nameSpan, `${whose} refuses the unit: ${reason}; remove one of them`, {
				related: [{ span: earlier.option.nameSpan, message: 'the other one' }],
			});
		}
	});
}

/** One setting for each key: the first, and of Global= the last, which is the one that counts. */
function effectiveSettings(settings: readonly FleetSetting[]): ReadonlyMap<FleetKey, FleetSetting> {
	const found = new Map<FleetKey, FleetSetting>();
	for (const setting of settings) {
		if (setting.key === 'Global' || !found.has(setting.key)) found.set(setting.key, setting);
	}
	return found;
}

function placeOf({ option }: FleetSetting): number {
	return option.nameSpan.start;
}

function reportRivals(unit: UnitFile, settings: readonly FleetSetting[], context: RuleContext): void {
	const all = settings.filter(({ key }) => key === 'MachineOf').flatMap(({ items }) => items);
	const peers = [...new Map(all.map((peer) => [peer.text, peer])).values()];
	for (const glob of globsOf(unit, context)) {
		const peer = peers.find(({ text, expanded }) => text !== '' && forbids(glob.item, text, expanded));
		if (peer === undefined) continue;
		context.report(glob.item.span, rivalMessage(glob, peer), {
			related: [{ span: peer.span, message: 'the unit that it is to run beside' }],
		});
	}
}

function forbids(glob: FleetItem, peer: string, expandedPeer: string): boolean {
	return matchGlob(glob.text, peer) || matchGlob(glob.expanded, expandedPeer);
}

function rivalMessage({ item }: FleetGlob, peer: FleetItem): string {
	if (matchGlob(item.text, peer.text))
		return `fleet refuses the unit: it is to run beside \`${peer.text}\`, which this glob matches; change one of them`;
	const specifiers = [...new Set(`${item.text} ${peer.text}`.match(/%[nNpi]/g))].map((found) => `\`${found}\``);
	const expanded = `${specifiers.join(' and ')} ${specifiers.length === 1 ? 'is' : 'are'} expanded`;
	return `no machine will ever do: the unit is to run beside \`${peer.text}\`, which this glob matches once ${expanded}; change one of them`;
}
