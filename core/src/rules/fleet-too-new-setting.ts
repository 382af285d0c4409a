// Settings of [X-Fleet] that the target release of fleet does not know, or reads in another way. Words for
// Global= have a rule of their own, and so have combinations.

import { type FleetRelease, isFleetAtLeast } from '../fleet/model.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { type FleetSetting, fleetSettings } from './support/fleet-settings.ts';

/** `Replaces`, several globs on a line, or `%i` in metadata for a fleet that is too old for them. */
export const fleetTooNewSetting = defineRule({
	id: 'fleet-too-new-setting',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A setting of [X-Fleet] that needs a newer fleet',
	why: 'An older fleet takes the unit all the same. It skips a key that it does not know, and takes two globs on one line for a single one that matches nothing.',
	reference: 'fleet release notes',
	examples: [
		{
			file: 'web.service',
			fleetRelease: '0.11',
			bad: `
[X-Fleet]
Replaces=web-old.service
^^^^^^^^ fleet 0.11 does not know \`Replaces\`, which came with 0.13, and skips it
`,
		},
		{
			file: 'web.service',
			fleetRelease: '0.13',
			bad: `
[X-Fleet]
Conflicts=db@*.service cache.service
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ fleet 0.13 takes this for one glob, which no unit matches, and parts it since 1.0; write a line for each
`,
			fixed: `
[X-Fleet]
Conflicts=db@*.service
Conflicts=cache.service
`,
		},
		{
			file: 'web@.service',
			fleetRelease: '0.11',
			bad: `
[X-Fleet]
MachineMetadata=rack=%i
                ^^^^^^^ fleet 0.11 may expand \`%i\` to another instance of this template, which 0.12 mended; write the value out in a file for each instance
`,
		},
		{ file: 'web.service', good: '[X-Fleet]\nConflicts=db@*.service cache.service\n' },
	],
	check(unit, context) {
		const { file, fleetRelease: release, report } = context;
		for (const setting of fleetSettings(unit, context)) {
			const { key, option, garbled } = setting;
			if (key === 'Replaces' && !isFleetAtLeast(release, '0.13'))
				report(option.nameSpan, `fleet ${release} does not know \`Replaces\`, which came with 0.13, and skips it`);
			if (garbled === undefined && isGlobList(setting, release))
				report(option.valueSpan, listMessage(release), { fixes: [onOwnLines(setting)] });
			if (file?.instance === '' && isSharedMetadata(setting, release)) report(option.valueSpan, sharedMessage(release));
		}
	},
});

function isGlobList({ key, items }: FleetSetting, release: FleetRelease): boolean {
	return (
		key === 'Conflicts' && !isFleetAtLeast(release, '1.0') && items.length === 1 && /\s/.test(items[0]?.text ?? '')
	);
}

function listMessage(release: FleetRelease): string {
	return `fleet ${release} takes this for one glob, which no unit matches, and parts it since 1.0; write a line for each`;
}

function onOwnLines({ option }: FleetSetting): Fix {
	const [first = '', ...others] = option.value.split(/[\s\\"]+/).filter((glob) => glob !== '');
	const lines = [first, ...others.map((glob) => `${option.name}=${glob}`)].join('\n');
	return replaceFix(option.valueSpan, lines, 'safe', 'Write a line for each');
}

/** Instances of one template share its text, and before 0.12 the first that was looked at was expanded for all. */
function isSharedMetadata({ key, option }: FleetSetting, release: FleetRelease): boolean {
	return key === 'MachineMetadata' && option.value.includes('%i') && !isFleetAtLeast(release, '0.12');
}

function sharedMessage(release: FleetRelease): string {
	return `fleet ${release} may expand \`%i\` to another instance of this template, which 0.12 mended; write the value out in a file for each instance`;
}
