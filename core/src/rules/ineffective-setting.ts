// Settings that do nothing for want of another one, or because of it.

import { defineRule, type RuleContext } from './rule.ts';
import { settingOf } from './support/counting-settings.ts';
import { type Dependence, dependencesOf, isOffWord } from './support/dependences.ts';
import { removeItemFix } from './support/edits.ts';
import { type UnitSetting, type WholeUnit, wholeUnit } from './support/whole-unit.ts';

/** A setting without effect in this unit. */
export const ineffectiveSetting = defineRule({
	id: 'ineffective-setting',
	group: 'units',
	severity: 'info',
	since: '0.1.0',
	summary: 'A setting that does nothing in this unit',
	why: 'Many settings only add to another one: `RestartSec=` says how long to wait before a restart and does not ask for one, `Persistent=yes` catches up on missed calendar times and on no others. Alone they look as if they mattered. Often the other line was forgotten. It is a warning where systemd itself says so in the log.',
	reference: 'systemd.directives(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web
RestartSec=5
^^^^^^^^^^ \`RestartSec=\` does nothing without \`Restart=\`; add that, or remove the line
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'backup.timer',
			bad: `
[Timer]
OnBootSec=1h
OnUnitActiveSec=1d
Persistent=yes
^^^^^^^^^^ \`Persistent=\` does nothing without \`OnCalendar=\`; add that, or remove the line
`,
			fixed: `
[Timer]
OnBootSec=1h
OnUnitActiveSec=1d
`,
		},
		{
			file: 'backup.service',
			bad: `
[Service]
Type=oneshot
ExecStart=/usr/bin/backup
RuntimeMaxSec=1h
^^^^^^^^^^^^^ \`RuntimeMaxSec=\` does nothing with \`Type=oneshot\`; remove the line
`,
			fixed: `
[Service]
Type=oneshot
ExecStart=/usr/bin/backup
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web
Restart=on-failure
RestartSec=5
RuntimeMaxSec=1d
`,
		},
		{
			file: '/etc/systemd/system/web.service.d/restart.conf',
			others: { '/usr/lib/systemd/system/web.service': '\n[Service]\nExecStart=/usr/bin/web\nRestart=always\n' },
			good: `
[Service]
RestartSec=5
`,
			note: 'The unit and its drop-ins are read together.',
		},
	],
	check(unit, context) {
		const whole = wholeUnit(unit, context);
		if (whole === undefined) return;
		for (const [section, settings] of whole.bySection) {
			for (const key of settings.keys()) {
				const rows = dependencesOf(key);
				const setting = rows.length === 0 ? undefined : settingOf(whole, key, section);
				const found = setting && findIdle(setting, rows, whole);
				if (setting !== undefined && found !== undefined) report(setting, found, context);
			}
		}
	},
});

/** What keeps a setting from acting, and whether systemd says so itself. */
interface Idle {
	readonly reason: string;
	readonly logged: boolean;
}

function findIdle(setting: UnitSetting, rows: readonly Dependence[], whole: WholeUnit): Idle | undefined {
	// Switching off what is off does no harm, and says what is meant.
	if (!setting.here || isOffWord(setting.entry.value.text)) return undefined;
	for (const { kinds, idle, logged = false } of rows) {
		const reason = kinds?.includes(whole.kind) === false ? undefined : idle(whole, setting.entry.value.text);
		if (reason !== undefined) return { reason, logged };
	}
	return undefined;
}

function report({ entry }: UnitSetting, { reason, logged }: Idle, context: RuleContext): void {
	const key = entry.key.text;
	const advice = reason.startsWith('without') ? 'add that, or remove the line' : 'remove the line';
	context.report(entry.key.span, `\`${key}=\` does nothing ${reason}; ${advice}`, {
		...(logged && { severity: 'warning' }),
		tags: ['unnecessary'],
		fixes: [removeItemFix(entry, 'unsafe', 'Remove the line')],
	});
}
