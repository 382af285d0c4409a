// Timers, paths, sockets and mounts that do not say what they are for, and units whose manual asks for a line that
// systemd can do without. Services are asked by a rule of their own.

import type { UnitKind } from '../catalogue/unit-kinds.ts';
import type { Span } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { addSettings } from './support/add-setting.ts';
import { addedSettings, isOn, settingOf, settingsFor } from './support/counting-settings.ts';
import { pathKeys, pathOfUnit } from './support/path-name.ts';
import { listenKeys, timerKeys, watchKeys } from './support/trigger-keys.ts';
import { type WholeUnit, wholeUnit } from './support/whole-unit.ts';
import { wholeFile } from './support/workspace-file.ts';

/** A unit without the setting that its kind lives by. */
export const missingEssentialSetting = defineRule({
	id: 'missing-essential-setting',
	group: 'units',
	severity: 'error',
	since: '0.1.0',
	whole: true,
	summary: 'A timer, path, socket or mount without the setting that it lives by',
	why: 'systemd refuses a timer without a time, a path unit without a path, a socket that listens to nothing and a mount that does not say what is mounted. An empty value takes back all times, paths or addresses before it, those of other keys, too. Where only the path of a mount or swap is missing, systemd takes it from the name of the file, though the manual asks for the line.',
	reference: 'systemd.timer(5), systemd.path(5), systemd.socket(5), systemd.mount(5)',
	examples: [
		{
			file: 'backup.timer',
			bad: `
[Timer]
^^^^^^^ this timer has no time, and systemd refuses it; add \`OnCalendar=\` or another \`On…Sec=\`
AccuracySec=1h
`,
		},
		{
			file: 'web.socket',
			bad: `
[Socket]
^^^^^^^^ this socket listens to nothing, and systemd refuses it; add \`ListenStream=\` or another \`Listen…=\`
Accept=yes
`,
		},
		{
			file: 'spool.path',
			bad: `
[Unit]
^^^^^^ this path unit watches nothing, and systemd refuses it; add \`PathExists=\` or another \`Path…=\`
Description=Spool

[Install]
WantedBy=multi-user.target
`,
		},
		{
			file: 'srv-data.mount',
			bad: `
[Mount]
^^^^^^^ this mount does not say what is mounted, and systemd refuses it; add \`What=\`
Where=/srv/data
`,
		},
		{
			file: 'srv-data.automount',
			bad: `
[Automount]
^^^^^^^^^^^ the manual asks for \`Where=\` here; systemd takes it from the name of the file; add \`Where=/srv/data\`
TimeoutIdleSec=60
`,
			fixed: `
[Automount]
TimeoutIdleSec=60
Where=/srv/data
`,
			note: 'Only an info: the unit works.',
		},
		{
			file: 'backup.timer',
			good: `
[Timer]
OnBootSec=15min
OnUnitActiveSec=1d
`,
		},
	],
	check(unit, context) {
		const { file } = context;
		if (file?.kind === undefined || file.dropIn || !(file.kind in essentials)) return;
		const whole = wholeUnit(unit, context);
		const essential = essentials[file.kind];
		if (whole === undefined || essential === undefined) return;
		const place = unit.sections.find(({ name }) => name === whole.section)?.header.content ?? wholeFile(unit);
		const fault = essential(whole);
		if (fault !== undefined) context.report(place, fault);
		else reportMissingPath(unit, whole, place, context);
	},
});

type Essential = (whole: WholeUnit) => string | undefined;

/** What each kind lives by; the fault where it is missing. */
const essentials: Readonly<Partial<Record<UnitKind, Essential>>> = {
	timer: (whole) => {
		if (isOn(whole, 'OnClockChange') || isOn(whole, 'OnTimezoneChange')) return undefined;
		return refused(whole, timerKeys, 'timer', 'has no time', 'add `OnCalendar=` or another `On…Sec=`');
	},
	path: (whole) => refused(whole, watchKeys, 'path unit', 'watches nothing', 'add `PathExists=` or another `Path…=`'),
	socket: (whole) =>
		refused(whole, listenKeys, 'socket', 'listens to nothing', 'add `ListenStream=` or another `Listen…=`'),
	mount: (whole) => {
		if (settingOf(whole, 'What') !== undefined) return undefined;
		return 'this mount does not say what is mounted, and systemd refuses it; add `What=`';
	},
	automount: () => undefined,
	swap: () => undefined,
};

function refused(
	whole: WholeUnit,
	keys: ReadonlySet<string>,
	noun: string,
	lack: string,
	advice: string,
): string | undefined {
	if (addedSettings(whole, keys).length > 0) return undefined;
	const unread = whole.all.some(({ directive, entry }) => keys.has(directive.key) && entry.value.text !== '');
	const readable = unread ? ' that systemd can read' : '';
	return `this ${noun} ${lack}${readable}, and systemd refuses it; ${advice}`;
}

function reportMissingPath(unit: UnitFile, whole: WholeUnit, place: Span, { report }: RuleContext): void {
	const key = pathKeys[whole.kind];
	const path = pathOfUnit(whole.file);
	if (key === undefined || path === undefined || settingsFor(whole, key).length > 0) return;
	const line = `${key}=${path}`;
	const edits = [addSettings(unit, whole.section, [line])];
	report(place, `the manual asks for \`${key}=\` here; systemd takes it from the name of the file; add \`${line}\``, {
		severity: 'info',
		fixes: [{ title: `Add \`${line}\``, kind: 'safe', edits }],
	});
}
