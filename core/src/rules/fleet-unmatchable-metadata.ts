// MachineMetadata= that fleet keeps but no machine can have, or that is written as a comparison which fleet does not
// know. What fleet drops has a rule of its own.

import type { Span } from '../syntax/span.ts';
import type { Fix, Severity } from './problem.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { quoteItems, soundSettings } from './support/fleet-settings.ts';

/** `role = web`, `role=web*`, `role=web,db`, `role!=web`. */
export const fleetUnmatchableMetadata = defineRule({
	id: 'fleet-unmatchable-metadata',
	group: 'fleet',
	severity: 'warning',
	mayBeError: true,
	since: '0.1.0',
	summary: 'Metadata that no machine is likely to have',
	why: 'fleet compares key and value letter by letter: there are no wildcards, no lists and no negation, and blanks around the `=` count. Machines cannot have such blanks or commas, because fleet strips blanks and cuts at commas when it reads its configuration. The unit waits for a machine for ever.',
	reference: 'fleet v1.0.0 machine.HasMetadata',
	examples: [
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata=role = web
                ^^^^^^^^^^ fleet takes the blanks around \`=\` for part of key and value, and no machine matches; remove them
`,
			fixed: `
[X-Fleet]
MachineMetadata=role=web
`,
			note: 'An error: such a unit never runs.',
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata=role=web*
                ^^^^^^^^^ fleet knows no wildcards in metadata: it looks for a machine whose \`role\` is \`web*\`; write the value out
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata=role=web,db
                ^^^^^^^^^^^ fleet takes \`web,db\` for one value, which no machine can have; for one of several values, write the key with each
`,
			fixed: `
[X-Fleet]
MachineMetadata="role=web" "role=db"
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
MachineMetadata=role!=db
                ^^^^^^^^ fleet knows no comparison but \`=\`: it looks for a machine that has a key \`role!\`; name the values that will do
`,
		},
		{
			file: 'web.service',
			good: `
[X-Fleet]
MachineMetadata="role=web" "role=db"
`,
			note: 'One of the two roles.',
		},
	],
	check(unit, context) {
		for (const { items, option } of soundSettings(unit, context, 'MachineMetadata')) {
			for (const { text, span } of items) {
				const [key = '', value = '', ...more] = text.split('=');
				if (key === '' || value === '' || more.length > 0) continue; // Dropped, and said elsewhere.
				const only = items.length === 1 ? option.valueSpan : undefined;
				const fault = faultOf(key, value, span, only);
				if (fault !== undefined) context.report(span, fault.message, { severity: fault.severity, fixes: fault.fixes });
			}
		}
	},
});

interface Fault {
	readonly message: string;
	readonly severity: Severity;
	readonly fixes: readonly Fix[];
}

function faultOf(key: string, value: string, span: Span, only: Span | undefined): Fault | undefined {
	if (key.trim() !== key || value.trim() !== value) return blanks(key.trim(), value.trim(), span);
	if (/[!<>~+]$/.test(key)) return comparison(key);
	if (value.includes(',')) return list(key, value.split(','), only);
	return /[*?]/.test(value) ? wildcard(key, value) : undefined;
}

function blanks(key: string, value: string, span: Span): Fault {
	const message = 'fleet takes the blanks around `=` for part of key and value, and no machine matches; remove them';
	return { message, severity: 'error', fixes: [replaceFix(span, `${key}=${value}`, 'safe', 'Remove the blanks')] };
}

function comparison(key: string): Fault {
	const message = `fleet knows no comparison but \`=\`: it looks for a machine that has a key \`${key}\`; name the values that will do`;
	return { message, severity: 'warning', fixes: [] };
}

function wildcard(key: string, value: string): Fault {
	const message = `fleet knows no wildcards in metadata: it looks for a machine whose \`${key}\` is \`${value}\`; write the value out`;
	return { message, severity: 'warning', fixes: [] };
}

function list(key: string, values: readonly string[], only: Span | undefined): Fault {
	const message = `fleet takes \`${values.join()}\` for one value, which no machine can have; for one of several values, write the key with each`;
	const text = quoteItems(values.map((value) => `${key}=${value.trim()}`));
	const fixes = only === undefined ? [] : [replaceFix(only, text, 'unsafe', 'Write the key with each value')];
	return { message, severity: 'warning', fixes };
}
