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
		for (const reference of own) {
			const fault = faultOf(reference, whole);
			if (fault === undefined) continue;
			context.report(reference.span, `${fault.message}; remove one of them`, { severity: fault.severity });
		}
	},
});

const needing = ['Requires', 'BindsTo', 'Requisite'];
const pulling = ['Wants', 'Upholds'];

function faultOf({ directive, name }: Reference, whole: WholeUnit) {
	const unit = expandName(name, whole.file);
	const needed = needing.find((key) => names(whole, key).has(unit));
	if (directive === 'Before') {
		if (!names(whole, 'After').has(unit)) return undefined;
		const effect = needed === undefined ? 'systemd leaves one of the two units out' : 'this unit never starts';
		const message = `\`${name}\` is in \`After=\`, too, and no order fits both, so ${effect}`;
		return { message, severity: needed === undefined ? 'warning' : 'error' } as const;
	}
	const pulled = pulling.find((key) => names(whole, key).has(unit));
	if (needed === undefined && pulled === undefined) return undefined;
	const effect = needed === undefined ? 'it does only one of them' : 'this unit never starts';
	const message = `\`${name}\` is in \`${needed ?? pulled}=\`, too, and systemd cannot start it and stop it at once, so ${effect}`;
	return { message, severity: needed === undefined ? 'warning' : 'error' } as const;
}

/** The units that a directive of [Unit] names; found once for each unit, however many names are looked for. */
function names(whole: WholeUnit, key: string): ReadonlySet<string> {
	const byKey = known.get(whole) ?? new Map<string, ReadonlySet<string>>();
	known.set(whole, byKey);
	const found = byKey.get(key) ?? findNames(whole, key);
	byKey.set(key, found);
	return found;
}

const known = new WeakMap<WholeUnit, Map<string, ReadonlySet<string>>>();

function findNames(whole: WholeUnit, key: string): ReadonlySet<string> {
	const settings = whole.byKey.get(`Unit.${key}`) ?? [];
	const words = settings.flatMap(({ entry }) => entry.value.text.split(/\s+/));
	return new Set(words.filter((word) => word !== '').map((word) => expandName(word, whole.file)));
}
