// The commands that the manifest promises are the commands that exist.
'use strict';
const assert = require('node:assert/strict');
const vscode = require('vscode');
const { extension, openFile } = require('./support.cjs');

describe('the commands', () => {
	it('of the manifest are those that the extension registers', async () => {
		await openFile('container.service');
		await extension().activate();
		const { commands, views } = extension().packageJSON.contributes;
		const promised = commands.map(({ command }) => command);
		// VS Code itself makes commands for every view (focus, open …), named after the view.
		const viewIds = Object.values(views ?? {}).flatMap((list) => list.map(({ id }) => id));
		const registered = (await vscode.commands.getCommands(true))
			.filter((command) => command.startsWith('fleetUnits.'))
			.filter((command) => !viewIds.some((id) => command.startsWith(`${id}.`)) || promised.includes(command));
		assert.deepEqual(registered.sort(), promised.sort());
	});
});
