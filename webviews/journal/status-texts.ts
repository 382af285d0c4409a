// What the page says of itself: how many lines there are, and why there are none.

import type { Followed } from '../../client/src/journal/messages.ts';
import type { Search } from './finders.ts';

/** How it is with the lines. */
export interface Counts {
	readonly shown: number;
	readonly total: number;
	readonly dropped: number;
	readonly isFollowing: boolean;
	readonly isSearching: boolean;
}

/** `56 of 1,234 lines · following`. */
export function statusText({ shown, total, dropped, isFollowing, isSearching }: Counts): string {
	const lines = shown === total ? counted(total) : `${shown.toLocaleString('en')} of ${counted(total)}`;
	const parts = [
		lines,
		isFollowing ? 'following' : 'paused: press End to follow',
		isSearching && 'searching…',
		dropped > 0 && `${counted(dropped)} before them had to go, to keep memory bounded`,
	];
	return parts.filter((part) => part !== false).join(' · ');
}

/** Why nothing is shown, and what to do. */
export function emptyText({ title, sources }: Followed, { total, isSearching }: Counts, { text }: Search): string {
	if (isSearching) return 'Searching…';
	if (total > 0) {
		return text === ''
			? `All ${counted(total)} are of journals that are hidden.`
			: `None of ${counted(total)} has “${text}”.`;
	}
	if (sources.length === 0) return `No machine has ${title} loaded. Lines appear as soon as one has.`;
	if (sources.some(({ state }) => state === 'reading')) return 'Reading…';
	if (sources.some(({ state }) => state === 'lost' || state === 'stopped')) return 'Nothing could be read yet.';
	return 'There are no such lines yet: choose an earlier time or a lower urgency, or wait.';
}

/** What a search came to, for those who do not see it. */
export function foundText({ shown, total }: Counts, { text }: Search): string {
	return text === '' ? '' : `${shown.toLocaleString('en')} of ${counted(total)} have “${text}”`;
}

/** `1,234 lines`. */
function counted(count: number): string {
	return `${count.toLocaleString('en')} ${count === 1 ? 'line' : 'lines'}`;
}
