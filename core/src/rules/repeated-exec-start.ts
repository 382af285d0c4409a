// Several commands for ExecStart= in a service that is no series of steps. In a drop-in it is the command that was
// meant to take the place of the unit’s own.

import type { UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { type ServiceCommands, serviceCommands, startCommands } from './support/service-commands.ts';
import type { UnitSetting } from './support/whole-unit.ts';
import { insertBefore } from './support/word-edits.ts';

/** A second `ExecStart=` without `Type=oneshot`. */
export const repeatedExecStart = defineRule({
	id: 'repeated-exec-start',
	group: 'commands',
	severity: 'error',
	since: '0.1.0',
	summary: 'A second `ExecStart=` in a service that is no oneshot',
	why: 'A service is one main process, unless it is `Type=oneshot` and so a series of steps. systemd refuses a unit with more: it does not start at all. What comes before the main process belongs in `ExecStartPre=`. A drop-in adds to the commands of the unit, and takes them back only by an empty `ExecStart=`.',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/make-config
ExecStart=/usr/bin/web
^^^^^^^^^ systemd refuses a unit with a second \`ExecStart=\`, unless it is \`Type=oneshot\`; write \`ExecStartPre=\` for all but the last command
`,
			fixed: `
[Service]
ExecStartPre=/usr/bin/make-config
ExecStart=/usr/bin/web
`,
		},
		{
			file: '/etc/systemd/system/web.service.d/port.conf',
			others: { '/usr/lib/systemd/system/web.service': '\n[Service]\nExecStart=/usr/bin/web\n' },
			bad: `
[Service]
ExecStart=/usr/bin/web --port 8080
^^^^^^^^^ this comes on top of the \`ExecStart=\` of \`web.service\`, and systemd refuses a unit with two, unless it is \`Type=oneshot\`; put an empty \`ExecStart=\` before it
`,
			fixed: `
[Service]
ExecStart=
ExecStart=/usr/bin/web --port 8080
`,
		},
		{
			file: 'tables.service',
			good: `
[Service]
Type=oneshot
ExecStart=/usr/bin/make-tables
ExecStart=/usr/bin/fill-tables
`,
		},
	],
	check(unit, context) {
		const service = serviceCommands(unit, context);
		if (service === undefined || service.type === 'oneshot' || !mayRepeat(service)) return;
		const [first, ...others] = startCommands(service);
		const second = others.find(({ here }) => here);
		if (first === undefined || second === undefined) return;
		if (first.here) reportSecond([first, ...others], second, service, unit, context);
		else reportAddition(second, unit, context);
	},
});

/** Commands need to be read only where there is more than one setting, or a setting with more than one command. */
function mayRepeat({ starts }: ServiceCommands): boolean {
	return starts.length > 1 || (starts[0]?.entry.value.text.includes(';') ?? false);
}

function reportSecond(
	commands: readonly UnitSetting[],
	{ entry }: UnitSetting,
	service: ServiceCommands,
	unit: UnitFile,
	{ report }: RuleContext,
): void {
	const fault = 'systemd refuses a unit with a second `ExecStart=`, unless it is `Type=oneshot`';
	const first = commands.find((command) => command.entry !== entry)?.entry;
	const preparing = prepareFixes(commands);
	const remedy =
		preparing.length > 0 ? 'write `ExecStartPre=` for all but the last command' : 'leave one command, or set the type';
	report(entry.key.span, `${fault}; ${remedy}`, {
		related: first === undefined ? [] : [{ span: first.key.span, message: 'the first one' }],
		fixes: [...preparing, ...oneshotFixes(commands, service, unit)],
	});
}

function reportAddition({ entry }: UnitSetting, unit: UnitFile, { file, report }: RuleContext): void {
	const fault = `this comes on top of the \`ExecStart=\` of \`${file?.unit}\`, and systemd refuses a unit with two`;
	const edits = [insertBefore(unit, entry, 'ExecStart=')];
	report(entry.key.span, `${fault}, unless it is \`Type=oneshot\`; put an empty \`ExecStart=\` before it`, {
		fixes: [{ title: 'Take back the commands of the unit first', kind: 'unsafe', edits }],
	});
}

/** Commands that share a setting, or stand in another file, cannot be renamed one by one. */
function prepareFixes(commands: readonly UnitSetting[]): readonly Fix[] {
	const entries = new Set(commands.map(({ entry }) => entry));
	if (entries.size < commands.length || !commands.every(({ here }) => here)) return [];
	const edits = commands.slice(0, -1).map(({ entry }) => ({ span: entry.key.span, text: 'ExecStartPre' }));
	return [{ title: 'Write `ExecStartPre=` for all but the last command', kind: 'unsafe', edits }];
}

function oneshotFixes(
	[first]: readonly UnitSetting[],
	{ typeSetting }: ServiceCommands,
	unit: UnitFile,
): readonly Fix[] {
	if (first === undefined || typeSetting?.here === false) return [];
	const edit =
		typeSetting === undefined
			? insertBefore(unit, first.entry, 'Type=oneshot')
			: { span: typeSetting.entry.value.span, text: 'oneshot' };
	return [{ title: 'Set `Type=oneshot`', kind: 'unsafe', edits: [edit] }];
}
