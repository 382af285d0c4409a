// Names of the commands that the extension contributes. A tidy test compares them with package.json.

/** Commands by what they do. */
export const commands = {
	fixAll: 'fleetUnits.fixAll',
	restartServer: 'fleetUnits.restartServer',
	selectSystemdVersion: 'fleetUnits.selectSystemdVersion',
	showOutput: 'fleetUnits.showOutput',
} as const;
