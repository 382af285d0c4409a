// Settings of a folder: config files, and the options that outweigh them.

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { settingsReader } from '../../cli/src/config.ts';
import { defaultSettings } from '../../core/src/index.ts';
import { folderWith } from '../support/cli.ts';

describe('settings of a folder', () => {
	test('are the defaults where nothing is set', () => {
		expect(settingsReader({})(folderWith({}))).toEqual({ kind: 'settings', settings: defaultSettings });
	});

	test('come from the config file above it', () => {
		const cwd = folderWith({ '.fleet-units.json': '{ "systemdVersion": 230 }', 'a/b/web.service': '' });
		expect(settingsReader({})(path.join(cwd, 'a/b'))).toMatchObject({ settings: { release: 230, rules: {} } });
	});

	test('come from the nearest config file alone', () => {
		const cwd = folderWith({
			'.fleet-units.json': '{ "systemdVersion": 230 }',
			'a/.fleet-units.json': '{ "rules": { "unused-suppression": "off" } }',
		});
		expect(settingsReader({})(path.join(cwd, 'a'))).toEqual({
			kind: 'settings',
			settings: { ...defaultSettings, rules: { 'unused-suppression': 'off' } },
		});
	});

	test('are outweighed by the command line, rule by rule', () => {
		const config = '{ "systemdVersion": 230, "rules": { "unused-suppression": "off", "missing-equals": "info" } }';
		const cwd = folderWith({ '.fleet-units.json': config });
		const flags = { release: 252, rules: { 'missing-equals': 'error' } } as const;
		expect(settingsReader(flags)(cwd)).toEqual({
			kind: 'settings',
			settings: { ...defaultSettings, release: 252, rules: { 'unused-suppression': 'off', 'missing-equals': 'error' } },
		});
	});
});

describe('a config file at fault', () => {
	test('is named with what is wrong in it', () => {
		const cwd = folderWith({ '.fleet-units.json': '{ "systemdVersoin": 230 }' });
		expect(settingsReader({})(cwd)).toEqual({
			kind: 'fault',
			configFile: path.join(cwd, '.fleet-units.json'),
			message: 'unknown setting `systemdVersoin`; there are `systemdVersion`, `fleetVersion` and `rules`',
		});
	});

	test('may be one that cannot be read', () => {
		const cwd = folderWith({});
		mkdirSync(path.join(cwd, '.fleet-units.json'));
		expect(settingsReader({})(cwd)).toMatchObject({ kind: 'fault', message: 'is a folder' });
	});
});
