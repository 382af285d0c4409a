// A comment behind a value of [X-Fleet], which fleet takes for part of the value. Other sections are systemd's
// business, and their values have rules that know them.

import type { UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { commentStart, type FleetSetting, fleetSettings } from './support/fleet-settings.ts';

/** `Global=true # why`. */
export const fleetTrailingComment = defineRule({
	id: 'fleet-trailing-comment',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'A comment behind a value in [X-Fleet]',
	why: 'Only whole lines are comments. Behind a value the comment becomes part of it: a global unit is not global, a unit or metadata of that name does not exist.',
	reference: 'go-systemd unit.Deserialize',
	examples: [
		{
			file: 'web.service',
			bad: `
[X-Fleet]
Global=true # on every machine
            ^^^^^^^^^^^^^^^^^^ fleet takes this comment for part of the value, and so the unit is not global; put it on a line of its own
`,
			fixed: `
[X-Fleet]
# on every machine
Global=true
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineOf=db.service ; beside its data
                     ^^^^^^^^^^^^^^^^^ fleet takes this comment for part of the value; put it on a line of its own
`,
			fixed: `
[X-Fleet]
; beside its data
MachineOf=db.service
`,
		},
		{
			file: 'web.service',
			good: `
[X-Fleet]
# on every machine
Global=true
`,
		},
	],
	check(unit, context) {
		for (const setting of fleetSettings(unit, context)) {
			const { key, option } = setting;
			const at = setting.garbled === 'comment' ? commentStart(key, option.value) : undefined;
			if (at === undefined) continue;
			const effect = key === 'Global' ? ', and so the unit is not global' : '';
			const message = `fleet takes this comment for part of the value${effect}; put it on a line of its own`;
			const blanks = /^\s*/.exec(option.value.slice(at))?.[0].length ?? 0;
			const start = option.valueSpan.start + at + blanks;
			context.report({ start, end: option.valueSpan.end }, message, { fixes: fixesOf(unit, setting, at) });
		}
	},
});

function fixesOf({ text }: UnitFile, { option }: FleetSetting, at: number): readonly Fix[] {
	const { value, nameSpan, valueSpan } = option;
	if (value.includes('\n')) return []; // Where the lines of such a value belong is for a person to say.
	const lineStart = text.lastIndexOf('\n', nameSpan.start - 1) + 1;
	const indent = text.slice(lineStart, nameSpan.start);
	const edits = [
		{ span: { start: lineStart, end: lineStart }, text: `${indent}${value.slice(at).trim()}\n` },
		{ span: { start: valueSpan.start + at, end: valueSpan.end }, text: '' },
	];
	return [{ title: 'Move the comment above', kind: 'safe', edits }];
}
