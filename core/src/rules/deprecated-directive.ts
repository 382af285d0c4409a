// Old names that still work, and settings that have a better successor.

import { type FoundDirective, findDirective, worksIn } from '../catalogue/lookup.ts';
import type { SectionName } from '../catalogue/section-name.ts';
import { isSectionName } from '../catalogue/section-name.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { moveToSection, replaceFix } from './support/edits.ts';
import { settingsWith } from './support/settings-of.ts';

/** A directive under an old name, or one that a newer directive replaces. */
export const deprecatedDirective = defineRule({
	id: 'deprecated-directive',
	group: 'names',
	severity: 'info',
	since: '0.1.0',
	summary: 'An old directive that has a new name or a successor',
	why: 'It works for now. Old names are undocumented, and the next reader will not find them; old settings may be dropped, as those of the first control groups were with systemd 258.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Unit]
BindTo=db.service
^^^^^^ \`BindTo\` is the old name of \`BindsTo\`
After=db.service

[Service]
ExecStart=/usr/bin/web
`,
			fixed: `
[Unit]
BindsTo=db.service
After=db.service

[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			bad: `
[Unit]
Description=Web

[Service]
ExecStart=/usr/bin/web
StartLimitInterval=10min
^^^^^^^^^^^^^^^^^^ \`StartLimitInterval\` is now \`StartLimitIntervalSec\` in [Unit]
`,
			fixed: `
[Unit]
Description=Web
StartLimitIntervalSec=10min

[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			release: 252,
			bad: `
[Service]
ExecStart=/usr/bin/web
MemoryLimit=1G
^^^^^^^^^^^ \`MemoryLimit\` gives way to \`MemoryMax\`; mind that the values may differ
`,
		},
		{
			file: 'web.service',
			release: 219,
			good: `
[Service]
ExecStart=/usr/bin/web
StartLimitInterval=10min
`,
			note: 'The target release does not know the new name yet.',
		},
	],
	check(unit, context) {
		for (const { entry, key, section } of settingsWith(unit, context, 'known')) {
			const setting = { entry, directive: key.directive, section };
			const successor = successorOf(setting, context.release);
			if (successor === undefined || !worksIn(setting.directive, setting.section, context.release)) continue;
			context.report(setting.entry.key.span, deprecatedMessage(setting, successor), {
				tags: ['deprecated'],
				fixes: renameFixes(unit, setting, successor),
			});
		}
	},
});

interface KnownSetting {
	readonly entry: Entry;
	readonly directive: FoundDirective;
	readonly section: SectionName;
}

interface Successor {
	readonly section: SectionName;
	readonly key: string;
}

/** The directive to use instead, if the release knows it. */
function successorOf({ directive, section }: KnownSetting, release: number): Successor | undefined {
	const name = directive.aliasOf ?? directive.replacedBy;
	if (name === undefined) return undefined;
	const [first = '', second] = name.split('.');
	const target =
		second !== undefined && isSectionName(first) ? { section: first, key: second } : { section, key: name };
	const found = findDirective(target.section, target.key);
	return found !== undefined && worksIn(found, target.section, release) ? target : undefined;
}

function deprecatedMessage({ entry, directive, section }: KnownSetting, successor: Successor): string {
	const old = entry.key.text;
	if (directive.aliasOf === undefined)
		return `\`${old}\` gives way to \`${successor.key}\`; mind that the values may differ`;
	if (successor.section === section) return `\`${old}\` is the old name of \`${successor.key}\``;
	return old === successor.key
		? `\`${old}\` is read from [${successor.section}] now; move it there`
		: `\`${old}\` is now \`${successor.key}\` in [${successor.section}]`;
}

// OnFailureIsolate= is the one old name whose values are others: `yes` became `isolate`.
const otherValues = new Set(['OnFailureIsolate']);

function renameFixes(
	unit: UnitFile,
	{ entry, directive, section }: KnownSetting,
	successor: Successor,
): readonly Fix[] {
	if (directive.aliasOf === undefined || otherValues.has(directive.key)) return [];
	if (successor.section === section)
		return [replaceFix(entry.key.span, successor.key, 'safe', `Rename to \`${successor.key}\``)];
	const edits = moveToSection(unit, entry, successor.section, { from: entry.key.span, to: successor.key });
	return [{ title: `Move to [${successor.section}] as \`${successor.key}\``, kind: 'safe', edits }];
}
