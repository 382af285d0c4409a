// Where fleet refuses a text or reads it otherwise than systemd: told always, and told once.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readOptions } from '../../core/src/fleet/options.ts';
import { type FleetRelease, lint, parse } from '../../core/src/index.ts';
import { checkProblems, contextFor } from '../support/check-problems.ts';

const fleet = '\n[X-Fleet]\nMachineMetadata=role=web\n';

function fleetRulesFor(text: string, fleetRelease: FleetRelease = '1.0'): readonly string[] {
	const problems = lint(parse(text), contextFor('web.service', { fleetRelease }));
	return problems.map(({ rule }) => rule);
}

test.each([
	[
		'a comment in a continuation',
		'[Service]\nExecStart=/usr/bin/web \\\n# why\n  --port 80\n',
		'comment-in-continuation',
	],
	[
		'CRLF after a backslash',
		'[Service]\r\nExecStart=/usr/bin/web \\\r\n  --port 80\r\n',
		'carriage-return-after-backslash',
	],
	['a comment with a backslash', '[Service]\n# was: \\\nExecStart=/usr/bin/web\n', 'continued-comment'],
	['a header that a comment takes in', '# was: \\\n[Service]\nExecStart=/usr/bin/web\nUser=web\n', 'continued-comment'],
	['a line without =', '[Service]\nExecStart=/usr/bin/web\nRestart always\n', 'missing-equals'],
	['text after a header', '[Service] web\nExecStart=/usr/bin/web\n', 'malformed-header'],
])('%s is told by its own rule alone', (_, text, rule) => {
	expect(new Set(fleetRulesFor(text + fleet))).toEqual(new Set([rule]));
});

test.each([
	['indented lines', '[Service]\n  ExecStart=/usr/bin/web\n'],
	['continued lines', '[Service]\nExecStart=/usr/bin/web \\\n    --port  80 \\\n  --verbose\n'],
	['a byte order mark', '\ufeff[Service]\nExecStart=/usr/bin/web\n'],
	['spaces around the =', '[Service]\nExecStart = /usr/bin/web\n'],
	['CRLF without continuations', '[Service]\r\nExecStart=/usr/bin/web\r\n'],
	['an empty reset', '[Service]\nExecStart=\nExecStart=/usr/bin/web\n'],
	['comments', '[Service]\n# one\n; two\nExecStart=/usr/bin/web\n'],
])('%s are read alike', (_, text) => {
	for (const release of ['0.11', '1.0'] as const) expect(fleetRulesFor(text + fleet, release)).toEqual([]);
});

test('a setting that fleet takes into the value above is told where that begins', () => {
	checkProblems(
		'web.service',
		`
[Service]
ExecStart=/usr/bin/web \\\\
^^^^^^^^^^^^^^^^^^^^^^^^^ fleet-reads-otherwise: systemd reads \`/usr/bin/web \\\\\`, fleet \`/usr/bin/web \\\\↵User=web\`; write the setting so that both read the same
User=web

[X-Fleet]
MachineMetadata=role=web
`,
	);
});

test('a stray line in a section of another program is refused by fleet', () => {
	expect(fleetRulesFor(`[X-Team]\nthe web team\n${fleet}`)).toEqual(['fleet-refused-text']);
	expect(fleetRulesFor('[X-Team]\nthe web team\n')).toEqual([]);
});

test.each([
	[2047, '1.0', []],
	[2048, '1.0', ['fleet-overlong-line']],
	[2048, '0.12', ['fleet-overlong-line']],
	[2048, '0.11', []],
] as const)('a line of %i bytes for fleet %s', (bytes, release, rules) => {
	const line = `ExecStart=/usr/bin/web --title ${'é'.repeat(500)}`;
	const text = `[Service]\n${line.padEnd(bytes - 500, 'x')}\n${fleet}`;
	expect(fleetRulesFor(text, release)).toEqual(rules);
});

test('a long comment counts, and a long value in short lines does not', () => {
	expect(fleetRulesFor(`# ${'x'.repeat(2048)}\n[Service]\nExecStart=/usr/bin/web\n${fleet}`)).toEqual([
		'fleet-overlong-line',
	]);
	const lines = Array.from({ length: 50 }, () => `  ${'x'.repeat(100)} \\\n`).join('');
	expect(fleetRulesFor(`[Service]\nExecStart=/usr/bin/web \\\n${lines}  end\n${fleet}`)).toEqual([]);
});

const piece = fc.constantFrom(
	...['A=b', 'ExecStart=/usr/bin/web', '\n', '\n', '\\\n', ' \\\n', '\\\\\n', '\\ \n', ' ', '\t', '=', '# note', '; x'],
	...['[Service]\n', '[X-Team]\n', '[', ']', '\r\n', 'word', '"', '\u00a0'],
);

test('whatever fleet refuses, some rule calls an error', () => {
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
			const text = `[Service]\n${pieces.join('')}\n${fleet}`;
			fc.pre(readOptions(text).error !== undefined && parse(text).sections.some(({ name }) => name === 'X-Fleet'));
			const errors = lint(parse(text), contextFor('web.service')).filter(({ severity }) => severity === 'error');
			expect(errors).not.toEqual([]);
		}),
		{ numRuns: 2000 },
	);
});
