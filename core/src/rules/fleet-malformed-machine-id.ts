// MachineID= that is no machine's ID. Whether a machine has it is known to the cluster only.

import { defineRule } from './rule.ts';
import { soundSettings } from './support/fleet-settings.ts';

/** An ID that is neither whole nor shortened to eight digits. */
export const fleetMalformedMachineId = defineRule({
	id: 'fleet-malformed-machine-id',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A machine ID that no machine can have',
	why: 'fleet compares the value with the whole ID of a machine, which is 32 hexadecimal digits in lower case, and with its first eight. Anything else matches no machine, and the unit waits for ever.',
	reference: 'fleet v1.0.0 machine.MachineState.MatchID; machine-id(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineID=0123456789ab
          ^^^^^^^^^^^^ a machine ID has 32 digits, or 8 in its short form, and this has 12: no machine matches; write the ID that \`fleetctl list-machines --full\` shows
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineID=core-1
          ^^^^^^ a machine ID is made of the digits 0-9 and a-f, in lower case: no machine matches; write the ID that \`fleetctl list-machines --full\` shows
`,
		},
		{ file: 'web.service', good: '[X-Fleet]\nMachineID=0123abcd\n', note: 'The short form.' },
		{ file: 'agent@.service', good: '[X-Fleet]\nMachineID=%i\n' },
	],
	check(unit, context) {
		for (const { items } of soundSettings(unit, context, 'MachineID')) {
			for (const { text, span } of items) {
				const fault = text === '' || text.includes('%') ? undefined : faultOf(text);
				if (fault === undefined) continue;
				const remedy = 'write the ID that `fleetctl list-machines --full` shows';
				context.report(span, `${fault}: no machine matches; ${remedy}`);
			}
		}
	},
});

function faultOf(id: string): string | undefined {
	if (!/^[0-9a-f]+$/.test(id)) return 'a machine ID is made of the digits 0-9 and a-f, in lower case';
	const known = id.length === 32 || id.length === 8;
	return known ? undefined : `a machine ID has 32 digits, or 8 in its short form, and this has ${id.length}`;
}
