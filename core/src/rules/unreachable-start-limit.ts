// A limit of starts that restarts are too slow to reach.

import { printSpan, readTimeSpan } from '../values/time-span.ts';
import { defineRule } from './rule.ts';
import { settingOf, settingValue, whereToTell } from './support/counting-settings.ts';
import { type WholeUnit, wholeUnitOf } from './support/whole-unit.ts';

/** `StartLimitBurst=` or `StartLimitIntervalSec=` that `RestartSec=` keeps from ever being reached. */
export const unreachableStartLimit = defineRule({
	id: 'unreachable-start-limit',
	group: 'units',
	severity: 'info',
	since: '0.1.0',
	summary: 'A start limit that the pauses between restarts keep from being reached',
	why: 'The limit counts starts within an interval, of 10 s if nothing else is said. A service that waits for `RestartSec=` between restarts never gets to `StartLimitBurst=` of them if the pauses alone are longer than the interval: it restarts for ever, and what `StartLimitAction=` or `OnFailure=` should do then never happens.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Unit]
StartLimitBurst=3
                ^ 3 restarts with \`RestartSec=30s\` take longer than the 10s in which they are counted, so the limit is never reached; set \`StartLimitIntervalSec=\` above 1min 30s

[Service]
ExecStart=/usr/bin/web
Restart=on-failure
RestartSec=30s
`,
		},
		{
			file: 'web.service',
			good: `
[Unit]
StartLimitBurst=3
StartLimitIntervalSec=5min

[Service]
ExecStart=/usr/bin/web
Restart=on-failure
RestartSec=30s
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web
Restart=on-failure
RestartSec=30s
`,
			note: 'Nobody has asked for a limit here.',
		},
	],
	check(unit, context) {
		if (!unit.text.includes('StartLimit')) return;
		const whole = wholeUnitOf('service', unit, context);
		if (whole === undefined || (settingValue(whole, 'Restart') ?? 'no') === 'no') return;
		const limits = limitKeys.map((key) => settingOf(whole, key, 'Unit')).filter((limit) => limit !== undefined);
		const pause = settingOf(whole, 'RestartSec');
		const place = whereToTell(whole, [...limits, pause]);
		if (limits.length === 0 || pause === undefined || place === undefined) return;
		const fault = faultOf(whole, pause.entry.value.text);
		if (fault !== undefined) context.report(place.entry.value.span, fault);
	},
});

function faultOf(whole: WholeUnit, pause: string): string | undefined {
	const restarts = Number(settingValue(whole, 'StartLimitBurst', 'Unit') ?? usualBurst);
	const interval = spanOf(whole, 'StartLimitIntervalSec', usualInterval, 'Unit');
	const wait = restarts * spanOf(whole, 'RestartSec', 0);
	if (!(wait > interval) || interval === 0 || !Number.isFinite(wait)) return undefined;
	const key = whole.release < secSince ? 'StartLimitInterval' : 'StartLimitIntervalSec';
	const fault = `${restarts} restarts with \`RestartSec=${pause}\` take longer than the ${printSpan(interval)} in which they are counted`;
	return `${fault}, so the limit is never reached; set \`${key}=\` above ${printSpan(wait)}`;
}

const limitKeys = ['StartLimitBurst', 'StartLimitIntervalSec'];

// DefaultStartLimitBurst= and DefaultStartLimitIntervalSec= of systemd.
const usualBurst = '5';
const usualInterval = 10_000_000;

/** First release that knows `StartLimitIntervalSec=` by this name. */
const secSince = 230;

/** In microseconds. */
function spanOf(whole: WholeUnit, key: string, usual: number, section?: string): number {
	const value = settingValue(whole, key, section);
	const span = value === undefined ? usual : readTimeSpan(value);
	return typeof span === 'number' ? span : usual;
}
