// Names of the commands that the extension contributes. A tidy test compares them with package.json.

/** Commands by what they do. */
export const commands = {
	restartServer: 'fleetUnits.restartServer',
	showOutput: 'fleetUnits.showOutput',
	fixAll: 'fleetUnits.fixAll',
	openRulePage: 'fleetUnits.openRulePage',
} as const;
