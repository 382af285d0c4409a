// A requirement of a unit that fleet may put on another machine.

import type { UnitFile } from '../syntax/tree.ts';
import { expandName } from '../workspace/names.ts';
import { type Reference, referencesOf } from '../workspace/references-of.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { addSettings } from './support/add-setting.ts';
import { type Distance, distanceTo } from './support/fleet-distance.ts';
import { type Place, placeOf } from './support/workspace-file.ts';

/** `Requires=` or the like on a unit of the cluster that nothing keeps on the same machine. */
export const fleetDistantRequirement = defineRule({
	id: 'fleet-distant-requirement',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A requirement of a fleet unit that may be on another machine',
	why: 'systemd looks for the other unit on its own machine only, and fleet puts a unit there without asking for it. Where the two are apart, systemd finds no such unit and refuses to start this one, and fleet does not try again.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web.service',
			others: { 'db.service': '\n[Service]\nExecStart=/usr/bin/db\n\n[X-Fleet]\nMachineMetadata=disk=ssd\n' },
			bad: `
[Unit]
Requires=docker.service db.service
                        ^^^^^^^^^^ nothing keeps this unit on the machine of \`db.service\`: elsewhere systemd does not find that one and does not start this one; add \`MachineOf=db.service\`
After=docker.service db.service

[Service]
ExecStart=/usr/bin/web

[X-Fleet]
MachineMetadata=role=web
`,
			fixed: `
[Unit]
Requires=docker.service db.service
After=docker.service db.service

[Service]
ExecStart=/usr/bin/web

[X-Fleet]
MachineMetadata=role=web
MachineOf=db.service
`,
			note: '`docker.service` is no unit of the workspace; every machine may have it.',
		},
		{
			file: 'web.service',
			others: {
				'metrics.service':
					'\n[Service]\nExecStart=/usr/bin/metrics\n\n[X-Fleet]\nGlobal=true\nMachineMetadata=role=db\n',
			},
			bad: `
[Unit]
BindsTo=metrics.service
        ^^^^^^^^^^^^^^^ \`metrics.service\` is only on machines with its \`MachineMetadata=\`, and this unit may run elsewhere, where systemd does not find that one and does not start this one; ask for the same metadata
After=metrics.service

[Service]
ExecStart=/usr/bin/web

[X-Fleet]
MachineMetadata=role=web
`,
		},
		{
			file: 'scheduler.service',
			others: { 'api.service': '\n[Service]\nExecStart=/usr/bin/api\n\n[X-Fleet]\nMachineMetadata=role=leader\n' },
			bad: `
[Unit]
Requires=api.service
         ^^^^^^^^^^^ only the same metadata keeps this unit with \`api.service\`: on another such machine systemd does not find that one and does not start this one; add \`MachineOf=api.service\`
After=api.service

[Service]
ExecStart=/usr/bin/scheduler

[X-Fleet]
MachineMetadata=role=leader
`,
			fixed: `
[Unit]
Requires=api.service
After=api.service

[Service]
ExecStart=/usr/bin/scheduler

[X-Fleet]
MachineMetadata=role=leader
MachineOf=api.service
`,
			note: 'Only an info: there may be one such machine.',
		},
		{
			file: 'web@.service',
			others: { 'web-data@.service': '\n[Service]\nExecStart=/usr/bin/data\n\n[X-Fleet]\nMachineOf=web@%i.service\n' },
			good: `
[Unit]
Requires=web-data@%i.service
After=web-data@%i.service

[Service]
ExecStart=/usr/bin/web

[X-Fleet]
Conflicts=web@*.service
`,
			note: 'The other unit follows this one.',
		},
	],
	check(unit, context) {
		const place = placeOf(context);
		if (place === undefined || !place.file.fleet || place.file.name.dropIn) return;
		for (const reference of requirementsIn(unit, place)) {
			const distance = distanceTo(expandName(reference.name, place.file.name), place);
			if (distance === undefined) continue;
			context.report(reference.span, messageOf(reference.name, distance, place), {
				...(distance === 'same-metadata' && { severity: 'info' }),
				fixes: distance === 'global-elsewhere' ? [] : placeWith(unit, reference, place),
			});
		}
	},
});

const requiring = ['BindsTo', 'Requires', 'Requisite'];

/** The requirements of a file, each unit once. */
function requirementsIn(unit: UnitFile, { file }: Place): readonly Reference[] {
	const byName = new Map<string, Reference>();
	for (const reference of referencesOf(unit)) {
		const name = expandName(reference.name, file.name);
		if (requiring.includes(reference.directive) && !byName.has(name)) byName.set(name, reference);
	}
	return [...byName.values()];
}

function messageOf(name: string, distance: Distance, { file }: Place): string {
	const effect = 'systemd does not find that one and does not start this one';
	const advice = file.requirements.global ? 'make that one global, too' : `add \`MachineOf=${name}\``;
	switch (distance) {
		case 'global-elsewhere':
			return `\`${name}\` is only on machines with its \`MachineMetadata=\`, and this unit may run elsewhere, where ${effect}; ask for the same metadata`;
		case 'same-metadata':
			return `only the same metadata keeps this unit with \`${name}\`: on another such machine ${effect}; ${advice}`;
		case 'anywhere':
			return `nothing keeps this unit on the machine of \`${name}\`: elsewhere ${effect}; ${advice}`;
	}
}

function placeWith(unit: UnitFile, { name }: Reference, { file }: Place): readonly Fix[] {
	const { global, machineId } = file.requirements;
	if (global || machineId !== undefined) return []; // fleet refuses these beside MachineOf.
	const edits = [addSettings(unit, 'X-Fleet', [`MachineOf=${name}`])];
	return [{ title: `Add \`MachineOf=${name}\``, kind: 'unsafe', edits }];
}
