// Timers, paths, sockets and automounts whose unit the workspace does not have.

import type { UnitKind } from '../catalogue/unit-kinds.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { WorkspaceView } from '../workspace/model.ts';
import { expandName, filesNamed, isTemplateName } from '../workspace/names.ts';
import { isAlias } from '../workspace/references.ts';
import type { Fix } from './problem.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { addSettings } from './support/add-setting.ts';
import { isOn, isRead, settingOf, settingsFor } from './support/counting-settings.ts';
import { type UnitSetting, type WholeUnit, wholeUnit } from './support/whole-unit.ts';
import { isUnitName, placeOf, wholeFile } from './support/workspace-file.ts';

/** A unit that is to be started and is not there. */
export const missingActivatedUnit = defineRule({
	id: 'missing-activated-unit',
	group: 'names',
	severity: 'info',
	since: '0.1.0',
	summary: 'A timer, path, socket or automount that starts a unit which the workspace does not have',
	why: 'These units start another one: that of their own name, unless they say `Unit=` or `Service=`. Where it is not there, systemd refuses to start them. A socket with `Accept=yes` needs the template `name@.service`, and without it the plain `name.service`; having the other one is a mistake for certain. Whether a machine has a unit by itself is not known here.',
	reference: 'systemd.timer(5), systemd.path(5), systemd.socket(5), systemd.automount(5)',
	examples: [
		{
			file: 'backup.timer',
			others: { 'back-up.service': '\n[Service]\nType=oneshot\nExecStart=/usr/bin/backup\n' },
			bad: `
[Timer]
^^^^^^^ this timer starts \`backup.service\`, which the workspace does not have; add that unit, or name the right one in \`Unit=\`
OnCalendar=daily
`,
		},
		{
			file: 'web.socket',
			others: { 'web@.service': '\n[Service]\nExecStart=/usr/bin/web\nStandardInput=socket\n' },
			bad: `
[Socket]
^^^^^^^^ without \`Accept=yes\` this socket starts \`web.service\`, and there is only \`web@.service\`; add \`Accept=yes\`, or rename the service
ListenStream=80
`,
			fixed: `
[Socket]
ListenStream=80
Accept=yes
`,
			note: 'A warning, because the template shows what was meant.',
		},
		{
			file: 'backup.timer',
			others: { 'back-up.service': '\n[Service]\nType=oneshot\nExecStart=/usr/bin/backup\n' },
			good: `
[Timer]
OnCalendar=daily
Unit=back-up.service
`,
		},
	],
	check(unit, context) {
		const { file, report } = context;
		const place = placeOf(context);
		if (file?.kind === undefined || place === undefined || !(file.kind in activated) || file.dropIn) return;
		// A file alone tells nothing of what else there is.
		const whole = place.view.byUnit.size < 2 ? undefined : wholeUnit(unit, context);
		if (whole === undefined) return;
		const { name, setting } = unitToStart(whole);
		const expanded = expandName(name, file);
		if (!isUnitName(expanded) || isThere(place.view, expanded)) return;
		const header = unit.sections.find((section) => section.name === whole.section)?.header.content;
		const span = setting?.here ? setting.entry.value.span : (header ?? wholeFile(unit));
		const other = setting === undefined ? otherSort(place.view, whole) : undefined;
		if (other !== undefined) reportOtherSort(unit, whole, other, context);
		else report(span, missingMessage(whole, name));
	},
});

/** The kind that each kind starts, and the key that may name another unit. */
const activated: Readonly<Partial<Record<UnitKind, { readonly kind: string; readonly key?: string }>>> = {
	timer: { kind: 'service', key: 'Unit' },
	path: { kind: 'service', key: 'Unit' },
	socket: { kind: 'service', key: 'Service' },
	automount: { kind: 'mount' },
};

interface UnitToStart {
	readonly name: string;
	/** Where it is named; absent where its name follows from that of the file. */
	readonly setting?: UnitSetting;
}

function unitToStart(whole: WholeUnit): UnitToStart {
	const { kind = 'service', key } = activated[whole.kind] ?? {};
	const setting = key === 'Unit' ? firstUnit(whole) : key && settingOf(whole, key);
	if (setting) return { name: setting.entry.value.text, setting };
	return { name: accepts(whole) ? templateOf(whole) : `${stemOf(whole)}.${kind}` };
}

/** Once they have a unit to start, timers and paths do not take another. */
function firstUnit(whole: WholeUnit): UnitSetting | undefined {
	return settingsFor(whole, 'Unit').find((setting) => setting.entry.value.text !== '' && isRead(setting, whole));
}

function accepts(whole: WholeUnit): boolean {
	return whole.kind === 'socket' && isOn(whole, 'Accept');
}

function stemOf({ file: { unit } }: WholeUnit): string {
	return unit.slice(0, unit.lastIndexOf('.'));
}

function templateOf({ file: { prefix } }: WholeUnit): string {
	return `${prefix}@.service`;
}

function isThere(view: WorkspaceView, name: string): boolean {
	return filesNamed(view, name).length > 0 || isAlias(view, name);
}

/** For a socket, the service that is there but fits the other value of `Accept=`. */
function otherSort(view: WorkspaceView, whole: WholeUnit): string | undefined {
	if (whole.kind !== 'socket' || whole.file.instance !== undefined) return undefined;
	const other = accepts(whole) ? `${whole.file.prefix}.service` : templateOf(whole);
	return view.byUnit.has(other) ? other : undefined;
}

function reportOtherSort(unit: UnitFile, whole: WholeUnit, other: string, { report }: RuleContext): void {
	const accept = settingOf(whole, 'Accept');
	const header = unit.sections.find(({ name }) => name === whole.section)?.header.content ?? wholeFile(unit);
	const message = accepts(whole)
		? `with \`Accept=yes\` this socket starts instances of \`${templateOf(whole)}\`, and there is only \`${other}\`; remove \`Accept=\`, or rename the service`
		: `without \`Accept=yes\` this socket starts \`${stemOf(whole)}.service\`, and there is only \`${other}\`; add \`Accept=yes\`, or rename the service`;
	const span = accept?.here ? accept.entry.value.span : header;
	report(span, message, { severity: 'warning', fixes: accept === undefined ? [acceptFix(unit)] : [] });
}

function acceptFix(unit: UnitFile): Fix {
	return { title: 'Add `Accept=yes`', kind: 'unsafe', edits: [addSettings(unit, 'Socket', ['Accept=yes'])] };
}

function missingMessage(whole: WholeUnit, name: string): string {
	const noun = whole.kind === 'path' ? 'path unit' : whole.kind;
	const what = isTemplateName(name) ? `instances of \`${name}\`` : `\`${name}\``;
	const { key } = activated[whole.kind] ?? {};
	const advice =
		key === undefined || accepts(whole) ? 'add that unit' : `add that unit, or name the right one in \`${key}=\``;
	return `this ${noun} starts ${what}, which the workspace does not have; ${advice}`;
}
