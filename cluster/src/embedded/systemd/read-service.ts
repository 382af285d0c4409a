// [Service] → what the service will do, or why systemd refuses it (systemd.service(5)).

import type { UnitOption } from '../../model.ts';
import type { Expansion } from './expand.ts';
import type { RestartPolicy, Run, ServicePlan, ServiceType } from './plan.ts';
import { type RunsReading, readRuns } from './read-runs.ts';
import { flagSetting, listSetting, setting, timeSetting } from './settings.ts';

/** A service's plan, or why systemd refuses it, as text. */
export function readService(
	options: readonly UnitOption[],
	place: Omit<Expansion, 'environment'>,
): ServicePlan | string {
	const type = serviceType(options);
	const expansion = { ...place, environment: readEnvironment(options) };
	const readings = readCommands(options, type, expansion);
	const refused = readings.find((reading) => reading.kind === 'refused');
	if (refused?.kind === 'refused') return refused.reason;
	const [startPre = [], start = [], startPost = [], stop = [], stopPost = []] = readings.map(runsOf);
	const plan: ServicePlan = {
		...{ kind: 'service', type, startPre, start, startPost, stop, stopPost },
		...readBehaviour(options, type),
	};
	return serviceFault(plan) ?? plan;
}

function readCommands(options: readonly UnitOption[], type: ServiceType, expansion: Expansion): readonly RunsReading[] {
	const main = type === 'oneshot' ? 'helper' : 'main';
	const settings = [
		...([
			['ExecStartPre', 'helper'],
			['ExecStart', main],
			['ExecStartPost', 'helper'],
		] as const),
		...([
			['ExecStop', 'stop'],
			['ExecStopPost', 'stop'],
		] as const),
	];
	return settings.map(([name, role]) => readRuns(options, name, role, expansion));
}

function runsOf(reading: RunsReading): readonly Run[] {
	return reading.kind === 'runs' ? reading.runs : [];
}

/** What systemd refuses when it loads a service. */
function serviceFault({ type, start, stop, remainAfterExit, restart }: ServicePlan): string | undefined {
	if (start.length === 0 && stop.length === 0) return 'the service has no command at all';
	if (start.length === 0 && !remainAfterExit) return 'the service has no ExecStart= and does not remain after exit';
	if (type === 'oneshot') {
		const restarts = restart === 'always' || restart === 'on-success';
		return restarts ? `Type=oneshot cannot have Restart=${restart}` : undefined;
	}
	if (start.length === 0) return 'only Type=oneshot may be without ExecStart=';
	return start.length > 1 ? 'only Type=oneshot may have several ExecStart=' : undefined;
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
