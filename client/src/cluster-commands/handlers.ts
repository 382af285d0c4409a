// All commands about clusters, by name.

import type { clusterCommands } from '../../../protocol/src/commands.ts';
import { addCluster } from './add-cluster.ts';
import {
	clearFilter,
	connectCluster,
	disconnectCluster,
	filterClusters,
	groupUnits,
	refreshClusters,
	startPracticeCluster,
	stopPracticeCluster,
} from './cluster-rows.ts';
import { copyMachineAddress, copyMachineId, copyName } from './copy.ts';
import { followJournal } from './journal.ts';
import {
	diffWithCluster,
	explainPlacement,
	openUnitFile,
	previewMachineLoss,
	revealUnit,
	showStatus,
	showUnitText,
} from './look.ts';
import { previewMetadata } from './metadata.ts';
import { previewPlacement } from './placement.ts';
import { openPlacementMap } from './placement-map.ts';
import { loseMachine, returnMachine } from './practice-machines.ts';
import { repairFinding } from './repair.ts';
import { rolloutTemplate } from './rollout.ts';
import { removeCluster } from './saved-clusters.ts';
import type { Handler } from './services.ts';
import { journalInTerminal, openShell } from './terminals.ts';
import { destroyUnit, loadUnit, restartUnit, startUnit, stopUnit, submitUnit, unloadUnit } from './unit-states.ts';
import { newInstance, redeployUnit, replaceUnit } from './unit-texts.ts';

/** What each command does. */
export const handlers: Readonly<Partial<Record<keyof typeof clusterCommands, Handler>>> = {
	addCluster,
	removeCluster,
	connectCluster,
	disconnectCluster,
	startPracticeCluster,
	stopPracticeCluster,
	refreshClusters,
	filterClusters,
	clearFilter,
	groupUnits,
	submitUnit,
	loadUnit,
	startUnit,
	stopUnit,
	unloadUnit,
	destroyUnit,
	restartUnit,
	redeployUnit,
	replaceUnit,
	newInstance,
	rolloutTemplate,
	repairFinding,
	previewMetadata,
	showStatus,
	showUnitText,
	diffWithCluster,
	openUnitFile,
	explainPlacement,
	previewPlacement,
	revealUnit,
	followJournal,
	journalInTerminal,
	openShell,
	copyName,
	copyMachineId,
	copyMachineAddress,
	previewMachineLoss,
	loseMachine,
	returnMachine,
	openPlacementMap,
};
