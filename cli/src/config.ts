// Settings of one file: the defaults, the nearest `.fleet-units.json` beside or above it, and what the command line
// says, which wins. What may stand in the config file is the core's business.

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { configFileName, defaultSettings, errorsOnly, type LintSettings, readConfig } from '../../core/src/index.ts';
import { reasonOf } from './failures.ts';
import { below } from './files.ts';

/** Settings for the files of a folder, or why there are none. */
export type FolderSettings =
	| { readonly kind: 'settings'; readonly settings: LintSettings }
	| { readonly kind: 'fault'; readonly configFile: string; readonly message: string };

/** What may be asked of settings beside their values. */
export interface SettingsOptions {
	/** Rules that report no errors are off. */
	readonly errorsOnly?: boolean;
}

/** Gives the settings of folders; each config file is read once. Only the nearest counts. */
export function settingsReader(
	flags: Partial<LintSettings>,
	{ errorsOnly: onlyErrors = false }: SettingsOptions = {},
): (folder: string) => FolderSettings {
	const known = new Map<string, FolderSettings>();
	const complete = (config: Partial<LintSettings>) => {
		const settings = combine(config, flags);
		return onlyErrors ? errorsOnly(settings) : settings;
	};
	return function settingsOf(folder: string): FolderSettings {
		const settings = known.get(folder) ?? readBesideOrAbove(folder, settingsOf, complete);
		known.set(folder, settings);
		return settings;
	};
}

/** What a config file sets → all settings. */
type Complete = (config: Partial<LintSettings>) => LintSettings;

function readBesideOrAbove(
	folder: string,
	settingsOf: (folder: string) => FolderSettings,
	complete: Complete,
): FolderSettings {
	const configFile = below(folder, configFileName);
	const parent = path.dirname(folder);
	try {
		if (statSync(configFile, { throwIfNoEntry: false }) !== undefined) return read(configFile, complete);
	} catch (error) {
		return { kind: 'fault', configFile, message: reasonOf(error) };
	}
	return parent === folder ? { kind: 'settings', settings: complete({}) } : settingsOf(parent);
}

function read(configFile: string, complete: Complete): FolderSettings {
	const text = readFileSync(configFile, 'utf8').replace(/^\ufeff/, '');
	const result = readConfig(text);
	if (result.kind === 'fault') return { ...result, configFile };
	return { kind: 'settings', settings: complete(result.settings) };
}

function combine(config: Partial<LintSettings>, flags: Partial<LintSettings>): LintSettings {
	return { ...defaultSettings, ...config, ...flags, rules: { ...config.rules, ...flags.rules } };
}
