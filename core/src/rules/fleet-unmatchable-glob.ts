// Conflicts= and Replaces= whose glob matches no unit that can exist. Whether one of that name does exist is asked by
// the rules that know the other files.

import { isGlob, isMalformedGlob } from '../fleet/glob.ts';
import { unitNameFault } from '../fleet/unit-name.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import type { LintContext } from './settings.ts';
import { replaceFix } from './support/edits.ts';
import { globsOf } from './support/fleet-globs.ts';
import type { FleetItem, FleetSetting } from './support/fleet-settings.ts';
import { hasUnexpandedSpecifier } from './support/fleet-specifiers.ts';
import { hasUnitSuffix, suffixOf, unsupportedUnitTypes, withUnitSuffix } from './support/unit-suffix.ts';

/** A glob that keeps the unit apart from nothing. */
export const fleetUnmatchableGlob = defineRule({
	id: 'fleet-unmatchable-glob',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A glob in `Conflicts=` or `Replaces=` that no unit can match',
	why: 'fleet matches the glob with whole unit names, suffix and instance included, and a glob that matches nothing is no fault to it: the units share machines as if the line were not there. `*`, `?`, `[a-z]` and `[^a-z]` are what it knows.',
	reference: 'Go path.Match; fleet v1.0.0 job.Conflicts',
	examples: [
		{
			file: 'web@.service',
			bad: `
[X-Fleet]
Conflicts=web@.service
          ^^^^^^^^^^^^ this matches the template only, which never runs, and none of its instances; write \`web@*.service\`
`,
			fixed: `
[X-Fleet]
Conflicts=web@*.service
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
Conflicts=db
          ^^ no unit matches this, because all unit names end in a suffix; write \`db.service\`
`,
			fixed: `
[X-Fleet]
Conflicts=db.service
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
Conflicts=db@*.service,cache.service
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ fleet takes this for one glob, which no unit matches; write a line for each
`,
			fixed: `
[X-Fleet]
Conflicts=db@*.service
Conflicts=cache.service
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
Conflicts=db@[!0-4].service
          ^^^^^^^^^^^^^^^^^ \`!\` does not negate here, but is one of the characters; write \`[^…]\`
`,
			fixed: `
[X-Fleet]
Conflicts=db@[^0-4].service
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
Conflicts={db,cache}.service
          ^^^^^^^^^^^^^^^^^^ fleet knows no \`{…,…}\`, and no unit matches this; write a line for each
`,
		},
		{
			file: 'web.service',
			good: `
[X-Fleet]
Conflicts=db@*.service
Conflicts=cache.service
Conflicts=web-*
`,
		},
	],
	check(unit, context) {
		for (const { item, setting } of globsOf(unit, context)) {
			// Each has a rule of its own: nothing, a list that is too new, a specifier that stays.
			if (item.text === '' || isList(item, setting) || hasUnexpandedSpecifier(item.text)) continue;
			const fault = faultOf(item, setting, context);
			if (fault !== undefined) context.report(item.span, fault.message, { fixes: fault.fixes ?? [] });
		}
	},
});

/** Before release 1.0 a value of Conflicts= is one glob, blanks and all. */
function isList({ text }: FleetItem, { key }: FleetSetting): boolean {
	return key === 'Conflicts' && /\s/.test(text);
}

interface Fault {
	readonly message: string;
	readonly fixes?: readonly Fix[];
}

function faultOf(item: FleetItem, setting: FleetSetting, context: LintContext): Fault | undefined {
	const { text, expanded } = item;
	if (/\{.*,.*\}/.test(text))
		return { message: 'fleet knows no `{…,…}`, and no unit matches this; write a line for each' };
	if (text.includes(',') || (setting.key === 'Replaces' && /\s/.test(text))) return listFault(item, setting);
	if (/\[!/.test(text)) return negationFault(item);
	return escapeFault(item) ?? malformedFault(expanded) ?? nameFault(item, context);
}

function listFault({ text }: FleetItem, { items, option }: FleetSetting): Fault {
	const message = 'fleet takes this for one glob, which no unit matches; write a line for each';
	const [first = '', ...others] = text.split(/[\s,]+/).filter((glob) => glob !== '');
	if (items.length > 1 || option.value !== text) return { message };
	const lines = [first, ...others.map((glob) => `${option.name}=${glob}`)].join('\n');
	return { message, fixes: [replaceFix(option.valueSpan, lines, 'safe', 'Write a line for each')] };
}

function negationFault({ text, span }: FleetItem): Fault {
	const fix = replaceFix(span, text.replaceAll('[!', '[^'), 'safe', 'Write `[^`');
	return { message: '`!` does not negate here, but is one of the characters; write `[^…]`', fixes: [fix] };
}

/** `\x2d` is how systemd writes a character into a name; in a glob the backslash itself needs one. */
function escapeFault({ text, span }: FleetItem): Fault | undefined {
	const doubled = text.replace(/(^|[^\\])\\(?=x[0-9a-f]{2})/g, '$1\\\\');
	if (doubled === text) return undefined;
	const message = `in a glob, \`\\\` takes the next character as it is, so that no escaped name matches; write \`${doubled}\``;
	return { message, fixes: [replaceFix(span, doubled, 'safe', 'Double the `\\`')] };
}

function malformedFault(glob: string): Fault | undefined {
	if (!isMalformedGlob(glob)) return undefined;
	return { message: 'this glob is malformed, and matches nothing; close its `[`, and end it in no `\\`' };
}

function nameFault({ text, expanded, span }: FleetItem, { fleetRelease }: LintContext): Fault | undefined {
	if (/@\.[a-z]+$/.test(expanded) && !isGlob(expanded)) return templateFault(text, span);
	// After a `*` the name may go on, suffix and all.
	const tail = expanded.slice(expanded.lastIndexOf('*') + 1);
	const open = tail !== expanded && !tail.includes('.');
	if (!open && !/[?\]]$/.test(tail) && !hasUnitSuffix(expanded)) return suffixFault(text, span);
	const suffix = suffixOf(tail) ?? '';
	if (unsupportedUnitTypes.includes(suffix))
		return { message: `no unit of fleet matches this, because fleet runs no .${suffix} units; remove it` };
	const strange = unitNameFault(`${withoutWildcards(expanded)}${open ? '.service' : ''}`, fleetRelease);
	return strange?.startsWith('invalid character')
		? { message: `no unit of fleet matches this: “${strange}”; correct it` }
		: undefined;
}

function templateFault(text: string, span: FleetItem['span']): Fault {
	const glob = text.replace(/@(?:%i)?(?=\.[a-z]+$)/, '@*');
	const message = `this matches the template only, which never runs, and none of its instances; write \`${glob}\``;
	return { message, fixes: glob === text ? [] : [replaceFix(span, glob, 'safe', `Change to \`${glob}\``)] };
}

function suffixFault(text: string, span: FleetItem['span']): Fault {
	const meant = withUnitSuffix(text);
	const kind = suffixOf(text) === undefined ? 'safe' : 'unsafe';
	const message = `no unit matches this, because all unit names end in a suffix; write \`${meant}\``;
	return { message, fixes: [replaceFix(span, meant, kind, `Change to \`${meant}\``)] };
}

function withoutWildcards(glob: string): string {
	return glob.replace(/\[[^\]]*\]|[*?]|%[pi]/g, 'x');
}
