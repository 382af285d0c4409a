// What VS Code calls inside its extension host: runs the mocha suites of this folder and writes a report.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const Mocha = require('mocha');

/** Runs the suites; rejects when a test failed, which is how VS Code learns its exit code. */
exports.run = async function run() {
	const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, color: false });
	for (const name of fs.readdirSync(__dirname).sort()) {
		if (name.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, name));
	}
	const tests = [];
	const failures = await new Promise((resolve) => {
		const runner = mocha.run(resolve);
		runner.on('pass', (test) => tests.push({ name: test.fullTitle() }));
		runner.on('fail', (test, error) => tests.push({ name: test.fullTitle(), error: String(error?.stack ?? error) }));
	});
	const report = process.env.FLEET_UNITS_HOST_REPORT;
	if (report !== undefined) fs.writeFileSync(report, JSON.stringify({ tests }, undefined, '\t'));
	if (failures > 0) throw new Error(`${failures} tests failed`);
};
