// [Service] → what the service will do, or why systemd refuses it (systemd.service(5)).

import type { UnitOption } from '../../model.ts';
import type { Expansion } from './expand.ts';
import type { RestartPolicy, Run, ServicePlan, ServiceType } from './plan.ts';
import { readRuns } from './read-runs.ts';
import { flagSetting, listSetting, setting, timeSetting } from './settings.ts';

/** A service's plan, or the reason of its refusal as text. */
export function readService(
	options: readonly UnitOption[],
	expansion: Omit<Expansion, 'environment'>,
): ServicePlan | string {
	const type = serviceType(options);
	const context = { ...expansion, environment: readEnvironment(options) };
	const read = (name: string, role: 'main' | 'helper' | 'stop') => readRuns(options, name, role, context);
	const readings = {
		startPre: read('ExecStartPre', 'helper'),
		start: read('ExecStart', type === 'oneshot' ? 'helper' : 'main'),
		startPost: read('ExecStartPost', 'helper'),
		stop: read('ExecStop', 'stop'),
		stopPost: read('ExecStopPost', 'stop'),
	};
	const refused = Object.values(readings).find((reading) => reading.kind === 'refused');
	if (refused?.kind === 'refused') return refused.reason;
	const runsOf = (name: keyof typeof readings): readonly Run[] => {
		const reading = readings[name];
		return reading.kind === 'runs' ? reading.runs : [];
	};
	const runs = {
		startPre: runsOf('startPre'),
		start: runsOf('start'),
		startPost: runsOf('startPost'),
		stop: runsOf('stop'),
		stopPost: runsOf('stopPost'),
	};
	return commandsFault(type, runs) ?? { kind: 'service', type, ...runs, ...readBehaviour(options, type) };
}

function readBehaviour(
	options: readonly UnitOption[],
	type: ServiceType,
): Omit<ServicePlan, 'kind' | 'type' | 'startPre' | 'start' | 'startPost' | 'stop' | 'stopPost'> {
	const both = timeSetting(options, 'Service', 'TimeoutSec', defaultTimeout);
	return {
		restart: restartPolicy(options),
		// Less would only be work.
		restartDelay: Math.max(50, timeSetting(options, 'Service', 'RestartSec', 100)),
		remainAfterExit: flagSetting(options, 'Service', 'RemainAfterExit'),
		startTimeout: timeoutSetting(options, 'TimeoutStartSec', type === 'oneshot' ? Number.POSITIVE_INFINITY : both),
		stopTimeout: timeoutSetting(options, 'TimeoutStopSec', both),
		startLimit: {
			burst: Number(setting(options, 'Unit', 'StartLimitBurst') ?? setting(options, 'Service', 'StartLimitBurst') ?? 5),
			interval: startLimitInterval(options),
		},
	};
}

const defaultTimeout = 90_000;

// 0 means that there is no limit, as `infinity` does.
function timeoutSetting(options: readonly UnitOption[], name: string, fallback: number): number {
	const timeout = timeSetting(options, 'Service', name, fallback);
	return timeout === 0 ? Number.POSITIVE_INFINITY : timeout;
}

// Both settings stood in [Service] until v229, the interval under another name.
function startLimitInterval(options: readonly UnitOption[]): number {
	const old = timeSetting(options, 'Service', 'StartLimitInterval', 10_000);
	return timeSetting(options, 'Unit', 'StartLimitIntervalSec', timeSetting(options, 'Unit', 'StartLimitInterval', old));
}

function commandsFault(type: ServiceType, { start, stop }: Pick<ServicePlan, 'start' | 'stop'>): string | undefined {
	if (start.length === 0 && stop.length === 0) {
		return 'Service has no ExecStart=, ExecStop=, or SuccessAction=. Refusing.';
	}
	if (type === 'oneshot') return undefined;
	if (start.length === 0)
		return 'Service has no ExecStart= setting, which is only allowed for Type=oneshot services. Refusing.';
	return start.length > 1
		? 'Service has more than one ExecStart= setting, which is only allowed for Type=oneshot services. Refusing.'
		: undefined;
}

function serviceType(options: readonly UnitOption[]): ServiceType {
	const written = setting(options, 'Service', 'Type');
	const known = types.find((type) => type === written);
	if (known !== undefined) return known;
	// Without a command to start, a service is one shot that is only stopped.
	const hasStart = listSetting(options, 'Service', 'ExecStart').length > 0;
	return !hasStart && listSetting(options, 'Service', 'ExecStop').length > 0 ? 'oneshot' : 'simple';
}

const types: readonly ServiceType[] = ['simple', 'exec', 'idle', 'oneshot', 'forking', 'notify', 'dbus'];

function restartPolicy(options: readonly UnitOption[]): RestartPolicy {
	const written = setting(options, 'Service', 'Restart');
	return policies.find((policy) => policy === written) ?? 'no';
}

const policies: readonly RestartPolicy[] = [
	...(['always', 'on-success', 'on-failure', 'on-abnormal', 'on-abort', 'on-watchdog'] as const),
];

/** `Environment=`: words `NAME=value`, each perhaps in quotes. */
function readEnvironment(options: readonly UnitOption[]): ReadonlyMap<string, string> {
	const words = listSetting(options, 'Service', 'Environment').flatMap(
		(value) => value.match(/"[^"]*"|'[^']*'|[^\s"']+(?:"[^"]*")?/g) ?? [],
	);
	const pairs = words.map((word) => word.replace(/^["']|["']$/g, '')).filter((word) => word.includes('='));
	return new Map(
		pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1).replaceAll('"', '')]),
	);
}
