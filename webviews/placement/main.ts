// The page of the placement map: puts its parts together and speaks with the panel. What a part does stands in its file.

import { filterColumns, filterRows } from '../../client/src/placement/filter.ts';
import type { MapCluster } from '../../client/src/placement/map-cluster.ts';
import { createMap, type MapModel } from '../../client/src/placement/map-model.ts';
import { type FromPage, type ToPage, toPageMessage } from '../../client/src/placement/messages.ts';
import { planText } from '../../client/src/placement/plan-texts.ts';
import { mapSvg } from '../../client/src/placement/svg.ts';
import { dropTrial, putTrial, type Trial } from '../../client/src/placement/trials.ts';
import { element } from '../support/element.ts';
import { connectToHost } from '../support/host.ts';
import { createGrid } from './grid.ts';
import { createLegend } from './legend.ts';
import { type Memory, readMemory } from './memory.ts';
import { pngOf } from './picture.ts';
import type { Place, Shown } from './place.ts';
import { createPlanView } from './plan-view.ts';
import { createSelection } from './selection.ts';
import { placeSentence } from './sentences.ts';
import { createToolbar } from './toolbar.ts';
import { createTrialList } from './trial-list.ts';

const host = connectToHost<FromPage>();
let memory: Memory = readMemory(host.remembered());
let cluster: MapCluster | undefined;
let shown: Shown | undefined;

const grid = createGrid({ moved, pointed, opened: () => selection.focus(), scrolled });
const selection = createSelection({ tryIt, drop, back: () => grid.goTo(memory.place) });
const plan = createPlanView((unit) => showUnit(unit));
const trials = createTrialList({
	doIt: (trial) => host.post({ kind: 'do', trial }),
	drop,
	reset: () => change({ trials: [] }),
});
const toolbar = createToolbar({
	filter: (filters) => change({ filters }),
	save: (format) => void save(format),
	connect: () => host.post({ kind: 'connect' }),
});
const readout = element('p', { class: 'readout', 'aria-hidden': 'true' });
const announcement = element('p', { class: 'announcement', role: 'status' });
const empty = element('p', { class: 'empty' });
const tried = element('div', { class: 'tried' }, trials.element, plan.element);
const matrix = element('main', {}, grid.element, empty, readout, tried);
const side = element('aside', {}, selection.element, createLegend());

document.body.append(toolbar.element, matrix, side, announcement);
document.addEventListener('keydown', (event) => {
	if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
	event.preventDefault();
	toolbar.focusFilter();
});
host.listen((data) => take(toPageMessage(data, 'a message of the panel')));
toolbar.showFilters(memory.filters);
host.post({ kind: 'ready' });

function take(message: ToPage): void {
	if (message.kind === 'done') {
		drop(message.trial);
		return;
	}
	const { place, scroll } = memory;
	const isFirst = cluster === undefined;
	cluster = message.cluster;
	toolbar.show(cluster);
	draw(createMap(cluster, memory.trials));
	if (isFirst) grid.restore(place, scroll);
	tell();
}

/** Changes what is tried or filtered, and remembers it. */
function change(next: Partial<Memory>): void {
	remember(next);
	if (cluster === undefined || shown === undefined) return;
	const model = next.trials === undefined ? shown.model : createMap(cluster, memory.trials);
	draw(model);
	if (next.trials !== undefined) announcement.textContent = planText(model)?.summary ?? 'nothing is tried';
}

function draw(model: MapModel): void {
	const { filters, trials: list } = memory;
	shown = { model, rows: filterRows(model, filters.units), columns: filterColumns(model, filters.machines) };
	trials.show(list, model);
	plan.show(model);
	tried.hidden = list.length === 0;
	plan.element.hidden = model.plan === undefined;
	empty.textContent = emptyText(shown);
	grid.show(shown);
	tell();
}

function emptyText({ rows, columns, model }: Shown): string {
	if (model.map.trouble !== '' && model.rows.length + model.columns.length === 0) return '';
	if (model.rows.length === 0) return 'The cluster has no units yet.';
	if (model.columns.length === 0) return 'The cluster has no machines, so its units can go nowhere.';
	if (rows.length === 0) return 'No unit is as filtered.';
	return columns.length === 0 ? 'No machine is as filtered.' : '';
}

function tell(pointedAt?: Place): void {
	if (shown === undefined) return;
	selection.show(grid.place(), shown);
	readout.textContent = placeSentence(pointedAt ?? grid.place(), shown);
}

function moved(place: Place): void {
	remember({ place });
	tell();
}

function pointed(place: Place | undefined): void {
	if (shown !== undefined) readout.textContent = placeSentence(place ?? grid.place(), shown);
}

function scrolled(): void {
	remember({ scroll: grid.scroll() });
}

function tryIt(trial: Trial): void {
	change({ trials: putTrial(memory.trials, trial) });
}

function drop(trial: Trial): void {
	change({ trials: dropTrial(memory.trials, trial) });
}

function showUnit(unit: string): void {
	if (shown?.rows.every(({ name }) => name !== unit)) {
		change({ filters: { ...memory.filters, units: '' } });
		toolbar.showFilters(memory.filters);
	}
	grid.goTo({ unit });
}

function remember(next: Partial<Memory>): void {
	memory = { ...memory, ...next };
	host.remember(memory);
}

async function save(format: 'svg' | 'png'): Promise<void> {
	if (shown === undefined) return;
	try {
		const svg = mapSvg(shown);
		host.post({ kind: 'save', format, data: format === 'svg' ? svg.text : await pngOf(svg) });
	} catch (error) {
		host.post({ kind: 'fault', message: error instanceof Error ? error.message : String(error) });
	}
}
