// package.json and the code say the same of commands, settings, languages and files.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { allRules, unitKindNames } from '../../core/src/index.ts';
import { commands } from '../../protocol/src/commands.ts';
import { languageId, settingNames, settingsSection } from '../../protocol/src/settings.ts';
import { readProjectFile, root } from './files.ts';

const manifest = JSON.parse(readProjectFile('package.json'));
const { contributes } = manifest;

test('the contributed commands are those that the extension registers', () => {
	const declared = contributes.commands.map(({ command }: { command: string }) => command);
	expect(declared.sort()).toEqual(Object.values(commands).sort());
});

test('every menu names a contributed command', () => {
	const used = Object.values(contributes.menus as Record<string, { command: string }[]>).flat();
	for (const { command } of used) expect(Object.values(commands)).toContain(command);
});

test('the settings are those of the protocol, each with a default and a description', () => {
	const { properties } = contributes.configuration;
	expect(Object.keys(properties).sort()).toEqual(settingNames.map((name) => `${settingsSection}.${name}`).sort());
	for (const setting of Object.values(properties as Record<string, Record<string, unknown>>)) {
		expect(setting).toHaveProperty('default');
		expect(setting['markdownDescription'] ?? setting['description']).toBeTypeOf('string');
	}
});

test('the rules setting names every rule', () => {
	const { properties } = contributes.configuration.properties['fleetUnits.rules'];
	expect(Object.keys(properties).sort()).toEqual(allRules.map(({ id }) => id).sort());
});

test('the language has an extension for every unit kind', () => {
	const [language] = contributes.languages;
	expect(language.id).toBe(languageId);
	for (const kind of unitKindNames) expect(language.extensions).toContain(`.${kind}`);
});

test('the extension wakes up for its language and for nothing else', () => {
	expect(manifest.activationEvents).toEqual([`onLanguage:${languageId}`]);
});

test('every file that the manifest names is there', () => {
	const named = [
		manifest.icon,
		...contributes.languages.map(({ configuration }: { configuration: string }) => configuration),
		...contributes.grammars.map(({ path: file }: { path: string }) => file),
		...contributes.snippets.map(({ path: file }: { path: string }) => file),
	];
	for (const file of named) expect(existsSync(path.join(root, file)), file).toBe(true);
});

test('every dependency is pinned to one version', () => {
	const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
	for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});
