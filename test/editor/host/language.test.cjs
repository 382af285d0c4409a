// The language features as VS Code's own commands see them, after the round trip through the language server.
'use strict';
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { openFile, openText, positionOf, ruleIds, until } = require('./support.cjs');

describe('an open unit file', () => {
	let document;
	before(async () => {
		document = await openFile('misspelt.service');
	});

	it('has the language of unit files', () => {
		assert.equal(document.languageId, 'systemd-unit');
	});

	it('gets diagnostics with the rule id as code', async () => {
		const found = await until('a diagnostic arrives', () => vscode.languages.getDiagnostics(document.uri)[0]);
		assert.deepEqual(ruleIds(document), ['unknown-directive']);
		assert.equal(found.source, 'fleet-units');
		assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
		assert.equal(document.getText(found.range), 'EnvironmentFlie');
	});

	it('offers a fix that spells the directive right', async () => {
		const place = positionOf(document, 'EnvironmentFlie', 2);
		const range = new vscode.Range(place, place);
		const actions = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);
		const edits = actions.flatMap(({ edit }) => edit?.get(document.uri) ?? []);
		assert.ok(
			edits.some(({ newText }) => newText.startsWith('EnvironmentFile')),
			JSON.stringify(actions),
		);
	});

	it('explains the directive under the pointer', async () => {
		const place = positionOf(document, 'Restart=', 2);
		const hovers = await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, place);
		const text = hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join('\n');
		assert.match(text, /Restart[\s\S]+systemd\.service\(5\)/);
	});

	it('completes directives of the section at the caret', async () => {
		const place = positionOf(document, 'Restart=', 4);
		const list = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, place);
		const labels = list.items.map(({ label }) => label.label ?? label);
		assert.ok(
			labels.some((label) => label.startsWith('RestartSec')),
			labels.join(' '),
		);
	});

	it('has its sections as symbols', async () => {
		const symbols = await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri);
		const names = symbols.map(({ name }) => name.replace(/[[\]]/g, ''));
		assert.deepEqual(names, ['Unit', 'Service', 'Install']);
	});

	it('folds its sections', async () => {
		const ranges = await vscode.commands.executeCommand('vscode.executeFoldingRangeProvider', document.uri);
		const starts = ranges.map(({ start }) => document.lineAt(start).text);
		assert.deepEqual(starts, ['[Unit]', '[Service]', '[Install]']);
	});
});

describe('a setting', () => {
	it('that turns a rule off applies at once, and so does turning it on again', async () => {
		const document = await openFile('misspelt.service');
		await until('the problem is shown', () => ruleIds(document).includes('unknown-directive'));
		const settings = vscode.workspace.getConfiguration('fleetUnits');
		await settings.update('rules', { 'unknown-directive': 'off' }, vscode.ConfigurationTarget.Workspace);
		await until('the problem is gone', () => !ruleIds(document).includes('unknown-directive'));
		await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
		await until('the problem is back', () => ruleIds(document).includes('unknown-directive'));
	});
});

describe('the command that fixes all', () => {
	it('applies every certain fix', async () => {
		const document = await openText('all.service', '[unit]\nDescription=Web\n[Service]\nExecStrat=/bin/web\n');
		await until('the faults are found', () =>
			['miscased-name', 'unknown-directive'].every((id) => ruleIds(document).includes(id)),
		);
		await vscode.commands.executeCommand('fleetUnits.fixAll');
		await until(
			'they are mended',
			() => document.getText() === '[Unit]\nDescription=Web\n[Service]\nExecStart=/bin/web\n',
		);
	});
});

describe('the command that restarts the server', () => {
	it('brings the diagnostics back', async () => {
		const document = await openFile('misspelt.service');
		await until('the problem is shown', () => ruleIds(document).includes('unknown-directive'));
		await vscode.commands.executeCommand('fleetUnits.restartServer');
		await until('the problem is back', () => ruleIds(document).includes('unknown-directive'));
	});
});
