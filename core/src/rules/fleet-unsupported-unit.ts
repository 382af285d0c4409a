// Units that fleet cannot run whatever is in them: names it refuses, types it does not know, and drop-ins.

import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import type { FleetRelease } from '../fleet/model.ts';
import { unitNameFault } from '../fleet/unit-name.ts';
import { defineRule } from './rule.ts';
import { unsupportedUnitTypes } from './support/unit-suffix.ts';

/** [X-Fleet] in a file that fleet takes no unit from. */
export const fleetUnsupportedUnit = defineRule({
	id: 'fleet-unsupported-unit',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'An [X-Fleet] section in a unit that fleet does not run',
	why: 'fleet runs services, sockets, timers, paths, mounts, automounts and devices. Names may have letters, digits and `:-_.\\@`, and since release 1.0 only services, sockets, timers and paths may be templates. Drop-ins it does not read.',
	reference: 'fleet v1.0.0 api.ValidateName',
	examples: [
		{
			file: 'web.target',
			bad: `
[Unit]
Description=Web

[X-Fleet]
 ^^^^^^^ fleet runs no .target units, and fleetctl would call this one \`web.target.service\`; keep targets out of fleet
MachineMetadata=role=web
`,
		},
		{
			file: 'web+.service',
			bad: `
[Service]
ExecStart=/usr/bin/web

[X-Fleet]
 ^^^^^^^ fleet refuses the unit for its name: “invalid character '+' in unit name”; rename the file
MachineMetadata=role=web
`,
		},
		{
			file: '/etc/systemd/system/web.service.d/10-fleet.conf',
			bad: `
[X-Fleet]
 ^^^^^^^ fleet reads no drop-ins, and this section has no effect; put it into \`web.service\` itself
MachineMetadata=role=web
`,
			note: 'A warning.',
		},
		{
			file: 'data@.mount',
			fleetRelease: '0.11',
			good: `
[Mount]
What=/dev/sdb1
Where=/data

[X-Fleet]
MachineMetadata=role=web
`,
			note: 'Before fleet 1.0 any type could be a template.',
		},
	],
	check(unit, { file, fleetRelease, report }) {
		const section = unit.sections.find(({ name }) => name === 'X-Fleet');
		if (section === undefined || file === undefined) return;
		const fault = faultOf(file, fleetRelease);
		if (fault !== undefined) report(section.header.name.span, fault, { ...(file.dropIn && { severity: 'warning' }) });
	},
});

function faultOf({ unit, kind, dropIn }: UnitFileName, release: FleetRelease): string | undefined {
	if (dropIn) return `fleet reads no drop-ins, and this section has no effect; put it into \`${unit}\` itself`;
	if (kind !== undefined && unsupportedUnitTypes.includes(kind))
		return `fleet runs no .${kind} units, and fleetctl would call this one \`${unit}.service\`; keep ${kind}s out of fleet`;
	const fault = unitNameFault(unit, release);
	return fault && `fleet refuses the unit for its name: “${fault}”; rename the file`;
}
