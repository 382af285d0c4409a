// Specifiers in [X-Fleet] that systemd would expand and fleet does not.

import { defineRule } from './rule.ts';
import { fleetSettings } from './support/fleet-settings.ts';
import { unexpandedSpecifiers } from './support/fleet-specifiers.ts';

/** `%H` and the like in a value of [X-Fleet]. */
export const fleetUnexpandedSpecifier = defineRule({
	id: 'fleet-unexpanded-specifier',
	group: 'fleet',
	severity: 'warning',
	mayBeError: true,
	since: '0.1.0',
	summary: 'A specifier in [X-Fleet] that fleet does not expand',
	why: 'fleet decides where a unit runs before any machine reads it, and expands `%n`, `%N`, `%p` and `%i` only. All others stay as they are written, `%%` included, and match nothing.',
	reference: 'fleet v1.0.0 job.unitPrintf',
	examples: [
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata=host=%H
                     ^^ fleet does not expand \`%H\` but looks for this very text; write the value out
`,
			note: 'Which machine it will be is not known when fleet looks for one.',
		},
		{
			file: 'web-announce@.service',
			bad: `
[X-Fleet]
MachineOf=web@%I.service
              ^^ fleet does not expand \`%I\` but looks for this very text; write \`%i\`
`,
			fixed: `
[X-Fleet]
MachineOf=web@%i.service
`,
			note: 'An error: no unit can have such a name.',
		},
		{ file: 'web@.service', good: '[X-Fleet]\nMachineMetadata=host=%i\nConflicts=%p@*.service\n' },
	],
	check(unit, context) {
		for (const { key, option } of fleetSettings(unit, context)) {
			for (const { text, at } of unexpandedSpecifiers(option.value)) {
				const start = option.valueSpan.start + at;
				const span = { start, end: start + text.length };
				const instead = { '%I': '%i', '%P': '%p' }[text];
				const remedy = instead === undefined ? 'write the value out' : `write \`${instead}\``;
				context.report(span, `fleet does not expand \`${text}\` but looks for this very text; ${remedy}`, {
					...(key === 'MachineOf' && { severity: 'error' }),
					fixes:
						instead === undefined
							? []
							: [{ title: `Change to \`${instead}\``, kind: 'safe', edits: [{ span, text: instead }] }],
				});
			}
		}
	},
});
