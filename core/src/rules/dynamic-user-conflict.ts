// Settings that `DynamicUser=yes` overrides.

import { readBoolean } from '../values/boolean.ts';
import { defineRule } from './rule.ts';
import { isOn, settingOf } from './support/counting-settings.ts';
import { removeItemFix } from './support/edits.ts';
import { wholeUnit } from './support/whole-unit.ts';

/** A setting that has no say beside `DynamicUser=yes`. */
export const dynamicUserConflict = defineRule({
	id: 'dynamic-user-conflict',
	group: 'units',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A setting that has no say beside `DynamicUser=yes`, or takes its effect away',
	why: 'A throwaway user must leave nothing behind that the next one with its number could use. `DynamicUser=yes` therefore makes the file system read-only (`ProtectSystem=strict`), hides `/tmp`, removes IPC objects and forbids new privileges, whatever the unit says. A user that is there already, such as `root`, is not made anew: the service then runs as it.',
	reference: 'systemd.exec(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web
DynamicUser=yes
ProtectSystem=full
              ^^^^ \`DynamicUser=yes\` makes this \`strict\`, whatever is written; remove the line, or use a static user
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
DynamicUser=yes
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web
DynamicUser=yes
User=root
     ^^^^ \`root\` is a user already, so \`DynamicUser=yes\` makes none, and the service runs as \`root\`; write another name
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web
DynamicUser=yes
User=web
ProtectHome=yes
`,
			note: 'The throwaway user may have a name, and stricter settings hold.',
		},
	],
	check(unit, context) {
		if (!unit.text.includes('DynamicUser')) return;
		const whole = wholeUnit(unit, context);
		if (whole === undefined || !isOn(whole, 'DynamicUser')) return;
		for (const { key, overrides, becomes, since = 0 } of overridden) {
			const setting = settingOf(whole, key);
			if (!setting?.here || context.release < since || !overrides(setting.entry.value.text)) continue;
			const fault = `\`DynamicUser=yes\` makes this \`${becomes}\`, whatever is written`;
			context.report(setting.entry.value.span, `${fault}; remove the line, or use a static user`, {
				fixes: [removeItemFix(setting.entry, 'unsafe', 'Remove the line')],
			});
		}
		const user = settingOf(whole, 'User');
		if (!user?.here || user.entry.value.text !== 'root') return;
		const fault = '`root` is a user already, so `DynamicUser=yes` makes none, and the service runs as `root`';
		context.report(user.entry.value.span, `${fault}; write another name`);
	},
});

interface Overridden {
	readonly key: string;
	readonly overrides: (value: string) => boolean;
	readonly becomes: string;
	/** First release that overrides it. */
	readonly since?: number;
}

const isNo = (value: string) => readBoolean(value) === false;

// unit_patch_contexts() of systemd.
const overridden: readonly Overridden[] = [
	{ key: 'ProtectSystem', overrides: (value) => value !== 'strict', becomes: 'strict' },
	{ key: 'ProtectHome', overrides: isNo, becomes: 'read-only' },
	{ key: 'PrivateTmp', overrides: isNo, becomes: 'yes' },
	{ key: 'RemoveIPC', overrides: isNo, becomes: 'yes' },
	{ key: 'NoNewPrivileges', overrides: isNo, becomes: 'yes', since: 242 },
	{ key: 'RestrictSUIDSGID', overrides: isNo, becomes: 'yes', since: 242 },
];
