// Names of the commands that the extension contributes. A tidy test compares them with package.json.

/** Commands about unit files, by what they do. */
export const languageCommands = {
	fixAll: 'fleetUnits.fixAll',
	openExample: 'fleetUnits.openExample',
	openManPage: 'fleetUnits.openManPage',
	restartServer: 'fleetUnits.restartServer',
	selectSystemdVersion: 'fleetUnits.selectSystemdVersion',
	showOutput: 'fleetUnits.showOutput',
} as const;

/** Commands about clusters and what is in them, by what they do. */
export const clusterCommands = {
	addCluster: 'fleetUnits.addCluster',
	removeCluster: 'fleetUnits.removeCluster',
	connectCluster: 'fleetUnits.connectCluster',
	disconnectCluster: 'fleetUnits.disconnectCluster',
	startPracticeCluster: 'fleetUnits.startPracticeCluster',
	stopPracticeCluster: 'fleetUnits.stopPracticeCluster',
	refreshClusters: 'fleetUnits.refreshClusters',
	filterClusters: 'fleetUnits.filterClusters',
	clearFilter: 'fleetUnits.clearFilter',
	groupUnits: 'fleetUnits.groupUnits',
	repairFinding: 'fleetUnits.repairFinding',
	submitUnit: 'fleetUnits.submitUnit',
	loadUnit: 'fleetUnits.loadUnit',
	startUnit: 'fleetUnits.startUnit',
	stopUnit: 'fleetUnits.stopUnit',
	unloadUnit: 'fleetUnits.unloadUnit',
	destroyUnit: 'fleetUnits.destroyUnit',
	restartUnit: 'fleetUnits.restartUnit',
	redeployUnit: 'fleetUnits.redeployUnit',
	replaceUnit: 'fleetUnits.replaceUnit',
	rolloutTemplate: 'fleetUnits.rolloutTemplate',
	newInstance: 'fleetUnits.newInstance',
	showStatus: 'fleetUnits.showStatus',
	showUnitText: 'fleetUnits.showUnitText',
	diffWithCluster: 'fleetUnits.diffWithCluster',
	openUnitFile: 'fleetUnits.openUnitFile',
	revealUnit: 'fleetUnits.revealUnit',
	explainPlacement: 'fleetUnits.explainPlacement',
	previewPlacement: 'fleetUnits.previewPlacement',
	followJournal: 'fleetUnits.followJournal',
	journalInTerminal: 'fleetUnits.journalInTerminal',
	openShell: 'fleetUnits.openShell',
	copyName: 'fleetUnits.copyName',
	copyMachineId: 'fleetUnits.copyMachineId',
	copyMachineAddress: 'fleetUnits.copyMachineAddress',
	previewMachineLoss: 'fleetUnits.previewMachineLoss',
	previewMetadata: 'fleetUnits.previewMetadata',
	loseMachine: 'fleetUnits.loseMachine',
	returnMachine: 'fleetUnits.returnMachine',
	openPlacementMap: 'fleetUnits.openPlacementMap',
} as const;

/** All commands. */
export const commands = { ...languageCommands, ...clusterCommands } as const;

/** The view that holds the clusters. */
export const clustersView = 'fleetUnits.clusterTree';

/** Keys that menus and welcome texts ask for (`when`). */
export const contextKeys = {
	/** No cluster is configured. */
	noClusters: 'fleetUnits.noClusters',
	/** A filter is set. */
	filtered: 'fleetUnits.filtered',
	/** Some cluster is connected. */
	connected: 'fleetUnits.connected',
	/** The practice cluster runs. */
	practising: 'fleetUnits.practising',
	/** There are clusters, and nothing may be changed on any of them. */
	allReadOnly: 'fleetUnits.allReadOnly',
	/** A unit file was opened in this window. */
	unitFileSeen: 'fleetUnits.unitFileSeen',
	/** Clusters cannot be had here: the workspace is not trusted, or not on a disk. */
	unavailable: 'fleetUnits.clustersUnavailable',
} as const;
