// When the extension wakes. The name puts this file first: once awake, it stays so.
'use strict';
const assert = require('node:assert/strict');
const path = require('node:path');
const vscode = require('vscode');
const { extension, openFile, until } = require('./support.cjs');

describe('the extension', () => {
	it('sleeps until a unit file is opened', async () => {
		assert.equal(extension().isActive, false);
		await openFile('misspelt.service');
		await until('the extension is active', () => extension().isActive);
	});

	it('loads nothing about clusters until somebody asks for them', async () => {
		await until('the language client is loaded', () => loaded().includes('language.cjs'));
		assert.deepEqual(loaded().sort(), ['extension.cjs', 'language.cjs']);
		await vscode.commands.executeCommand('fleetUnits.refreshClusters');
		assert.ok(loaded().includes('clusters.cjs'));
	});
});

/** The names of the bundles that the extension has loaded into this host. */
function loaded() {
	const folder = path.join(extension().extensionPath, 'dist');
	return Object.keys(require.cache)
		.filter((file) => path.dirname(file) === folder)
		.map((file) => path.basename(file));
}
