// Templates that somebody has loaded or launched. systemd cannot load one, and the agent that tries does nothing else
// any more (seen with fleet v1.0.0 on systemd 252); as soon as the template is not wanted, the agent goes on.

import { splitUnitName } from '../../../../core/src/fleet/unit-name.ts';
import type { Check } from './finding.ts';
import { shortId } from './finding.ts';

/** Finds templates that are asked to run. */
export const activeTemplates: Check = {
	id: 'active-template',
	isPassing: false,
	find: ({ snapshot }) =>
		snapshot.units
			.filter(({ name, desiredState }) => desiredState !== 'inactive' && splitUnitName(name)?.isTemplate === true)
			.map(({ name, desiredState, machineId }) => ({
				severity: 'error',
				subject: name,
				sentence: `${name} is a template and is ${desiredState}, which wedges the agent ${place(machineId)}`,
				advice: 'make it inactive; its instances are what runs',
				repair: { kind: 'set-desired-state', name, desiredState: 'inactive' },
			})),
};

function place(machineId: string | undefined): string {
	return machineId === undefined ? 'of the machine that takes it' : `on ${shortId(machineId)}`;
}
