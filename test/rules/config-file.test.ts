// What a `.fleet-units.json` may say, and what is said of one that is wrong.
import { expect, test } from 'vitest';
import { readConfig } from '../../core/src/index.ts';

test('a config sets the release and the levels of rules', () => {
	expect(readConfig('{ "systemdVersion": 252, "rules": { "unknown-directive": "error" } }')).toEqual({
		kind: 'config',
		settings: { release: 252, rules: { 'unknown-directive': 'error' } },
	});
	expect(readConfig('{ "fleetVersion": "v0.11.8" }')).toEqual({ kind: 'config', settings: { fleetRelease: '0.11' } });
	expect(readConfig('{}')).toEqual({ kind: 'config', settings: {} });
	expect(readConfig('{ "$schema": "x", "systemdVersion": "252" }')).toEqual({
		kind: 'config',
		settings: { release: 252 },
	});
});

test.each([
	['[]', 'expected an object with `systemdVersion`, `fleetVersion` and `rules`'],
	[
		'{ "sytemdVersion": 252 }',
		'unknown setting `sytemdVersion`; there are `systemdVersion`, `fleetVersion` and `rules`',
	],
	['{ "systemdVersion": "newest" }', '`systemdVersion` must be "latest" or a number from 183 to 262, not `newest`'],
	['{ "systemdVersion": 263 }', '`systemdVersion` must be "latest" or a number from 183 to 262, not `263`'],
	['{ "systemdVersion": 182 }', '`systemdVersion` must be "latest" or a number from 183 to 262, not `182`'],
	['{ "fleetVersion": "2.0" }', '`fleetVersion` must be one of 0.8, 0.9, 0.10, 0.11, 0.12, 0.13, 1.0, not `2.0`'],
	['{ "rules": [] }', '`rules` must be an object of rule ids and levels'],
	['{ "rules": { "unknown-directiv": "off" } }', 'unknown rule `unknown-directiv`; did you mean `unknown-directive`'],
	['{ "rules": { "nonsense": "off" } }', 'unknown rule `nonsense`'],
	[
		'{ "rules": { "unknown-directive": "loud" } }',
		'rule `unknown-directive`: `loud` is no level; use error, warning, info, hint or off',
	],
])('%s is a fault', (text, message) => {
	expect(readConfig(text)).toEqual({ kind: 'fault', message });
});

test('text that is no JSON is a fault', () => {
	const result = readConfig('{ "rules": ');
	expect(result.kind).toBe('fault');
	if (result.kind === 'fault') expect(result.message).toMatch(/JSON/);
});
