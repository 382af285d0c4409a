// A service that says nothing of what it runs, or too little for its type, as service_verify() of systemd sees it.

import type { UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { addSettings } from './support/add-setting.ts';
import { type ServiceCommands, serviceCommands } from './support/service-commands.ts';

/** A `.service` without the command that systemd asks for. */
export const missingExecStart = defineRule({
	id: 'missing-exec-start',
	group: 'commands',
	severity: 'error',
	since: '0.1.0',
	whole: true,
	summary: 'A service without the command that it is to run',
	why: 'systemd refuses a service that has no `ExecStart=`. Only a `Type=oneshot` may go without, if it stays active by `RemainAfterExit=yes` and has an `ExecStop=`, or if `SuccessAction=` is all it is for. A file without [Service] is such a service, too: often the header was forgotten, and its settings count for [Unit].',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Unit]
^^^^^^ this service has no [Service] section, and systemd refuses it; say in \`ExecStart=\` what it runs
Description=Web
After=network.target

[Install]
WantedBy=multi-user.target
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
^^^^^^^^^ this service has no \`ExecStart=\`, and systemd refuses it; say what it runs
Restart=always
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
^^^^^^^^^ a service of \`Type=notify\` needs \`ExecStart=\`, and systemd refuses it; say what it runs
Type=notify
ExecStop=/usr/bin/web --stop
`,
		},
		{
			file: 'firewall.service',
			bad: `
[Service]
^^^^^^^^^ a service without \`ExecStart=\` must stay active, and systemd refuses it otherwise; add \`RemainAfterExit=yes\`
ExecStop=/usr/bin/clear-firewall
`,
			fixed: `
[Service]
ExecStop=/usr/bin/clear-firewall
RemainAfterExit=yes
`,
		},
		{
			file: 'firewall.service',
			good: `
[Service]
RemainAfterExit=yes
ExecStop=/usr/bin/clear-firewall
`,
			note: 'This one acts at shutdown only.',
		},
		{
			file: '/etc/systemd/system/web.service.d/restart.conf',
			good: `
[Service]
Restart=always
`,
			note: 'A drop-in holds only what changes.',
		},
	],
	check(unit, context) {
		if (context.file?.dropIn) return;
		const service = serviceCommands(unit, context);
		const header = unit.sections.find(({ name }) => name === 'Service')?.header;
		const fault = service && faultOf(service, header !== undefined);
		const place = header ?? unit.sections[0]?.header;
		if (fault === undefined || place === undefined) return;
		context.report(place.content, fault, { fixes: service?.stops ? stayFixes(unit, service) : [] });
	},
});

function faultOf({ type, starts, stops, remainsAfterExit, acts }: ServiceCommands, hasSection: boolean) {
	if (starts.length > 0) return undefined;
	if (!stops && !acts) return hasSection ? nothingToRun : noSection;
	if (type !== 'oneshot')
		return `a service of \`Type=${type}\` needs \`ExecStart=\`, and systemd refuses it; say what it runs`;
	return remainsAfterExit || acts ? undefined : endsAtOnce;
}

const noSection = 'this service has no [Service] section, and systemd refuses it; say in `ExecStart=` what it runs';
const nothingToRun = 'this service has no `ExecStart=`, and systemd refuses it; say what it runs';
const endsAtOnce =
	'a service without `ExecStart=` must stay active, and systemd refuses it otherwise; add `RemainAfterExit=yes`';

function stayFixes(unit: UnitFile, { type }: ServiceCommands): readonly Fix[] {
	if (type !== 'oneshot') return [];
	const edits = [addSettings(unit, 'Service', ['RemainAfterExit=yes'])];
	return [{ title: 'Add `RemainAfterExit=yes`', kind: 'unsafe', edits }];
}
