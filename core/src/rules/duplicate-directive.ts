// A key that is set twice where only the last setting counts.

import type { FoundDirective } from '../catalogue/lookup.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';
import { defineRule, type RuleContext } from './rule.ts';
import type { LintContext } from './settings.ts';
import { removeItemFix } from './support/edits.ts';
import { type Setting, settingsWith } from './support/settings-of.ts';

/** An assignment that a later one of the same key overrides. */
export const duplicateDirective = defineRule({
	id: 'duplicate-directive',
	group: 'names',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A directive is set twice, and only the last setting counts',
	why: 'Most directives hold one value: each assignment replaces the one before. A timer or path unit that has a `Unit=`, though, does not take another. The other line looks as if it mattered and does not.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
Restart=always
^^^^^^^^^^^^^^ this setting has no effect: \`Restart\` is set again below, and only the last one counts
ExecStart=/usr/bin/web
Restart=on-failure
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
Restart=on-failure
`,
		},
		{
			file: 'backup.timer',
			bad: `
[Timer]
OnCalendar=daily
Unit=backup-files.service
Unit=backup-tables.service
^^^^^^^^^^^^^^^^^^^^^^^^^^ this setting has no effect: \`Unit\` is set again above, and only the first one counts
`,
			fixed: `
[Timer]
OnCalendar=daily
Unit=backup-files.service
`,
			note: 'What a timer or path unit starts is the exception.',
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStartPre=/usr/bin/web --check
ExecStartPre=/usr/bin/web --warm
ExecStart=/usr/bin/web
`,
			note: 'Lists such as `ExecStartPre=` add up.',
		},
		{
			file: 'web.service',
			good: `
[Service]
Nice=5
Nice=
Nice=10
`,
			note: 'An empty value is a reset on purpose.',
		},
	],
	check(unit, context) {
		for (const settings of singleSettings(unit, context)) {
			const [first] = settings;
			if (first === undefined || settings.length === 1) continue; // Nearly always.
			const firstCounts = firstCounting.has(`${first.section}.${first.entry.key.text}`);
			const counting = firstCounts ? first : settings.at(-1);
			if (counting === undefined || settings.some(({ entry }) => entry.value.text === '')) continue;
			for (const { entry } of settings) {
				if (entry !== counting.entry) report(entry, counting.entry, firstCounts ? 'first' : 'last', context);
			}
		}
	},
});

/** What a timer or path starts: systemd does not take another unit once it has one (config_parse_trigger_unit()). */
const firstCounting: ReadonlySet<string> = new Set(['Timer.Unit', 'Path.Unit']);

function report(entry: Entry, counting: Entry, which: 'first' | 'last', context: RuleContext): void {
	const span = { start: entry.key.span.start, end: entry.value.span.end };
	const same = entry.value.text === counting.value.text;
	context.report(span, overriddenMessage(entry.key.text, same, which), {
		...(same && { severity: 'info' }),
		tags: ['unnecessary'],
		related: [{ span: { start: counting.key.span.start, end: counting.value.span.end }, message: 'this one counts' }],
		fixes: [removeItemFix(entry, same ? 'safe' : 'unsafe', 'Remove this setting')],
	});
}

function overriddenMessage(key: string, same: boolean, which: 'first' | 'last'): string {
	const where = which === 'first' ? 'above' : 'below';
	return same
		? `\`${key}\` is set to the same value again ${where}; one of the two is enough`
		: `this setting has no effect: \`${key}\` is set again ${where}, and only the ${which} one counts`;
}

/** The settings of each directive that holds one value. fleet counts otherwise, so [X-Fleet] is left out. */
function singleSettings(unit: UnitFile, context: LintContext): Iterable<readonly Setting[]> {
	// A directive is one of its section alone.
	const settings = new Map<FoundDirective, Setting[]>();
	for (const setting of settingsWith(unit, context, 'known')) {
		const { directive } = setting.key;
		if (setting.section === 'X-Fleet' || directive.repeat !== undefined) continue;
		const before = settings.get(directive);
		if (before === undefined) settings.set(directive, [setting]);
		else before.push(setting);
	}
	return settings.values();
}
