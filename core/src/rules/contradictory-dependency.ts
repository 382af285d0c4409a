// Two dependencies on one unit that cannot both be met.

import { expandName } from '../workspace/names.ts';
import { type Reference, referencesOf } from '../workspace/references-of.ts';
import { defineRule } from './rule.ts';
import { type WholeUnit, wholeUnit } from './support/whole-unit.ts';

/** A unit that another one both requires and conflicts with, or is both before and after. */
export const contradictoryDependency = defineRule({
	id: 'contradictory-dependency',
	group: 'units',
	severity: 'error',
	since: '0.1.0',
	summary: 'Dependencies on one unit that contradict each other',
	why: 'Whoever requires a unit and conflicts with it asks for its start and its stop at once: systemd refuses to start such a unit at all. `After=` and `Before=` of one unit leave no order to start in; systemd refuses the start where the other unit is required, and else leaves one of the two out.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Unit]
Requires=old-web.service
After=old-web.service
Conflicts=old-web.service
          ^^^^^^^^^^^^^^^ \`old-web.service\` is in \`Requires=\`, too, and systemd cannot start it and stop it at once, so this unit never starts; remove one of them

[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			bad: `
[Unit]
Wants=db.service
After=db.service
Before=db.service
       ^^^^^^^^^^ \`db.service\` is in \`After=\`, too, and no order fits both, so systemd leaves one of the two units out; remove one of them

[Service]
ExecStart=/usr/bin/web
`,
			note: 'A warning here; an error where the other unit is required.',
		},
		{
			file: 'web.service',
			good: `
[Unit]
Conflicts=shutdown.target
Before=shutdown.target
Requires=db.service
After=db.service

[Service]
ExecStart=/usr/bin/web
`,
		},
	],
	check(unit, context) {
		const own = referencesOf(unit).filter(({ directive }) => directive === 'Conflicts' || directive === 'Before');
		if (own.length === 0) return;
		const whole = wholeUnit(unit, context);
		if (whole === undefined) return;
		const others = namesIn(whole);
		if (others.size === 0) return;
		for (const reference of own) {
			const fault = faultOf(reference, others.get(expandName(reference.name, whole.file)) ?? []);
			if (fault === undefined) continue;
			context.report(reference.span, `${fault.message}; remove one of them`, { severity: fault.severity });
		}
	},
});

const needing: readonly string[] = ['Requires', 'BindsTo', 'Requisite'];
const pulling: readonly string[] = ['Wants', 'Upholds'];
const opposed = new Set([...needing, ...pulling, 'After']);

/** The units that the unit pulls in or comes after, each with the directives that name it. */
function namesIn(whole: WholeUnit): ReadonlyMap<string, readonly string[]> {
	const names = new Map<string, string[]>();
	for (const { directive, name } of whole.parts.flatMap((part) => referencesOf(part))) {
		if (!opposed.has(directive)) continue;
		const unit = expandName(name, whole.file);
		const directives = names.get(unit);
		if (directives === undefined) names.set(unit, [directive]);
		else directives.push(directive);
	}
	return names;
}

interface Fault {
	readonly message: string;
	readonly severity: 'error' | 'warning';
}

/** What is wrong with a reference to a unit that other directives name, too. */
function faultOf({ directive, name }: Reference, others: readonly string[]): Fault | undefined {
	const needed = others.find((other) => needing.includes(other));
	const severity = needed === undefined ? 'warning' : 'error';
	if (directive === 'Before') {
		if (!others.includes('After')) return undefined;
		const effect = needed === undefined ? 'systemd leaves one of the two units out' : 'this unit never starts';
		return { message: `\`${name}\` is in \`After=\`, too, and no order fits both, so ${effect}`, severity };
	}
	const pulled = needed ?? others.find((other) => pulling.includes(other));
	if (pulled === undefined) return undefined;
	const effect = needed === undefined ? 'it does only one of them' : 'this unit never starts';
	const both = 'systemd cannot start it and stop it at once';
	return { message: `\`${name}\` is in \`${pulled}=\`, too, and ${both}, so ${effect}`, severity };
}
