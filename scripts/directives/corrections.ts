// Columns that a facts file has wrong, with the reason. They win over the file.
import type { Directive } from '../../core/src/catalogue/directive.ts';

/** Right values by `table.Key`. */
export const corrections: Readonly<Record<string, Partial<Directive>>> = {
	// The man page names two settings in one heading; the default of the first was taken for both.
	'unit.StartLimitIntervalSec': { default: 'DefaultStartLimitIntervalSec= (10s)' },
	'unit.StartLimitInterval': { default: 'DefaultStartLimitIntervalSec= (10s)' },
	'unit.StartLimitBurst': { default: 'DefaultStartLimitBurst= (5)' },
	'service.StartLimitBurst': { default: 'DefaultStartLimitBurst= (5)' },
	'service.StartLimitInterval': { default: 'DefaultStartLimitIntervalSec= (10s)' },
	'socket.TriggerLimitBurst': { default: '20 (200 with Accept=yes)' },
	'path.TriggerLimitBurst': { default: '200' },
	'socket.PollLimitIntervalSec': { default: '2s' },
	// `continue` holds for delegated units only.
	'service.OOMPolicy': { default: 'DefaultOOMPolicy= (stop)' },
	// Slices, scopes, devices, swaps, mounts and automounts begin with `true`.
	'unit.IgnoreOnIsolate': { default: 'false for services, sockets, targets, paths and timers' },
	'service.TimeoutStartSec': { default: 'DefaultTimeoutStartSec= (90s), none for Type=oneshot' },
	'service.TimeoutStopSec': { default: 'DefaultTimeoutStopSec= (90s)' },
	// The stable branch of 252 took this key from 253.
	'scope.OOMPolicy': { since: 252 },
};
