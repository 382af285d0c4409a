// A unit that depends on itself.

import type { Entry, UnitFile } from '../syntax/tree.ts';
import { expandName, symbolicName } from '../workspace/names.ts';
import { referencesOf } from '../workspace/references-of.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { amendsSeveral } from './support/amended-units.ts';
import { removeItemFix, replaceFix } from './support/edits.ts';

/** A dependency on the unit itself. */
export const selfDependency = defineRule({
	id: 'self-dependency',
	group: 'units',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A unit that names itself in a dependency',
	why: 'systemd drops dependencies of a unit on itself. Often another name was meant, and that unit is now neither waited for nor started. It is a warning for those that systemd tells of in the log, and an info for the others.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Unit]
After=network.target web.service
                     ^^^^^^^^^^^ a unit cannot depend on itself, and systemd drops this; remove it, or name the unit that was meant

[Service]
ExecStart=/usr/bin/web
`,
			fixed: `
[Unit]
After=network.target

[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web@.service',
			bad: `
[Unit]
OnFailure=%n
          ^^ a unit cannot depend on itself, and systemd drops this; remove it, or name the unit that was meant

[Service]
ExecStart=/usr/bin/web %i
`,
			fixed: `
[Unit]

[Service]
ExecStart=/usr/bin/web %i
`,
		},
		{
			file: 'web@.service',
			good: `
[Unit]
After=web@0.service

[Service]
ExecStart=/usr/bin/web %i
`,
		},
	],
	check(unit, { file, report }) {
		if (file === undefined || amendsSeveral(file)) return;
		const own = symbolicName(file);
		for (const { directive, name, span, entry } of referencesOf(unit)) {
			if (startsOther.has(directive) || expandName(name, file) !== own) continue;
			const what = onEnable.has(directive) ? 'a unit cannot be linked to itself' : 'a unit cannot depend on itself';
			report(span, `${what}, and systemd drops this; remove it, or name the unit that was meant`, {
				severity: logged.has(directive) ? 'warning' : 'info',
				fixes: [removeName(unit, entry, span)],
				tags: ['unnecessary'],
			});
		}
	},
});

/** Single names of units to start; their values are judged by themselves. */
const startsOther = new Set(['Service', 'Slice', 'Sockets', 'Unit']);

/** Those of which systemd says that it drops them (unit_should_warn_about_dependency()). */
const logged = new Set(['After', 'Before', 'Conflicts', 'OnFailure', 'OnSuccess']);

/** What `systemctl enable` reads. */
const onEnable = new Set(['Alias', 'Also', 'RequiredBy', 'UpheldBy', 'WantedBy']);

function removeName({ text }: UnitFile, entry: Entry, span: { readonly start: number; readonly end: number }): Fix {
	const alone = entry.value.span.start === span.start && entry.value.span.end === span.end;
	if (alone) return removeItemFix(entry, 'unsafe', 'Remove the line');
	const before = text.slice(entry.value.span.start, span.start);
	const after = text.slice(span.end, entry.value.span.end);
	const start = span.start - (before.length - before.trimEnd().length);
	const end = before === '' ? span.end + (after.length - after.trimStart().length) : span.end;
	return replaceFix({ start, end }, '', 'unsafe', 'Remove the name');
}
