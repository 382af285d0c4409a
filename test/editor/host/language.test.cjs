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

describe('values', () => {
	let document;
	before(async () => {
		const text = '[Unit]\nDescription=Web %i  \nAfter=container.service\n\n[Service]\nEnvironmentFile=/\n';
		document = await openText('values@3.service', text);
	});

	it('have tokens of their own', async () => {
		const tokens = await until('there are tokens', () =>
			vscode.commands.executeCommand('vscode.provideDocumentSemanticTokens', document.uri),
		);
		const legend = await vscode.commands.executeCommand('vscode.provideDocumentSemanticTokensLegend', document.uri);
		const types = [...tokens.data].filter((_, at) => at % 5 === 3).map((type) => legend.tokenTypes[type]);
		assert.deepEqual(types.slice(0, 5), ['namespace', 'property', 'macro', 'property', 'class']);
	});

	it('show what they become once the setting asks for it', async () => {
		const settings = vscode.workspace.getConfiguration('fleetUnits');
		await settings.update('inlayHints', 'names', vscode.ConfigurationTarget.Workspace);
		const whole = new vscode.Range(0, 0, document.lineCount, 0);
		const [hint] = await until('there is a hint', async () => {
			const hints = await vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, whole);
			return hints.length > 0 && hints;
		});
		await settings.update('inlayHints', undefined, vscode.ConfigurationTarget.Workspace);
		assert.equal(hint.label, '3');
	});

	it('are completed with the paths of this machine, for the workspace is trusted', async () => {
		const place = positionOf(document, 'EnvironmentFile=/', 'EnvironmentFile=/'.length);
		const list = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, place);
		const labels = list.items.map(({ label }) => label.label ?? label);
		assert.ok(labels.includes('etc/'), labels.join(' '));
	});

	it('lead from the name of a unit to its file', async () => {
		const place = positionOf(document, 'container.service', 2);
		const [found] = await until('the workspace is read', async () => {
			const all = await vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, place);
			return all.length > 0 && all;
		});
		assert.match((found.targetUri ?? found.uri).path, /\/container\.service$/);
	});

	it('lose the blanks behind them when the file is formatted', async () => {
		const options = { tabSize: 4, insertSpaces: true };
		const edits = await vscode.commands.executeCommand('vscode.executeFormatDocumentProvider', document.uri, options);
		assert.deepEqual(
			edits.map(({ newText, range }) => [newText, range.start.line]),
			[['', 1]],
		);
	});
});
