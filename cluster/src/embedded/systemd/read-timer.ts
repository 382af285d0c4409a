// [Timer] → when it elapses. Monotonic times and the simplest words of OnCalendar= are followed; a timer with any other
// calendar waits for ever.

import type { UnitOption } from '../../model.ts';
import type { Behaviour, LoadState } from './plan.ts';
import { listSetting, parseTimeSpan } from './settings.ts';

/** The plan of a timer, or why systemd refuses it (systemd.timer(5)). */
export function readTimer(options: readonly UnitOption[], triggers: string): Behaviour | LoadState {
	if (!settingNames.some((name) => listSetting(options, 'Timer', name).length > 0)) {
		return { kind: 'bad-setting', reason: 'the timer has no time' };
	}
	const every = earliest([
		...spans(options, ['OnUnitActiveSec', 'OnUnitInactiveSec']),
		...listSetting(options, 'Timer', 'OnCalendar').flatMap((word) => calendarWords.get(word) ?? []),
	]);
	const first = earliest(spans(options, ['OnActiveSec', 'OnBootSec', 'OnStartupSec'])) ?? calendarStart(options, every);
	return {
		kind: 'trigger',
		sub: 'waiting',
		triggers,
		...(first !== undefined && { firstAfter: first }),
		...(every !== undefined && { every: Math.max(1000, every) }),
	};
}

const settingNames = [
	...['OnActiveSec', 'OnBootSec', 'OnStartupSec', 'OnUnitActiveSec', 'OnUnitInactiveSec', 'OnCalendar'],
	...['OnClockChange', 'OnTimezoneChange'],
];

const minute = 60_000;

const calendarWords: ReadonlyMap<string, number> = new Map([
	['minutely', minute],
	['*:*', minute],
	['hourly', 60 * minute],
	['daily', 24 * 60 * minute],
]);

// OnUnitActiveSec= alone never begins; a calendar does.
function calendarStart(options: readonly UnitOption[], every: number | undefined): number | undefined {
	return listSetting(options, 'Timer', 'OnCalendar').length > 0 ? every : undefined;
}

function spans(options: readonly UnitOption[], names: readonly string[]): readonly number[] {
	return names.flatMap((name) => listSetting(options, 'Timer', name).flatMap((value) => parseTimeSpan(value) ?? []));
}

function earliest(times: readonly number[]): number | undefined {
	return times.length === 0 ? undefined : Math.min(...times);
}
