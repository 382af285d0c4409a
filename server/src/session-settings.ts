// Settings of a client as the core wants them. A wrong value is said in the log, and the default holds in its place.

import {
	defaultSettings,
	type FleetRelease,
	fleetReleases,
	type InlayHintAmount,
	isTimeZone,
	type LintSettings,
	latestRelease,
	oldestRelease,
	readFleetRelease,
	readRelease,
	readRuleLevel,
} from '../../core/src/index.ts';
import { type ClientSettings, settingsSection } from '../../protocol/src/settings.ts';

/** What a person has set for a session. */
export interface SessionSettings extends LintSettings {
	/** How many inlay hints to show. */
	readonly inlayHints: 'off' | InlayHintAmount;
	/** IANA name of the zone in which times are told, or `local`: which that is takes long to find out (see clock.ts). */
	readonly timeZone: string;
}

/** Settings as a client sends them, in a section of that name or bare; `undefined` if there are none. */
export function findSettings(value: unknown): ClientSettings | undefined {
	if (!isRecord(value)) return undefined;
	const section = value[settingsSection];
	if (isRecord(section)) return section;
	return ownSettings.some((name) => name in value) ? value : undefined;
}

const ownSettings: readonly (keyof ClientSettings)[] = [
	'systemdVersion',
	'fleetVersion',
	'rules',
	'inlayHints',
	'timeZone',
];

/** The settings that hold: those that are right, and the defaults. `log` is told what is wrong. */
export function readClientSettings(settings: ClientSettings, log: (message: string) => void): SessionSettings {
	return {
		release: releaseFrom(settings.systemdVersion, log),
		fleetRelease: fleetReleaseFrom(settings.fleetVersion, log),
		rules: rulesFrom(settings.rules, log),
		inlayHints: inlayHintsFrom(settings.inlayHints, log),
		timeZone: timeZoneFrom(settings.timeZone, log),
	};
}

function releaseFrom(value: unknown, log: (message: string) => void): number {
	const release = readRelease(value ?? 'latest');
	if (release !== undefined) return release;
	const given = JSON.stringify(value);
	log(
		`${settingsSection}.systemdVersion must be "latest" or a number from ${oldestRelease} to ${latestRelease}, not ${given}; using latest`,
	);
	return defaultSettings.release;
}

function fleetReleaseFrom(value: unknown, log: (message: string) => void): FleetRelease {
	const release = readFleetRelease(value ?? defaultSettings.fleetRelease);
	if (release !== undefined) return release;
	const given = JSON.stringify(value);
	log(`${settingsSection}.fleetVersion must be one of ${fleetReleases.join(', ')}, not ${given}; using the newest`);
	return defaultSettings.fleetRelease;
}

function inlayHintsFrom(value: unknown, log: (message: string) => void): SessionSettings['inlayHints'] {
	const known = inlayHintAmounts.find((amount) => amount === (value ?? 'off'));
	if (known !== undefined) return known;
	log(`${settingsSection}.inlayHints must be "off", "names" or "all", not ${JSON.stringify(value)}; using "off"`);
	return 'off';
}

const inlayHintAmounts = ['off', 'names', 'all'] as const;

function timeZoneFrom(value: unknown, log: (message: string) => void): string {
	if (value === undefined || value === null || value === 'local') return 'local';
	if (typeof value === 'string' && isTimeZone(value)) return value;
	const given = JSON.stringify(value);
	log(`${settingsSection}.timeZone must be "local" or a name such as Europe/Berlin, not ${given}; using "local"`);
	return 'local';
}

function rulesFrom(value: unknown, log: (message: string) => void): LintSettings['rules'] {
	if (isRecord(value))
		return Object.fromEntries(Object.entries(value).flatMap(([id, level]) => ruleFrom(id, level, log)));
	if (value !== undefined && value !== null) {
		log(`${settingsSection}.rules must be an object of rule ids and levels; it is ignored`);
	}
	return {};
}

function ruleFrom(id: string, level: unknown, log: (message: string) => void) {
	try {
		return [[id, readRuleLevel(id, level)] as const];
	} catch (error) {
		log(`${settingsSection}.rules: ${error instanceof Error ? error.message : String(error)}; it is ignored`);
		return [];
	}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
