// Daemons that stay active when they are gone.

import type { UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { isOn, settingOf, settingValue } from './support/counting-settings.ts';
import { replaceFix } from './support/edits.ts';
import { commandsOf } from './support/service-commands.ts';
import { type UnitSetting, wholeUnitOf } from './support/whole-unit.ts';
import { insertBefore } from './support/word-edits.ts';

/** `RemainAfterExit=yes` in a service that is no oneshot. */
export const lingeringService = defineRule({
	id: 'lingering-service',
	group: 'units',
	severity: 'info',
	since: '0.1.0',
	summary: '`RemainAfterExit=yes` in a service that is no oneshot',
	why: 'The setting is for services that do something once and leave a state behind, which `Type=oneshot` says. A `Type=simple` service counts as started at once, so units after it do not wait for its work to be done; and when its program ends well, it stays active, without a process, and `Restart=` does not start it again.',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'tables.service',
			bad: `
[Service]
ExecStart=/usr/bin/fill-tables
RemainAfterExit=yes
                ^^^ units after a \`Type=simple\` service do not wait for its work, and it stays active when its program has ended; for work that is done once, set \`Type=oneshot\`
`,
			fixed: `
[Service]
Type=oneshot
ExecStart=/usr/bin/fill-tables
RemainAfterExit=yes
`,
		},
		{
			file: 'tables.service',
			good: `
[Service]
Type=oneshot
ExecStart=/usr/bin/fill-tables
RemainAfterExit=yes
`,
		},
	],
	check(unit, context) {
		const whole = wholeUnitOf('service', unit, context);
		const remains = whole && settingOf(whole, 'RemainAfterExit');
		if (whole === undefined || !remains?.here || !isOn(whole, 'RemainAfterExit')) return;
		const { type, typeSetting, starts } = commandsOf(whole);
		if (!waitless.has(type)) return;
		const fault = `units after a \`Type=${type}\` service do not wait for its work, and it stays active when its program has ended`;
		const [first] = starts;
		context.report(remains.entry.value.span, `${fault}; for work that is done once, set \`Type=oneshot\``, {
			// A oneshot may not restart in all cases.
			fixes: settingValue(whole, 'Restart') === undefined ? typeFixes(unit, typeSetting, first) : [],
		});
	},
});

/** Types of services that are up as soon as their program runs. Others wait, and may well leave a state behind. */
const waitless = new Set(['simple', 'exec', 'idle']);

function typeFixes(unit: UnitFile, type: UnitSetting | undefined, first: UnitSetting | undefined): readonly Fix[] {
	const title = 'Set `Type=oneshot`';
	if (type?.here) return [replaceFix(type.entry.value.span, 'oneshot', 'unsafe', title)];
	if (type !== undefined || !first?.here) return [];
	return [{ title, kind: 'unsafe', edits: [insertBefore(unit, first.entry, 'Type=oneshot')] }];
}
