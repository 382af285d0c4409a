// Every snippet, with its placeholders at their defaults, is a sound unit file. What the values mean is not looked at.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defaultSettings, lint, parse, readUnitFileName, type Section, unitKindNames } from '../../core/src/index.ts';

interface Snippet {
	readonly prefix: string;
	readonly description: string;
	readonly body: readonly string[];
}

const file = new URL('../../snippets/systemd-unit.json', import.meta.url);
const snippets = Object.entries<Snippet>(JSON.parse(readFileSync(file, 'utf8')));

describe.each(snippets)('the snippet “%s”', (_, { prefix, description, body }) => {
	const text = withDefaults(body.join('\n'));
	const unit = parse(text);

	test('parses without stray lines and faulty headers', () => {
		const faults = unit.items.filter((item) => item.kind === 'stray' || (item.kind === 'header' && item.fault));
		expect(faults).toEqual([]);
		expect(unit.preamble).toEqual([]);
		expect(unit.sections.length).toBeGreaterThan(0);
	});

	test('has no problem', () => {
		const kind = unitKindNames.find((name) => text.includes(`[${name[0]?.toUpperCase()}${name.slice(1)}]`));
		const context = { ...defaultSettings, file: readUnitFileName(fileName(kind ?? 'service')) };
		expect(lint(unit, context)).toEqual([]);
	});

	test('leaves no placeholder behind', () => {
		expect(text).not.toMatch(/\$/);
	});

	test('gives a number that comes again the same default', () => {
		const defaults = new Map<string, string>();
		for (const [, number = '', value = ''] of body.join('\n').matchAll(/\$\{(\d+):([^}]*)\}/g)) {
			expect(value).toBe(defaults.get(number) ?? value);
			defaults.set(number, value);
		}
	});

	test('has no section without entries', () => {
		expect(unit.sections.filter(({ entries }) => entries.length === 0)).toEqual([]);
	});

	test('has a prefix of one word and says what it makes', () => {
		expect(prefix).toMatch(/^[a-z][a-z-]*$/);
		expect(description).not.toBe('');
	});

	test('runs a container in the foreground', () => {
		expect(text).not.toMatch(/\b(?:docker|podman) run\b.* (?:-d|--detach)\b/);
	});

	test('is for fleet or has [Install], never both', () => {
		const names = unit.sections.map(({ name }) => name);
		expect(names.includes('X-Fleet') && names.includes('Install')).toBe(false);
		expect(names.includes('X-Fleet')).toBe(prefix.startsWith('fleet'));
	});
});

test('each prefix stands for one snippet', () => {
	const prefixes = snippets.map(([, { prefix }]) => prefix);
	expect(prefixes).toEqual([...new Set(prefixes)]);
});

test.each(['docker', 'podman'])('the %s container is removed first, started by name and stopped by name', (engine) => {
	const service = sectionOf(engine, 'Service');
	expect(service?.entries.map(({ key, value }) => `${key.text}=${value.text}`)).toEqual(
		expect.arrayContaining([
			'TimeoutStartSec=0',
			expect.stringMatching(`^ExecStartPre=-/usr/bin/${engine} rm .*%n$`),
			expect.stringMatching(`^ExecStart=/usr/bin/${engine} run --rm --name %n `),
			`ExecStop=/usr/bin/${engine} stop %n`,
		]),
	);
});

test.each([
	['fleet', ['MachineMetadata="role=web"']],
	['fleet-template', ['Conflicts=%p@*.service']],
	['fleet-sidekick', ['MachineOf=web@%i.service']],
	['fleet-global', ['Global=true', 'MachineMetadata="role=web"']],
])('%s tells fleet where to run', (prefix, options) => {
	const fleet = sectionOf(prefix, 'X-Fleet');
	expect(fleet?.entries.map(({ key, value }) => `${key.text}=${value.text}`)).toEqual(options);
});

test('a sidekick is bound to its unit and started after it', () => {
	const entries = sectionOf('fleet-sidekick', 'Unit')?.entries ?? [];
	const lines = entries.map(({ key, value }) => `${key.text}=${value.text}`);
	expect(lines).toEqual(expect.arrayContaining(['BindsTo=web@%i.service', 'After=web@%i.service']));
});

function sectionOf(prefix: string, name: string): Section | undefined {
	const found = snippets.find(([, snippet]) => snippet.prefix === prefix);
	return parse(withDefaults(found?.[1].body.join('\n') ?? '')).sections.find((section) => section.name === name);
}

/** The text that a snippet gives when its user only presses Tab: defaults, and the first of each choice. */
/** A mount is named after its path; anything else may be a template. */
function fileName(kind: string): string {
	return kind === 'mount' ? 'srv-data.mount' : `example@.${kind}`;
}

function withDefaults(body: string): string {
	return body
		.replace(/\$\{\d+:([^}]*)\}/g, '$1')
		.replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
		.replace(/\$\d+/g, '');
}
