// Units that ask for each other's machine.

import { filesNamed, nearestTo } from '../workspace/names.ts';
import { peerCycle } from '../workspace/placement.ts';
import { defineRule } from './rule.ts';
import { namedPeers, placeOf } from './support/workspace-file.ts';

/** `MachineOf=` that leads back to the unit itself. */
export const fleetPeerCycle = defineRule({
	id: 'fleet-peer-cycle',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
	summary: 'Units that wait for each other’s machine',
	why: 'fleet places a unit with `MachineOf=` only where the other one already is. When each waits for the other, none is ever scheduled, and fleet does not say why.',
	reference: 'fleet v1.0.0 agent.AgentState.AbleToRun',
	examples: [
		{
			file: 'web.service',
			others: { 'web-data.service': '\n[Service]\nExecStart=/usr/bin/data\n\n[X-Fleet]\nMachineOf=web.service\n' },
			bad: `
[X-Fleet]
MachineOf=web-data.service
          ^^^^^^^^^^^^^^^^ this closes a circle: \`web.service\` waits for the machine of \`web-data.service\`, and that one for \`web.service\`: none is ever scheduled; let one of them go without
`,
		},
		{
			file: 'web.service',
			others: { 'web-data.service': '\n[Service]\nExecStart=/usr/bin/data\n\n[X-Fleet]\nMachineMetadata=disk=ssd\n' },
			good: `
[X-Fleet]
MachineOf=web-data.service
`,
		},
	],
	check(unit, context) {
		const place = placeOf(context);
		if (place === undefined) return;
		const { view, file } = place;
		const cycle = peerCycle(view, file);
		if (cycle === undefined || cycle.length < 3 || cycle.some(({ requirements }) => requirements.global)) return;
		const next = cycle[1];
		const closing = namedPeers(unit, context).find(({ expanded }) =>
			nearestTo(file.path, filesNamed(view, expanded)).some((other) => other === next),
		);
		if (closing !== undefined) context.report(closing.span, cycleMessage(cycle.map(({ name }) => name.unit)));
	},
});

function cycleMessage([first = '', second = '', ...others]: readonly string[]): string {
	const chain = others.map((name) => `that one for \`${name}\``).join(', ');
	return `this closes a circle: \`${first}\` waits for the machine of \`${second}\`, and ${chain}: none is ever scheduled; let one of them go without`;
}
