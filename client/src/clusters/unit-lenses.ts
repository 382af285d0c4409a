// What stands above [Unit] of a unit file: how the unit is on each connected cluster, and what can be done about it.
// Which line that is, and how VS Code draws it, is code-lens.ts's business.

import { templateName } from '../../../core/src/fleet/unit-name.ts';
import { clusterCommands } from '../../../protocol/src/commands.ts';
import { type ConditionKind, conditionOf } from '../cluster-view/condition.ts';
import { factsOf } from '../cluster-view/facts.ts';
import { failureOn } from '../cluster-view/place-nodes.ts';
import { stateAndPlace } from '../cluster-view/state-and-place.ts';
import { badgeOf } from '../cluster-view/unit-flags.ts';
import type { ClusterView } from '../cluster-view/view.ts';
import { counted } from '../cluster-view/words.ts';

/** A lens: a text, and what a click does. */
export interface Lens {
	readonly title: string;
	readonly command: string;
	readonly about: { readonly cluster: string; readonly unit: string };
}

/** The lenses of a unit on all clusters that know it. With several clusters, each says its name. */
export function lensesOf(views: readonly ClusterView[], unit: string): readonly Lens[] {
	const connected = views.filter(({ snapshot }) => snapshot !== undefined);
	return connected.flatMap((view) => lensesOn(view, unit, connected.length > 1));
}

function lensesOn(view: ClusterView, name: string, isNamed: boolean): readonly Lens[] {
	if (view.snapshot === undefined) return [];
	const facts = factsOf(view.snapshot);
	const unit = facts.unit(name);
	const instances = view.snapshot.units.filter((other) => templateName(other.name) === name);
	const about = { cluster: view.id, unit: name };
	const at = isNamed ? ` · ${view.name}` : '';
	if (instances.length > 0) return [{ title: `${instancesText(view, name)}${at}`, command: reveal, about }];
	if (unit === undefined) return [];
	const states = facts.statesOf(name);
	const condition = conditionOf(unit, states);
	const reason = states.map((state) => failureOn(unit, state, view)).find((one) => one !== undefined);
	const told = reason === undefined ? '' : `: ${reason}`;
	const isRunning = unit.desiredState === 'launched';
	const write = isRunning ? lens('stop', clusterCommands.stopUnit) : lens('start', clusterCommands.startUnit);
	const badge = badgeOf(unit, states, view);
	return [
		{ title: `${symbols[condition.kind]} ${stateAndPlace(unit, facts)}${told}${at}`, command: reveal, about },
		...(view.readOnly || condition.kind === 'template' ? [] : [write]),
		...(view.capabilities.has('journal') && states.length > 0 ? [lens('journal', clusterCommands.followJournal)] : []),
		...whyLens(),
		...(badge === 'M' ? [lens('edited: compare', clusterCommands.diffWithCluster)] : []),
		...(badge === 'M' && !view.readOnly ? [lens('redeploy', clusterCommands.redeployUnit)] : []),
	];

	function lens(title: string, command: string): Lens {
		return { title, command, about };
	}

	function whyLens(): readonly Lens[] {
		const { kind } = condition;
		if (kind === 'not scheduled' || kind === 'not loaded') return [lens('why?', clusterCommands.explainPlacement)];
		const isFailing = kind === 'failed' || kind === 'restarting';
		return isFailing && view.capabilities.has('status') ? [lens('why?', clusterCommands.showStatus)] : [];
	}
}

const reveal = clusterCommands.revealUnit;

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

function instancesText(view: ClusterView, template: string): string {
	if (view.snapshot === undefined) return '';
	const facts = factsOf(view.snapshot);
	const own = view.snapshot.units.filter(({ name }) => templateName(name) === template);
	const running = own.filter((unit) => conditionOf(unit, facts.statesOf(unit.name)).kind === 'running').length;
	return `${symbols.template} ${counted(own.length, 'instance')}, ${running} running`;
}
