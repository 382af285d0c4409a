// Values that systemd does not take, or takes for something else. The value kinds know; this rule asks them and puts
// what they say where the value stands.

import { sourceSpan } from '../syntax/joined.ts';
import type { Line } from '../syntax/lines.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';
import type { ValueEffect, ValueFault } from '../values/fault.ts';
import { valueKinds } from '../values/kinds.ts';
import type { Fix, Severity } from './problem.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { lostLines } from './support/lost-lines.ts';
import { workingSettings } from './support/settings-of.ts';

/** A value that its directive does not take. */
export const invalidValue = defineRule({
	id: 'invalid-value',
	group: 'values',
	severity: 'warning',
	mayBeError: true,
	since: '0.1.0',
	summary: 'A value that its directive does not take',
	why: 'systemd logs a line and goes on without the setting, or without the one item of a list: the unit runs, but not as it is written. Where that would be dangerous, as with a user or a root directory, it refuses the unit, and the problem is an error. Names that nothing has, such as an unknown capability, it takes in silence.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web
Restart=on-fail
        ^^^^^^^ \`on-fail\` is none of the words that \`Restart=\` takes, so systemd skips the setting; did you mean \`on-failure\`?
RestartSec=5 mins
             ^^^^ \`mins\` is no unit of time, so systemd skips the setting; did you mean \`min\`?
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
Restart=on-failure
RestartSec=5 min
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web
WorkingDirectory=srv/web
                 ^^^^^^^ \`srv/web\` is no absolute path, so systemd refuses the unit; begin it with \`/\`
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web
CapabilityBoundingSet=CAP_NET_BIND_SERVISE
                      ^^^^^^^^^^^^^^^^^^^^ there is no capability \`CAP_NET_BIND_SERVISE\`, and systemd says nothing; did you mean \`CAP_NET_BIND_SERVICE\`?
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
CapabilityBoundingSet=CAP_NET_BIND_SERVICE
`,
		},
		{
			file: 'web.service',
			release: 229,
			bad: `
[Service]
ExecStart=/usr/bin/web
ProtectSystem=strict
              ^^^^^^ \`strict\` came with systemd 232, and 229 does not know it, so systemd skips the setting; use one of \`no\`, \`yes\`, \`full\`
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web
Restart=on-failure
RestartSec=1min 30s
MemoryMax=1.5G
LimitNOFILE=1024:524288
`,
		},
	],
	check(unit, context) {
		const { release, file } = context;
		const broken = linesBeforeLostOnes(unit);
		for (const { entry, key, section } of workingSettings(unit, context)) {
			const { directive } = key;
			// fleet reads its options in its own way, and rules of its own judge them.
			if (section === 'X-Fleet') continue;
			const faults = valueKinds[directive.value].check(entry.value.text, { directive, section, release, file });
			if (faults.length === 0 || entry.lines.some((line) => broken.has(line))) continue;
			for (const fault of faults) report(unit, context, entry, fault);
		}
	},
});

/** A value whose rest got lost is no whole value; another rule says so. */
function linesBeforeLostOnes(unit: UnitFile): ReadonlySet<Line> {
	return new Set(Array.from(lostLines(unit).values(), ({ above }) => above));
}

const severities: Readonly<Record<ValueEffect, Severity>> = {
	'skips-setting': 'warning',
	'skips-item': 'warning',
	'refuses-unit': 'error',
	misled: 'warning',
	doubtful: 'info',
};

function report(unit: UnitFile, context: RuleContext, entry: Entry, { span, effect, message, fix }: ValueFault): void {
	const place = sourceSpan(entry.value, span.start, span.end);
	const fixes = fix === undefined ? [] : [toFix(unit, entry, fix)];
	context.report(place, message, { severity: severities[effect], fixes });
}

function toFix({ text }: UnitFile, { value }: Entry, fix: NonNullable<ValueFault['fix']>): Fix {
	const span = sourceSpan(value, fix.span.start, fix.span.end);
	return {
		title: fixTitle(text.slice(span.start, span.end), fix.text),
		kind: fix.certain ? 'safe' : 'unsafe',
		edits: [{ span, text: fix.text }],
	};
}

function fixTitle(before: string, after: string): string {
	if (after === '') return `Remove \`${before}\``;
	return before === '' ? `Add \`${after}\` at the end` : `Write \`${after}\``;
}
