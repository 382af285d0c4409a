// A oneshot service that is to be started again in cases in which systemd does not do that.

import type { Fix } from './problem.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { addedSettings, settingOf, settingsFor, whereToTell } from './support/counting-settings.ts';
import { removeItemFix, replaceFix } from './support/edits.ts';
import { commandsOf, type ServiceCommands } from './support/service-commands.ts';
import { type UnitSetting, type WholeUnit, wholeUnitOf } from './support/whole-unit.ts';

/** `Restart=always` beside `Type=oneshot`. */
export const restartedOneshot = defineRule({
	id: 'restarted-oneshot',
	group: 'units',
	severity: 'error',
	since: '0.1.0',
	summary: 'A `Type=oneshot` service with a `Restart=` that it may not have',
	why: 'A oneshot service is done when its commands have ended well, so systemd refuses one that is to start again after that. After a failure it may, since systemd 244; before, any `Restart=` but `no` was refused. `RestartForceExitStatus=` is allowed since systemd 256. For work that comes round, a timer is the usual way.',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'backup.service',
			bad: `
[Service]
Type=oneshot
ExecStart=/usr/bin/backup
Restart=always
        ^^^^^^ a \`Type=oneshot\` service may not have \`Restart=always\`, and systemd refuses it; use \`on-failure\`, or a timer for work that comes round
`,
			fixed: `
[Service]
Type=oneshot
ExecStart=/usr/bin/backup
Restart=on-failure
`,
		},
		{
			file: 'backup.service',
			release: 229,
			bad: `
[Service]
Type=oneshot
ExecStart=/usr/bin/backup
Restart=on-failure
        ^^^^^^^^^^ before systemd 244, a \`Type=oneshot\` service may not have \`Restart=on-failure\`, and systemd refuses it; remove the line
`,
			fixed: `
[Service]
Type=oneshot
ExecStart=/usr/bin/backup
`,
		},
		{
			file: 'backup.service',
			release: 252,
			bad: `
[Service]
Type=oneshot
ExecStart=/usr/bin/backup
RestartForceExitStatus=75
                       ^^ before systemd 256, a \`Type=oneshot\` service may not have \`RestartForceExitStatus=\`, and systemd refuses it; remove the line
`,
			fixed: `
[Service]
Type=oneshot
ExecStart=/usr/bin/backup
`,
		},
		{
			file: 'backup.service',
			good: `
[Service]
Type=oneshot
ExecStart=/usr/bin/backup
Restart=on-failure
RestartForceExitStatus=75
`,
		},
	],
	check(unit, context) {
		const whole = wholeUnitOf('service', unit, context);
		if (whole === undefined || !restartKeys.some((key) => settingsFor(whole, key).length > 0)) return;
		const service = commandsOf(whole);
		if (service.type !== 'oneshot' || isUnfinished(service)) return;
		reportRestart(whole, service, context);
		reportForcedRestart(whole, service, context);
	},
});

/** Without a type and without commands it is a oneshot in name only; another rule asks for what is missing. */
function isUnfinished({ typeSetting, starts, stops, acts }: ServiceCommands): boolean {
	return typeSetting === undefined && starts.length === 0 && !stops && !acts;
}

const restartKeys = ['Restart', 'RestartForceExitStatus'];

/** First release that starts oneshot services again after a failure. */
const restartSince = 244;
/** First release that lets exit statuses decide it. */
const forceSince = 256;

function reportRestart(whole: WholeUnit, { typeSetting }: ServiceCommands, { report, release }: RuleContext): void {
	const restart = settingOf(whole, 'Restart');
	const place = whereToTell(whole, [restart, typeSetting]);
	const value = restart?.entry.value.text ?? 'no';
	if (restart === undefined || place === undefined || !isRefused(value, release)) return;
	const modern = release >= restartSince;
	const what = `a \`Type=oneshot\` service may not have \`Restart=${value}\`, and systemd refuses it`;
	const message = modern
		? `${what}; use \`on-failure\`, or a timer for work that comes round`
		: `before systemd ${restartSince}, ${what}; remove the line`;
	report(place.entry.value.span, message, { fixes: restart.here ? restartFixes(restart, modern) : [] });
}

function isRefused(restart: string, release: number): boolean {
	return release >= restartSince ? restart === 'always' || restart === 'on-success' : restart !== 'no';
}

function restartFixes({ entry }: UnitSetting, modern: boolean): readonly Fix[] {
	return modern
		? [replaceFix(entry.value.span, 'on-failure', 'unsafe', 'Use `on-failure`')]
		: [removeItemFix(entry, 'unsafe', 'Remove the line')];
}

function reportForcedRestart(
	whole: WholeUnit,
	{ typeSetting }: ServiceCommands,
	{ report, release }: RuleContext,
): void {
	const forced = release < forceSince ? addedSettings(whole, forcing) : [];
	const place = whereToTell(whole, [...forced, typeSetting]);
	if (forced.length === 0 || place === undefined) return;
	const what = 'a `Type=oneshot` service may not have `RestartForceExitStatus=`, and systemd refuses it';
	report(place.entry.value.span, `before systemd ${forceSince}, ${what}; remove the line`, {
		fixes: place === typeSetting ? [] : [removeItemFix(place.entry, 'unsafe', 'Remove the line')],
	});
}

const forcing = new Set(['RestartForceExitStatus']);
