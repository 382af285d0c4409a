// All journals of one panel: opens those that are there, takes in those that join, lets go of those that leave, and asks
// anew when other lines are wanted. What is done with the rows is the caller's business.

import type { ClusterSnapshot } from '../../../cluster/src/model.ts';
import { createFollowedJournal, type FollowedJournal } from './followed-journal.ts';
import { labelsOf, type Names } from './labels.ts';
import type { Followed, SourceView } from './messages.ts';
import type { ReadJournal } from './read-journal.ts';
import { optionsOf, type Reading } from './reading.ts';
import type { Row } from './rows.ts';
import { keyOf, type Source, sourcesOf, titleOf, type Wanted } from './sources.ts';
import type { Timing } from './timing.ts';

/** The clusters, as far as journals need them. */
export interface JournalClusters extends Names {
	/** What is known of a cluster; `undefined` while it is not connected. */
	readonly snapshot: (cluster: string) => ClusterSnapshot | undefined;
	readonly read: (source: Source) => ReadJournal;
	/** Whether the machines of a cluster can be logged in to. */
	readonly canLogIn: (cluster: string) => boolean;
}

/** What a follower works with. */
export interface FollowerParts {
	readonly wanted: readonly Wanted[];
	readonly reading: Reading;
	readonly clusters: JournalClusters;
	readonly timing: Timing;
	/** Takes rows, in the order in which they come. */
	readonly rows: (rows: readonly Row[]) => void;
	/** Is called when journals or their states are others. */
	readonly changed: () => void;
}

/** Journals that are followed. */
export interface Follower {
	/** What is followed now. */
	followed(): Followed;
	sources(): readonly Source[];
	reading(): Reading;
	/** Looks which journals are there now; to be called when a cluster has changed. */
	update(): void;
	/** Reads all journals anew. What was read before is to be forgotten. */
	read(reading: Reading): void;
	/** Tries at once what is waiting or was given up. */
	retry(): void;
	dispose(): void;
}

/** Begins to follow. */
export function createFollower(parts: FollowerParts): Follower {
	const { wanted, clusters, timing } = parts;
	let { reading } = parts;
	const journals = new Map<string, FollowedJournal>();
	let connected: ReadonlySet<string> = new Set();
	let rowIds = 0;
	const nextId = () => rowIds++;
	const first = () => ({ first: optionsOf(reading, timing.now()), lines: reading.lines });

	function join(source: Source): void {
		const read = clusters.read(source);
		const { rows, changed } = parts;
		const journal = createFollowedJournal({ source, number: journals.size, nextId, read, timing, rows, changed });
		journals.set(keyOf(source), journal);
		journal.begin(first());
		changed();
	}

	function update(): void {
		const there = new Map(sourcesOf(wanted, clusters.snapshot).map((source) => [keyOf(source), source]));
		for (const [key, journal] of journals) {
			if (there.has(key)) journal.stay(first());
			// Of a cluster that is not connected, nothing is known.
			else if (clusters.snapshot(journal.source.cluster) !== undefined) journal.leave();
		}
		for (const [key, source] of there) if (!journals.has(key)) join(source);
		retryWhereBack();
	}

	/** A cluster that is connected again is not to be waited for any longer. */
	function retryWhereBack(): void {
		const before = connected;
		connected = new Set(wanted.map(({ cluster }) => cluster).filter((id) => clusters.snapshot(id) !== undefined));
		for (const journal of journals.values()) {
			const { cluster } = journal.source;
			if (connected.has(cluster) && !before.has(cluster)) journal.retry(first());
		}
	}

	update();
	return {
		followed: () => ({
			title: titleOf(wanted),
			sources: viewsOf([...journals.values()], clusters),
			canOpenTerminal: wanted.some(({ cluster }) => clusters.canLogIn(cluster)),
		}),
		sources: () => [...journals.values()].map(({ source }) => source),
		reading: () => reading,
		update,
		read(next) {
			reading = next;
			for (const journal of journals.values()) journal.begin(first());
			parts.changed();
		},
		retry: () => {
			for (const journal of journals.values()) journal.retry(first());
		},
		dispose: () => {
			for (const journal of journals.values()) journal.end();
		},
	};
}

function viewsOf(journals: readonly FollowedJournal[], names: Names): readonly SourceView[] {
	const labels = labelsOf(
		journals.map(({ source }) => source),
		names,
	);
	return journals.map((journal, nth) => {
		const { words: label = '', full = '', colour = 0 } = labels[nth] ?? {};
		return { number: journal.number, label, full, colour, ...journal.state() };
	});
}
