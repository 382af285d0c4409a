// What can be chosen and done: follow or pause, which lines are read, which of them are shown, and where they may go.

import {
	type Choice,
	lineChoices,
	priorityChoices,
	type Reading,
	sinceChoices,
} from '../../client/src/journal/reading.ts';
import { element } from '../support/element.ts';
import type { Search } from './finders.ts';

/** What the user may ask for. */
export interface ToolbarParts {
	readonly follow: () => void;
	readonly read: (reading: Reading) => void;
	readonly search: (search: Search) => void;
	readonly copy: () => void;
	readonly save: () => void;
	readonly terminal: () => void;
}

/** The controls. */
export interface Toolbar {
	readonly element: HTMLElement;
	/** Where the lines may go: copied, saved, followed elsewhere. */
	readonly actions: HTMLElement;
	/** `fresh` is how many lines came since it was paused. */
	showFollowing(isFollowing: boolean, fresh: number): void;
	showReading(reading: Reading): void;
	showSearch(search: Search): void;
	/** Says what is wrong with what is searched for; nothing where all is well. */
	showFault(fault: string): void;
	showTerminal(canOpen: boolean): void;
	focusSearch(): void;
}

/** The controls, before anything is known. */
export function createToolbar(parts: ToolbarParts): Toolbar {
	const follow = button('', 'follow main', parts.follow);
	const reading = readingControls(parts.read);
	const search = searchControls(parts.search);
	const terminal = button('Open in Terminal', 'terminal', parts.terminal);
	const [copy, save] = [button('Copy', 'copy', parts.copy), button('Save As…', 'save', parts.save)];
	return {
		element: element('header', {}, follow, ...reading.elements, search.element, search.fault),
		actions: element('div', { class: 'actions' }, copy, save, terminal),
		showFollowing(isFollowing, fresh) {
			follow.textContent = isFollowing
				? 'Pause'
				: fresh === 0
					? 'Follow'
					: `Follow (${fresh.toLocaleString('en')} new)`;
			follow.title = isFollowing ? 'Stay at these lines (or scroll up)' : 'Show the newest lines as they come (End)';
		},
		showReading: reading.show,
		showSearch: search.show,
		showFault: search.showFault,
		showTerminal(canOpen) {
			terminal.disabled = !canOpen;
			terminal.title = canOpen ? 'Run journalctl over ssh' : 'The machines of this cluster cannot be logged in to';
		},
		focusSearch: search.focus,
	};
}

function button(words: string, name: string, act: () => void): HTMLButtonElement {
	const made = element('button', { type: 'button', class: name }, words);
	made.addEventListener('click', act);
	return made;
}

function readingControls(read: ToolbarParts['read']) {
	const since = select(sinceChoices);
	const lines = select(lineChoices);
	const priority = select(priorityChoices);
	const tell = () => {
		const minutes = Number(since.value);
		read({
			...(minutes > 0 && { sinceMinutes: minutes }),
			lines: Number(lines.value),
			priority: Number(priority.value),
		});
	};
	for (const one of [since, lines, priority]) one.addEventListener('change', tell);
	return {
		elements: [
			element('label', { title: 'Lines that are no older' }, 'Since ', since),
			element('label', { title: 'The last lines of each journal' }, 'Last ', lines),
			element('label', { title: 'Lines that are as urgent or more' }, 'Urgency ', priority),
		],
		show(reading: Reading): void {
			since.value = String(reading.sinceMinutes ?? 0);
			lines.value = String(reading.lines);
			priority.value = String(reading.priority);
		},
	};
}

function select(choices: readonly Choice[]): HTMLSelectElement {
	return element(
		'select',
		{},
		...choices.map(({ value, words }) => element('option', { value: String(value) }, words)),
	);
}

function searchControls(tell: ToolbarParts['search']) {
	const fault = element('p', { class: 'fault', id: 'search-fault', role: 'alert' });
	const text = element('input', {
		...{ type: 'search', placeholder: 'Filter', spellcheck: 'false', 'aria-label': 'Show only lines with this text' },
		'aria-describedby': 'search-fault',
	});
	const pattern = element('button', { type: 'button', class: 'pattern', 'aria-label': 'Regular expression' }, '.*');
	const press = (isPattern: boolean) => pattern.setAttribute('aria-pressed', String(isPattern));
	const isPressed = () => pattern.getAttribute('aria-pressed') === 'true';
	const changed = () => tell({ text: text.value, isPattern: isPressed() });
	pattern.title = 'Regular expression';
	press(false);
	text.addEventListener('input', changed);
	pattern.addEventListener('click', () => {
		press(!isPressed());
		changed();
	});
	return {
		element: element('span', { class: 'search' }, text, pattern),
		fault,
		focus: () => text.select(),
		show(search: Search): void {
			text.value = search.text;
			press(search.isPattern);
		},
		showFault(message: string): void {
			fault.textContent = message;
			text.setAttribute('aria-invalid', String(message !== ''));
		},
	};
}
