// package.json and the code say the same of commands, settings, languages and files.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
	allRules,
	latestRelease,
	oldestRelease,
	tokenModifiers,
	tokenTypes,
	unitKindNames,
} from '../../core/src/index.ts';
import { clusterCommands, commands, contextKeys } from '../../protocol/src/commands.ts';
import { languageId, settingNames, settingsSection } from '../../protocol/src/settings.ts';
import { filesBelow, readProjectFile, root } from './files.ts';

const manifest = JSON.parse(readProjectFile('package.json'));
const { contributes } = manifest;

test('the contributed commands are those that the extension registers', () => {
	const declared = contributes.commands.map(({ command }: { command: string }) => command);
	expect(declared.sort()).toEqual(Object.values(commands).sort());
});

const commandNames: readonly string[] = Object.values(commands);

interface MenuItem {
	readonly command?: string;
	readonly submenu?: string;
	readonly when?: string;
}

const menuItems = Object.values<readonly MenuItem[]>(contributes.menus).flat();

test('every menu names a contributed command or submenu', () => {
	const submenus = contributes.submenus.map(({ id }: { id: string }) => id);
	for (const { command, submenu } of menuItems) {
		if (submenu === undefined) expect(Object.values(commands)).toContain(command);
		else expect(submenus).toContain(submenu);
	}
});

test('every command about clusters can be reached from a menu of rows, of the view or of unit files', () => {
	const { commandPalette: _palette, ...menus } = contributes.menus;
	const reached = new Set(
		Object.values<readonly MenuItem[]>(menus).flatMap((items) => items.map(({ command }) => command)),
	);
	expect(Object.values(clusterCommands).filter((command) => !reached.has(command))).toEqual([]);
});

test('the patterns that menus match rows with can be read', () => {
	const patterns = menuItems.flatMap(({ when = '' }) =>
		[...when.matchAll(/=~ \/(.*?)\/(?= |\)|$)/g)].map(([, one]) => one),
	);
	expect(patterns.length).toBeGreaterThan(20);
	for (const pattern of patterns) expect(() => new RegExp(pattern ?? '')).not.toThrow();
});

/** Every condition of the manifest: of menus, commands and welcome texts. */
const conditions: readonly string[] = [
	...menuItems.map(({ when = '' }) => when),
	...contributes.commands.map(({ enablement = '' }: { enablement?: string }) => enablement),
	...contributes.viewsWelcome.map(({ when }: { when: string }) => when),
];

test('the names that conditions ask for are those that the extension sets', () => {
	const known: readonly string[] = Object.values(contextKeys);
	const asked = conditions.flatMap((when) => when.match(/(?<!== )\bfleetUnits\.\w+/g) ?? []);
	expect(asked.filter((name) => !known.includes(name))).toEqual([]);
});

test('every name that conditions may ask for is set somewhere', () => {
	const code = filesBelow('client/src').map(readProjectFile).join('\n');
	const set = [...code.matchAll(/etContext(?:'[^;]*?|\(\s*)contextKeys\.(\w+)/g)].map(([, name]) => name);
	expect([...new Set(set)].sort()).toEqual(Object.keys(contextKeys).sort());
});

// “when clause contexts” of VS Code's documentation.
const ofVscode = [
	...['view', 'viewItem', 'isWorkspaceTrusted', 'remoteName', 'false'],
	...['editorLangId', 'editorReadonly', 'resourceLangId'],
];

test('conditions ask for nothing else but what VS Code sets itself, of a view and a language that there are', () => {
	const views = contributes.views.fleetUnits.map(({ id }: { id: string }) => id);
	for (const when of conditions) {
		const terms = when === '' ? [] : when.replaceAll(/=~ \/.*?\/(?= |$)/g, '').split(/ (?:&&|\|\|) /);
		for (const term of terms) {
			const [, name = '', value] = /^!?([\w.]+)(?: == ([\w.-]+))?\s*$/.exec(term) ?? [];
			expect([...ofVscode, ...Object.values(contextKeys)], when).toContain(name);
			if (name === 'view') expect(views, when).toContain(value);
			if (/LangId$/.test(name)) expect(value, when).toBe(languageId);
		}
	}
});

test('the settings are those of the protocol, each with a default and a description', () => {
	const { properties } = contributes.configuration;
	expect(Object.keys(properties).sort()).toEqual(settingNames.map((name) => `${settingsSection}.${name}`).sort());
	for (const setting of Object.values<Record<string, unknown>>(properties)) {
		expect(setting).toHaveProperty('default');
		expect(setting['markdownDescription'] ?? setting['description']).toBeTypeOf('string');
	}
});

test('the target release may be any that the tables know', () => {
	const { minimum, maximum } = contributes.configuration.properties['fleetUnits.systemdVersion'];
	expect([minimum, maximum]).toEqual([oldestRelease, latestRelease]);
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

test('every type of semantic tokens has the colour of a scope that the grammar gives, too', () => {
	const grammar = readProjectFile(contributes.grammars[0].path);
	const [{ language, scopes }] = contributes.semanticTokenScopes;
	expect(language).toBe(languageId);
	const given = Object.keys(scopes).map((selector) => selector.split('.'));
	expect([...new Set(given.map(([type]) => type))].sort()).toEqual(Object.keys(tokenTypes).sort());
	for (const [, modifier] of given) if (modifier !== undefined) expect(Object.keys(tokenModifiers)).toContain(modifier);
	for (const scope of Object.values(scopes).flat()) expect(grammar).toContain(scope);
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

test('every step of a walkthrough can be done, and has a page that ships', () => {
	const shipped = readProjectFile('.vscodeignore');
	for (const { completionEvents, description, media } of contributes.walkthroughs[0].steps) {
		expect(completionEvents).not.toEqual([]);
		const named = [...`${description} ${completionEvents}`.matchAll(/(?:\(command:|onCommand:)([\w.]+)/g)];
		const view = (command: string) => command.startsWith('fleetUnits.clusterTree.');
		expect(named.map(([, one = '']) => one).filter((one) => !view(one) && !commandNames.includes(one))).toEqual([]);
		expect(existsSync(path.join(root, media.markdown)), media.markdown).toBe(true);
		expect(shipped).toContain(`!${path.dirname(media.markdown)}/*.md`);
	}
});

test('every dependency is pinned to one version', () => {
	const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
	for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});
