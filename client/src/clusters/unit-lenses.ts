// What stands above [Unit] of a unit file: how the unit is on each connected cluster, and what can be done about it.
// Which line that is, and how VS Code draws it, is code-lens.ts's business.

import type { ClusterSnapshot, ClusterUnit } from '../../../cluster/src/model.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import { clusterCommands } from '../../../protocol/src/commands.ts';
import { type ConditionKind, conditionOf } from '../cluster-view/condition.ts';
import { factsOf } from '../cluster-view/facts.ts';
import { failureOn } from '../cluster-view/place-nodes.ts';
import { stateAndPlace } from '../cluster-view/state-and-place.ts';
import { instancesOf, oldInstances } from '../cluster-view/template-instances.ts';
import { badgeOf } from '../cluster-view/unit-flags.ts';
import type { ClusterView } from '../cluster-view/view.ts';
import { counted } from '../cluster-view/words.ts';

/** A lens: a text, and what a click does. */
export interface Lens {
	readonly title: string;
	/** Empty where there is nothing to click. */
	readonly command: string;
	/** Absent where it is about the file, and no cluster has its unit. */
	readonly about?: { readonly cluster: string; readonly unit: string };
}

/**
 * The lenses of a unit on all clusters that know it. With several clusters, each says its name. A unit for fleet that none
 * of them knows says so; other unit files are no business of a cluster.
 */
export function lensesOf(views: readonly ClusterView[], unit: string, isForFleet: boolean): readonly Lens[] {
	const connected = views.filter(({ snapshot }) => snapshot !== undefined);
	const lenses = connected.flatMap((view) => lensesOn(view, unit, connected.length > 1));
	return lenses.length === 0 && isForFleet && connected.length > 0 ? absentLenses(connected, unit) : lenses;
}

function absentLenses(connected: readonly ClusterView[], unit: string): readonly Lens[] {
	const names = connected.map(({ name }) => name).join(' and ');
	const isTemplate = splitUnitName(unit)?.isTemplate === true;
	const canStart = connected.some(({ readOnly }) => !readOnly);
	return [
		{ title: `○ not on ${names}`, command: '' },
		...(canStart ? [isTemplate ? newInstance : start] : []),
		...(isTemplate ? [] : [{ title: 'where would it land?', command: clusterCommands.previewPlacement }]),
	];
}

function lensesOn(view: ClusterView, name: string, isNamed: boolean): readonly Lens[] {
	if (view.snapshot === undefined) return [];
	const at = isNamed ? ` · ${view.name}` : '';
	const unit = factsOf(view.snapshot).unit(name);
	const about = { cluster: view.id, unit: name };
	const lenses = splitUnitName(name)?.isTemplate
		? templateLenses(name, view.snapshot, view, at)
		: unit === undefined
			? []
			: unitLenses(unit, view.snapshot, view, at);
	return lenses.map((lens) => ({ ...lens, about }));
}

type Deed = Omit<Lens, 'about'>;

function unitLenses(unit: ClusterUnit, snapshot: ClusterSnapshot, view: ClusterView, at: string): readonly Deed[] {
	const facts = factsOf(snapshot);
	const states = facts.statesOf(unit.name);
	const { kind } = conditionOf(unit, states);
	const reason = states.map((state) => failureOn(unit, state, view)).find((one) => one !== undefined);
	const told = reason === undefined ? '' : `: ${reason}`;
	const isEdited = badgeOf(unit, states, view) === 'M';
	const canFollow = view.capabilities.has('journal') && states.length > 0;
	return [
		{ title: `${symbols[kind]} ${stateAndPlace(unit, facts)}${told}${at}`, command: clusterCommands.revealUnit },
		...(view.readOnly ? [] : [unit.desiredState === 'launched' ? stop : start]),
		...(canFollow ? [journal] : []),
		...whyLenses(kind, view),
		...(isEdited ? [{ title: 'edited: compare', command: clusterCommands.diffWithCluster }] : []),
		...(isEdited && !view.readOnly ? [{ title: 'redeploy', command: clusterCommands.redeployUnit }] : []),
	];
}

const stop: Deed = { title: 'stop', command: clusterCommands.stopUnit };
const start: Deed = { title: 'start', command: clusterCommands.startUnit };
const journal: Deed = { title: 'journal', command: clusterCommands.followJournal };
const newInstance: Deed = { title: 'new instance', command: clusterCommands.newInstance };

/** What fleet decides has its reasons there; what systemd tells stands in the status. */
function whyLenses(kind: ConditionKind, { capabilities }: ClusterView): readonly Deed[] {
	if (kind === 'not scheduled' || kind === 'not loaded') {
		return [{ title: 'why?', command: clusterCommands.explainPlacement }];
	}
	const isFailing = kind === 'failed' || kind === 'restarting';
	return isFailing && capabilities.has('status') ? [{ title: 'why?', command: clusterCommands.showStatus }] : [];
}

/** A template is told by its instances. Those that have another text than the file are a reason to roll it out. */
function templateLenses(template: string, snapshot: ClusterSnapshot, view: ClusterView, at: string): readonly Deed[] {
	const instances = instancesOf(template, snapshot);
	if (instances.length === 0 && factsOf(snapshot).unit(template) === undefined) return [];
	const old = oldInstances(template, view);
	const edited = `edited: roll out to ${counted(old.length, 'instance')}`;
	return [
		{ title: `${symbols.template} ${instancesText(snapshot, instances)}${at}`, command: clusterCommands.revealUnit },
		...(view.readOnly ? [] : [newInstance]),
		...(view.capabilities.has('journal') && instances.length > 0 ? [journal] : []),
		...(view.readOnly || old.length === 0 ? [] : [{ title: edited, command: clusterCommands.rolloutTemplate }]),
	];
}

function instancesText(snapshot: ClusterSnapshot, instances: readonly ClusterUnit[]): string {
	const facts = factsOf(snapshot);
	const running = instances.filter((unit) => conditionOf(unit, facts.statesOf(unit.name)).kind === 'running').length;
	return `${counted(instances.length, 'instance')}, ${running} running`;
}

/** Forms that are told apart without colour. */
const symbols: Readonly<Record<ConditionKind, string>> = {
	failed: '✗',
	restarting: '↻',
	'not scheduled': '⚠',
	'not loaded': '?',
	starting: '◌',
	stopping: '◌',
	running: '●',
	finished: '✓',
	stopped: '■',
	inactive: '○',
	template: '◇',
};
