// The text of a `.fleet-units.json`: the same settings as the editor's, for a folder and all below it.
// Finding and reading the file is the adapters' business.

import { oldestRelease } from '../catalogue/directive.ts';
import { latestRelease } from '../catalogue/latest-release.ts';
import { nearest } from '../catalogue/nearest.ts';
import { type FleetRelease, fleetReleases } from '../fleet/model.ts';
import { allRules } from './catalogue.ts';
import type { Severity } from './problem.ts';
import type { Rule } from './rule.ts';
import { isRuleLevel, type LintSettings, readFleetRelease, readRelease } from './settings.ts';

/** Name of the file, looked for beside a unit file and in the folders above it. */
export const configFileName = '.fleet-units.json';

const settingNames = '`systemdVersion`, `fleetVersion` and `rules`';

/** What a config file sets, or the first thing wrong with it, said for the person who wrote it. */
export type ConfigResult =
	| { readonly kind: 'config'; readonly settings: Partial<LintSettings> }
	| { readonly kind: 'fault'; readonly message: string };

/** Reads `{ "systemdVersion": …, "fleetVersion": …, "rules": { … } }`. Unknown names are faults, because they would do nothing. */
export function readConfig(text: string): ConfigResult {
	try {
		return { kind: 'config', settings: readSettings(JSON.parse(text)) };
	} catch (error) {
		return { kind: 'fault', message: error instanceof Error ? error.message : String(error) };
	}
}

/** Checks settings as they come from a file or an editor; throws an `Error` that says what is wrong. */
export function readSettings(value: unknown): Partial<LintSettings> {
	if (!isRecord(value)) throw new Error(`expected an object with ${settingNames}`);
	const { systemdVersion, fleetVersion, rules, ...others } = value;
	const [unknown] = Object.keys(others).filter((key) => key !== '$schema');
	if (unknown !== undefined) throw new Error(`unknown setting \`${unknown}\`; there are ${settingNames}`);
	return {
		...(systemdVersion !== undefined && { release: requireRelease(systemdVersion) }),
		...(fleetVersion !== undefined && { fleetRelease: requireFleetRelease(fleetVersion) }),
		...(rules !== undefined && { rules: readRules(rules) }),
	};
}

/** The rule of that id; throws an `Error` that names the nearest one. */
export function requireRule(id: string): Rule {
	const rule = allRules.find((candidate) => candidate.id === id);
	if (rule !== undefined) return rule;
	const near = nearest(
		id,
		allRules.map((candidate) => candidate.id),
	);
	throw new Error(`unknown rule \`${id}\`${near === undefined ? '' : `; did you mean \`${near}\``}`);
}

/** Checks a severity given for a rule; throws an `Error` that names what is wrong and what is near. */
export function readRuleLevel(id: string, level: unknown): Severity | 'off' {
	requireRule(id);
	if (!isRuleLevel(level)) {
		throw new Error(`rule \`${id}\`: \`${String(level)}\` is no level; use error, warning, info, hint or off`);
	}
	return level;
}

function readRules(value: unknown): LintSettings['rules'] {
	if (!isRecord(value)) throw new Error('`rules` must be an object of rule ids and levels');
	return Object.fromEntries(Object.entries(value).map(([id, level]) => [id, readRuleLevel(id, level)]));
}

function requireRelease(value: unknown): number {
	const release = readRelease(value);
	if (release === undefined) {
		throw new Error(
			`\`systemdVersion\` must be "latest" or a number from ${oldestRelease} to ${latestRelease}, not \`${String(value)}\``,
		);
	}
	return release;
}

function requireFleetRelease(value: unknown): FleetRelease {
	const release = readFleetRelease(value);
	if (release !== undefined) return release;
	throw new Error(`\`fleetVersion\` must be one of ${fleetReleases.join(', ')}, not \`${String(value)}\``);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
