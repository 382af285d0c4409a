// When the extension wakes. The name puts this file first: once awake, it stays so.
'use strict';
const assert = require('node:assert/strict');
const { extension, openFile, until } = require('./support.cjs');

describe('the extension', () => {
	it('sleeps until a unit file is opened', async () => {
		assert.equal(extension().isActive, false);
		await openFile('misspelt.service');
		await until('the extension is active', () => extension().isActive);
	});
});
