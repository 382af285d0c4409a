// [Install] beside [X-Fleet]: which of the two starts the unit depends on the release.

import { isFleetAtLeast } from '../fleet/model.ts';
import { defineRule } from './rule.ts';
import { isFleetUnit } from './support/sections.ts';

/** [Install] in a unit for fleet. */
export const fleetInstallSection = defineRule({
	id: 'fleet-install-section',
	group: 'fleet',
	severity: 'hint',
	since: '0.1.0',
	summary: 'An [Install] section in a unit that fleet runs',
	why: 'fleet starts its units itself. Since release 1.0 it also enables those with an `[Install]` section on their machine, and systemd may start them through `WantedBy=` whatever fleet wants; if enabling fails, so does the unit. Older releases ignore the section.',
	reference: 'fleet v1.0.0 agent.UnitManager',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web

[Install]
 ^^^^^^^ fleet enables the unit on its machine, where systemd may then start it by itself; remove the section unless that is meant
WantedBy=multi-user.target

[X-Fleet]
MachineMetadata=role=web
`,
		},
		{
			file: 'web.service',
			fleetRelease: '0.11',
			bad: `
[Service]
ExecStart=/usr/bin/web

[Install]
 ^^^^^^^ fleet 0.11 starts the unit itself and ignores this section; remove it if only fleet runs the unit
WantedBy=multi-user.target

[X-Fleet]
MachineMetadata=role=web
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web

[Install]
WantedBy=multi-user.target
`,
			note: 'A unit for systemd alone.',
		},
	],
	check(unit, { file, fleetRelease, report }) {
		if (!isFleetUnit(unit) || file?.dropIn) return;
		const message = isFleetAtLeast(fleetRelease, '1.0')
			? 'fleet enables the unit on its machine, where systemd may then start it by itself; remove the section unless that is meant'
			: `fleet ${fleetRelease} starts the unit itself and ignores this section; remove it if only fleet runs the unit`;
		for (const { name, header, entries } of unit.sections) {
			if (name === 'Install' && entries.length > 0) report(header.name.span, message);
		}
	},
});
