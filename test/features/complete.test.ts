// Completion as a person meets it: where which names are offered, in which order, and the text after accepting one.

import { expect, test } from 'vitest';
import { findDirective } from '../../core/src/catalogue/lookup.ts';
import type { SectionName } from '../../core/src/catalogue/section-name.ts';
import { firstKeys } from '../../core/src/features/key-order.ts';
import { allRules } from '../../core/src/index.ts';
import {
	checkCompletion,
	checkCompletionText,
	checkFirstCompletions,
	completionAt,
	completionTextOf,
} from '../support/check-features.ts';

test('an empty file offers the sections of its kind', () => {
	checkCompletion('web.service', '<|>', ['[Unit]', '[Service]', '[Install]', '[X-Fleet]']);
	checkCompletion('web.timer', '# note\n<|>\n', ['[Unit]', '[Timer]', '[Install]', '[X-Fleet]']);
});

test('a drop-in offers the sections of the unit it amends', () => {
	checkCompletion('web.timer.d/10-more.conf', '<|>', ['[Unit]', '[Timer]', '[Install]', '[X-Fleet]']);
});

test('a file of unknown name offers every section that the release knows', () => {
	const labels = completionAt('notes.txt', '<|>').map(({ label }) => label);
	expect(labels).toContain('[Socket]');
	expect(labels).not.toContain('[BusName]');
	expect(completionAt('notes.txt', '<|>', { release: 219 }).map(({ label }) => label)).toContain('[BusName]');
});

test('sections that are there already sink to the end', () => {
	checkCompletion('web.service', '[Unit]\n\n[<|>', ['[Service]', '[Install]', '[X-Fleet]', '[Unit]']);
});

test('a header that is being edited does not count as there already', () => {
	checkFirstCompletions('web.service', '[Un<|>it]\n', ['[Unit]']);
});

test('a section name gets the bracket that is missing, and no second one', () => {
	checkCompletionText('web.service', '[Ser<|>', '[Service]', '[Service]');
	checkCompletionText('web.service', '[<|>\nA=b\n', '[Unit]', '[Unit]\nA=b\n');
	checkCompletionText('web.service', '[Ser<|>]', '[Service]', '[Service]');
	checkCompletionText('web.service', '[<|>Unit]', '[Install]', '[Install]');
});

test('letters before the first section become a whole header', () => {
	checkCompletionText('web.service', 'Uni<|>\n', '[Unit]', '[Unit]\n');
});

test('the keys of a service begin with its life', () => {
	checkFirstCompletions('web.service', '[Service]\n<|>', [
		'Type',
		'ExecCondition',
		'ExecStartPre',
		'ExecStart',
		'ExecStartPost',
		'ExecReload',
		'ExecReloadPost',
		'ExecStop',
		'ExecStopPost',
		'Restart',
		'RestartSec',
		'TimeoutStartSec',
	]);
});

test('every key that is offered first is in the catalogue', () => {
	for (const [section, keys] of Object.entries(firstKeys)) {
		// The keys of the table are names of sections.
		for (const key of keys) expect(findDirective(section as SectionName, key), `${section}.${key}`).toBeDefined();
	}
});

test('a key comes with its equals sign, unless there is one', () => {
	checkCompletionText('web.service', '[Service]\nExecSt<|>\n', 'ExecStart', '[Service]\nExecStart=\n');
	checkCompletionText('web.service', '[Service]\n  Exec<|>St=a\n', 'ExecStop', '[Service]\n  ExecStop=a\n');
	checkCompletionText('web.service', '[Service]\n<|>=a\n', 'ExecStart', '[Service]\nExecStart=a\n');
});

test('a word that follows the key is left alone', () => {
	checkCompletionText('web.service', '[Service]\nRest<|>art always\n', 'Restart', '[Service]\nRestart= always\n');
});

test('a key that takes one value and is set already sinks and says so', () => {
	const items = completionAt('web.service', '[Service]\nType=exec\nExecStart=/a\n<|>');
	const last = items.at(-1);
	expect([last?.label, last?.sinks]).toEqual(['Type', true]);
	expect(last?.detail).toMatch(/^already set here · /);
	expect(items.find(({ label }) => label === 'ExecStart')?.sinks).toBe(false);
});

test('a key that is being edited is not set already', () => {
	const items = completionAt('web.service', '[Service]\nTy<|>pe=exec\n');
	expect(items[0]).toMatchObject({ label: 'Type', sinks: false });
});

test('old names, removed keys and keys without effect are not offered', () => {
	const labels = completionAt('web.service', '[Unit]\n<|>').map(({ label }) => label);
	expect(labels).toContain('BindsTo');
	for (const old of ['BindTo', 'IgnoreOnSnapshot', 'StartLimitInterval', 'RequiresOverridable']) {
		expect(labels).not.toContain(old);
	}
});

test('keys that are too new for the target are not offered', () => {
	const labels = (release: number) => completionAt('a.service', '[Service]\n<|>', { release }).map((one) => one.label);
	expect(labels(219)).not.toContain('ExecCondition');
	expect(labels(243)).toContain('ExecCondition');
});

test('an old target is offered the names of its time', () => {
	const labels = (release: number) => completionAt('a.service', '[Service]\n<|>', { release }).map((one) => one.label);
	expect(labels(219)).toEqual(expect.arrayContaining(['CPUShares', 'ReadOnlyDirectories', 'MemoryLimit']));
	expect(labels(219)).not.toContain('CPUWeight');
	expect(labels(252)).not.toContain('CPUShares');
	expect(labels(252)).toContain('CPUWeight');
});

test('fleet units are offered the keys of fleet', () => {
	checkCompletion('web@.service', '[X-Fleet]\n<|>', [
		'Global',
		'MachineMetadata',
		'MachineID',
		'MachineOf',
		'Conflicts',
		'Replaces',
	]);
});

test('a section that the kind does not have offers no keys', () => {
	checkCompletion('web.timer', '[Service]\n<|>', []);
	checkCompletion('web.service', '[Sevrice]\n<|>', []);
});

test('closed sets offer their words in the order of the catalogue', () => {
	checkCompletion('web.service', '[Service]\nRestart=on-<|>', [
		'no',
		'on-success',
		'on-failure',
		'on-abnormal',
		'on-watchdog',
		'on-abort',
		'always',
	]);
});

test('words that are too new for the target are not offered', () => {
	checkCompletion('web.service', '[Service]\nProtectSystem=<|>', ['no', 'yes', 'full'], { release: 219 });
});

test('booleans offer yes and no', () => {
	checkCompletion('web.service', '[Service]\nPrivateDevices=<|>', ['yes', 'no']);
	checkCompletion('web.service', '[X-Fleet]\nGlobal=<|>', ['true']);
});

test('a word replaces the whole value, blanks around it left alone', () => {
	checkCompletionText('web.service', '[Service]\nRestart = on-<|>fai\n', 'always', '[Service]\nRestart = always\n');
	checkCompletionText('web.service', '[Service]\nRestart= <|>', 'always', '[Service]\nRestart= always');
});

test('a list offers the words it has not got yet, one at a time', () => {
	const before = '[Service]\nDelegate=cpu me<|>\n';
	checkCompletionText('a.service', before, 'memory', '[Service]\nDelegate=cpu memory\n');
	expect(completionAt('a.service', before).map(({ label }) => label)).not.toContain('cpu');
	checkCompletionText(
		'a.service',
		'[Service]\nDelegate=cpu \\\n  m<|>\n',
		'memory',
		'[Service]\nDelegate=cpu \\\n  memory\n',
	);
});

test('a word that wants a path comes with its colon', () => {
	checkCompletionText('a.service', '[Service]\nStandardOutput=app<|>', 'append:', '[Service]\nStandardOutput=append:');
});

test('open values, comments and lines of no section offer nothing', () => {
	checkCompletion('web.service', '[Service]\nExecStart=/bin/<|>\n', []);
	checkCompletion('web.service', '[Service]\n# Res<|>\n', []);
	checkCompletion('web.service', '[Service]\nExecStart=/bin/a \\\n# fleet-units: allow <|>\n b\n', []);
	checkCompletion('web.service', 'Restart=<|>\n[Service]\n', []);
});

test('a caret between the key and the equals sign, or before an indented key, offers nothing', () => {
	checkCompletion('web.service', '[Service]\nRestart <|>=always\n', []);
	checkCompletion('web.service', '[Service]\n <|> Restart=always\n', []);
});

test('a key broken over two lines is left alone', () => {
	checkCompletion('web.service', '[Service]\nRe\\\nst<|>art=always\n', []);
});

test('a suppression comment offers the rules', () => {
	const ids = allRules.map(({ id }) => id).sort();
	checkCompletion('web.service', '[Service]\n# fleet-units: allow <|>\n', ids);
	const text = '[Service]\n# fleet-units: allow unknown-directive, unused<|>-x — reason\n';
	const after = '[Service]\n# fleet-units: allow unknown-directive, unused-suppression — reason\n';
	checkCompletionText('web.service', text, 'unused-suppression', after);
});

test('the popup says what a word means when it is looked at', () => {
	const { documentation } = completionTextOf('web.service', '[Service]\nRestart=<|>', 'on-abort');
	expect(documentation).toContain('Restarted only when a signal that does not count as clean ended the main process.');
});

test('the popup says what a key takes, and more when it is looked at', () => {
	const { detail, documentation } = completionTextOf('web.service', '[Service]\n<|>', 'TimeoutStartSec');
	expect(detail).toMatch(/^time span, such as 90s or 1h 30min/);
	expect(documentation).toContain('**TimeoutStartSec** — [Service]');
	expect(documentation).toContain('systemd.service.html#TimeoutStartSec');
	const section = completionTextOf('web.service', '<|>', '[X-Fleet]');
	expect(section.detail).toBe('Where CoreOS fleet may place the unit; systemd ignores this section');
	expect(section.documentation).toContain('CoreOS fleet');
});
