// Conditions of which one holds only where the other does not.

import type { UnitFile } from '../syntax/tree.ts';
import { readBoolean } from '../values/boolean.ts';
import { defineRule } from './rule.ts';
import { isRead, keptSettings } from './support/counting-settings.ts';
import { type UnitSetting, type WholeUnit, wholeUnit } from './support/whole-unit.ts';

/** Two conditions that cannot both hold. */
export const impossibleCondition = defineRule({
	id: 'impossible-condition',
	group: 'units',
	severity: 'warning',
	since: '0.1.0',
	summary: 'Conditions that can never hold together',
	why: 'All conditions of a unit must hold, but for those that begin with `|`, of which one is enough. Where two contradict each other, the unit never starts: systemd skips it without an error, and only `systemctl status` tells. With `Assert…=` each start fails.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'set-up.service',
			bad: `
[Unit]
ConditionPathExists=/etc/web.conf
ConditionPathExists=!/etc/web.conf
                    ^^^^^^^^^^^^^^ this never holds where \`ConditionPathExists=/etc/web.conf\` does, so the unit never starts; remove one, or begin both with \`|\`

[Service]
ExecStart=/usr/bin/set-up
`,
		},
		{
			file: 'set-up.service',
			bad: `
[Unit]
ConditionArchitecture=x86-64
ConditionArchitecture=arm64
                      ^^^^^ this never holds where \`ConditionArchitecture=x86-64\` does, so the unit never starts; remove one, or begin both with \`|\`

[Service]
ExecStart=/usr/bin/set-up
`,
		},
		{
			file: 'set-up.service',
			good: `
[Unit]
ConditionArchitecture=|x86-64
ConditionArchitecture=|arm64
ConditionPathExists=!/etc/web.conf

[Service]
ExecStart=/usr/bin/set-up
`,
		},
	],
	check(unit, context) {
		if (!mayContradict(unit)) return;
		const whole = wholeUnit(unit, context);
		if (whole === undefined) return;
		for (const word of ['Condition', 'Assert']) {
			for (const [first, second] of contradictions(necessary(whole, word))) {
				if (!second.here) continue; // The file that brought the contradiction tells of it.
				const fault = `this never holds where \`${first.entry.key.text}=${first.entry.value.text}\` does`;
				const effect = word === 'Condition' ? 'so the unit never starts' : 'so each start fails';
				context.report(
					second.entry.value.span,
					`${fault}, ${effect}; remove one, or begin both with \`|\``,
					first.here ? { related: [{ span: first.entry.value.span, message: 'the other one' }] } : {},
				);
			}
		}
	},
});

/** Most units have no conditions. */
function mayContradict({ text }: UnitFile): boolean {
	return text.includes('Condition') || text.includes('Assert');
}

/** The conditions that must hold. One empty value takes back all of them, of whatever kind. */
function necessary(whole: WholeUnit, word: string): readonly UnitSetting[] {
	const all = whole.all.filter(({ directive, section }) => section === 'Unit' && directive.key.startsWith(word));
	return keptSettings(all)
		.filter(({ entry }) => !entry.value.text.startsWith('|'))
		.filter((each) => isRead(each, whole));
}

/** Each condition that contradicts an earlier one, behind that. */
function contradictions(settings: readonly UnitSetting[]): readonly (readonly [UnitSetting, UnitSetting])[] {
	const found: (readonly [UnitSetting, UnitSetting])[] = [];
	const earlier = new Map<string, { readonly setting: UnitSetting; readonly claim: Claim }[]>();
	for (const setting of settings) {
		const claim = readClaim(setting);
		// Only claims of one architecture, or of one and the same thing, can contradict each other.
		const about = claim.subject === 'Architecture' ? claim.subject : claim.object;
		const others = earlier.get(about) ?? [];
		const first = others.find((other) => contradict(other.claim, claim));
		if (first !== undefined) found.push([first.setting, setting]);
		earlier.set(about, [...others, { setting, claim }]);
	}
	return found;
}

/** What a condition says: of what, and whether it must be so. */
interface Claim {
	readonly subject: string;
	readonly object: string;
	readonly holds: boolean;
}

function readClaim({ directive: { key }, entry }: UnitSetting): Claim {
	const subject = key.replace(/^(?:Condition|Assert)/, '');
	const [, mark, text = ''] = /^(!?)\s*(.*)$/s.exec(entry.value.text) ?? [];
	const truth = truths.has(subject) ? readBoolean(text) : undefined;
	if (truth !== undefined) return { subject, object: '', holds: truth !== (mark === '!') };
	return {
		subject,
		object: subject.includes('Path') || text.startsWith('/') ? withoutEnd(text) : text,
		holds: mark === '',
	};
}

/** Subjects that are true or false, and not of anything. */
const truths = new Set(['ACPower', 'FirstBoot']);

/** What can only hold of a path that is there. */
const ofExistingPaths = new Set([
	...['DirectoryNotEmpty', 'FileIsExecutable', 'FileNotEmpty'],
	...['PathIsDirectory', 'PathIsMountPoint', 'PathIsReadWrite'],
]);

function contradict(a: Claim, b: Claim): boolean {
	if (a.subject === b.subject) {
		if (a.object === b.object) return a.holds !== b.holds;
		// Each machine has one; `native` may be any of them.
		return a.subject === 'Architecture' && a.holds && b.holds && a.object !== 'native' && b.object !== 'native';
	}
	return isMissing(a, b) || isMissing(b, a);
}

function isMissing(absent: Claim, present: Claim): boolean {
	if (absent.subject !== 'PathExists' || absent.holds || absent.object !== present.object) return false;
	return present.holds && ofExistingPaths.has(present.subject);
}

function withoutEnd(path: string): string {
	return path.replace(/(?<=.)\/+$/, '');
}
