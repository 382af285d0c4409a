// The page of the journal view: puts its parts together and speaks with the panel. What a part does stands in its file.

import { type Followed, type FromPage, type ToPage, toPageMessage } from '../../client/src/journal/messages.ts';
import { element } from '../support/element.ts';
import { connectToHost } from '../support/host.ts';
import { createChoice } from './choice.ts';
import { createDetails } from './details.ts';
import { finderOf, nothingSought, readSearch, type Search } from './finders.ts';
import { createLegend } from './legend.ts';
import { createList } from './list.ts';
import type { Shown } from './looking.ts';
import { createModel } from './model.ts';
import { rowElement } from './row-element.ts';
import { rowText } from './row-texts.ts';
import { startSearcher } from './search-worker.ts';
import { type Counts, emptyText, foundText, statusText } from './status-texts.ts';
import { createToolbar } from './toolbar.ts';

const host = connectToHost<FromPage>();
let followed: Followed = { title: '', sources: [], canOpenTerminal: false };
let search: Search = nothingSought;
/** Whether what it comes to is still to be said. */
let isNewSearch = false;
let hidden: ReadonlySet<number> = new Set();
/** How many rows had come when it was paused. */
let pausedAt = 0;

const model = createModel(finderOf(search, startSearcher), { changed: show, failed: giveUpSearch }, breathe);
const list = createList({ shown: model.shown, draw, followingChanged });
const details = createDetails(() => choice.clear());
const choice = createChoice({ list, shown: model.shown, chosen: showDetails });
const toolbar = createToolbar({
	follow: () => list.follow(!list.isFollowing()),
	read: (reading) => host.post({ kind: 'read', reading }),
	search: seek,
	copy: () => host.post({ kind: 'copy', text: shownText() }),
	save: () => host.post({ kind: 'save', text: `${shownText()}\n` }),
	terminal: () => host.post({ kind: 'terminal' }),
});
const legend = createLegend({
	toggled: toggle,
	retry: () => host.post({ kind: 'retry' }),
	actions: toolbar.actions,
});
const empty = element('p', { class: 'empty' });
const status = element('footer');
const announcement = element('p', { class: 'announcement', role: 'status' });

document.body.append(toolbar.element, legend.element, list.element, empty, details.element, status, announcement);
document.addEventListener('keydown', (event) => {
	if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
	event.preventDefault();
	toolbar.focusSearch();
});
host.listen((data) => take(toPageMessage(data, 'a message of the panel')));
seek(readSearch(host.remembered()));
toolbar.showSearch(search);
followingChanged();
host.post({ kind: 'ready' });

function take(message: ToPage): void {
	if (message.kind === 'rows') {
		model.add(message.rows);
		return;
	}
	if (message.kind === 'start') {
		choice.clear();
		toolbar.showReading(message.reading);
		model.start(message.dropped);
		pausedAt = message.dropped;
	}
	const labels = labelsOf(followed);
	followed = message;
	toolbar.showTerminal(message.canOpenTerminal);
	legend.show(message.sources, hidden);
	if (labelsOf(message) !== labels) relabel();
	show();
}

/** With new journals, others may need longer words. */
function relabel(): void {
	const longest = Math.max(0, ...followed.sources.map(({ label }) => label.length));
	list.element.style.setProperty('--label-width', `${longest}ch`);
	list.redraw();
}

function labelsOf({ sources }: Followed): string {
	return JSON.stringify(sources.map(({ number, label, colour }) => [number, label, colour]));
}

function show(): void {
	const counts = countRows();
	status.textContent = statusText(counts);
	empty.textContent = counts.shown === 0 ? emptyText(followed, counts, search) : '';
	toolbar.showFollowing(counts.isFollowing, model.total() + model.dropped() - pausedAt);
	if (isNewSearch && !counts.isSearching) {
		announcement.textContent = foundText(counts, search);
		isNewSearch = false;
	}
	list.changed();
}

function countRows(): Counts {
	return {
		shown: model.shown.length,
		total: model.total(),
		dropped: model.dropped(),
		isFollowing: list.isFollowing(),
		isSearching: model.isSearching(),
	};
}

function draw(shown: Shown): HTMLElement {
	const made = rowElement(shown, sourceOf(shown.row.source));
	if (choice.current()?.row.id === shown.row.id) made.setAttribute('aria-current', 'true');
	return made;
}

function sourceOf(number: number) {
	return followed.sources.find((source) => source.number === number);
}

function followingChanged(): void {
	pausedAt = model.total() + model.dropped();
	show();
}

function showDetails(chosen: Shown | undefined): void {
	if (chosen === undefined) details.hide();
	else details.show(chosen.row, sourceOf(chosen.row.source));
}

function toggle(source: number): void {
	const others = new Set(hidden);
	if (!others.delete(source)) others.add(source);
	hidden = others;
	model.hide(hidden);
	legend.show(followed.sources, hidden);
}

function seek(next: Search): void {
	search = next;
	isNewSearch = true;
	host.remember(next);
	toolbar.showFault('');
	try {
		model.setFinder(finderOf(next, startSearcher));
	} catch (error) {
		giveUpSearch(error);
	}
}

/** Without a search that works, everything is shown, and why. */
function giveUpSearch(error: unknown): void {
	toolbar.showFault(error instanceof Error ? error.message : String(error));
	model.setFinder(finderOf(nothingSought, startSearcher));
}

function shownText(): string {
	return model.shown.map(({ row }) => rowText(row, (source) => sourceOf(source)?.label ?? '')).join('\n');
}

function breathe(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 0));
}
