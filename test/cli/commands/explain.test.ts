// `fleet-units explain`: pages of rules in the terminal.

import { describe, expect, test } from 'vitest';
import { painter } from '../../../cli/src/colour.ts';
import { printRule } from '../../../cli/src/rule-text.ts';
import { allRules, type Rule } from '../../../core/src/index.ts';
import { runCli } from '../../support/cli.ts';

const plain = painter({ write: () => {} }, {});

describe('explain', () => {
	test('without a rule lists all of them', async () => {
		const { code, stdout } = await runCli(['explain']);
		for (const { id, severity, summary } of allRules) {
			const row = stdout.split('\n').find((line) => line.startsWith(`${id} `));
			expect(row).toContain(` ${severity} `);
			expect(row?.endsWith(`  ${summary}`)).toBe(true);
		}
		expect(code).toBe(0);
	});

	test('prints the page of a rule', async () => {
		const { code, stdout } = await runCli(['explain', 'unused-suppression']);
		expect(stdout.replace(/file:.*\/docs/, 'file:…/docs')).toMatchInlineSnapshot(`
			"unused-suppression (hint)
			A suppression comment that silences nothing

			The fault it allowed is gone, or its rule is misspelt; left in place, it would
			hide the next real one.

			Wrong (web.service):
			    [Service]
			    # fleet-units: allow unknown-directive — read by our own tool
			                         ^^^^^^^^^^^^^^^^^ \`unknown-directive\` finds nothing here to allow; remove the comment
			    ExecStart=/usr/bin/web
			Fixed (web.service):
			    [Service]
			    ExecStart=/usr/bin/web

			Right (web.service):
			    [Service]
			    # fleet-units: allow unknown-directive — read by our own tool
			    Colour=blue
			    ExecStart=/usr/bin/web

			To allow it
			in one place, write on the line above, or before the first section for the whole file:
			    # fleet-units: allow unused-suppression — reason
			everywhere, write in .fleet-units.json:
			    { "rules": { "unused-suppression": "off" } }
			in one run, give the option:
			    --rule unused-suppression=off

			Since 0.1.0. See docs/usage.md and file:…/docs/rules/unused-suppression.md
			"
		`);
		expect(code).toBe(0);
	});

	test('prints pages without control characters', async () => {
		for (const { id } of allRules) {
			expect((await runCli(['explain', id])).stdout).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
		}
	});

	test('knows the rule that was meant', async () => {
		const { code, stdout, stderr } = await runCli(['explain', 'unused-supression']);
		expect(stderr).toBe(
			'fleet-units: unknown rule `unused-supression`; did you mean `unused-suppression`; see fleet-units explain --help\n',
		);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	});

	test('takes one rule', async () => {
		expect((await runCli(['explain', 'nul-byte', 'missing-equals'])).stderr).toBe(
			'fleet-units: explain takes one rule or file at a time; see fleet-units explain --help\n',
		);
	});
});

describe('the page of a rule', () => {
	const rule: Rule = {
		id: 'some-fault',
		group: 'syntax',
		severity: 'error',
		since: '0.1.0',
		summary: 'Some fault',
		why: 'Word after word of this sentence goes on for so long that it does not fit into the width of a page any more.',
		reference: 'systemd.syntax(7)',
		examples: [
			{
				file: 'web.service',
				release: 230,
				bad: '\n[Unit]\nA=\x00\x1b\udcff«\n  ^ no\n',
				fixed: '\n[Unit]\n',
				note: 'Why so.',
			},
			{ file: 'web.timer', good: '\n[Unit]\n\n\tA=b\n' },
		],
	};

	test('wraps long lines, and keeps marks under what they mark', () => {
		expect(printRule(rule, plain).split('To allow it')[0]).toMatchInlineSnapshot(`
			"some-fault (error)
			Some fault

			Word after word of this sentence goes on for so long that it does not fit into
			the width of a page any more.

			Wrong (web.service, for systemd 230):
			    [Unit]
			    A=␀␛�«
			      ^ no
			Fixed (web.service, for systemd 230):
			    [Unit]
			Why so.

			Right (web.timer):
			    [Unit]

			    	A=b

			"
		`);
	});
});
