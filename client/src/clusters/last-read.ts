// What was read of a cluster, and whether that is old enough to say so. Who reads it is not known here.

import { oldAge } from '../../../cluster/src/feed.ts';
import type { ClusterSnapshot } from '../../../cluster/src/model.ts';
import type { Connection } from '../cluster-view/view.ts';
import type { Link } from './link.ts';

/** What was read of a cluster, and when, in milliseconds since 1970. */
export interface LastRead {
	readonly snapshot: ClusterSnapshot;
	readonly readAt: number;
}

/** What was read over a link; `undefined` before it was. */
export function lastReadOver({ feed }: Link): LastRead | undefined {
	const { snapshot, readAt = Date.now() } = feed.current();
	return snapshot && { snapshot, readAt };
}

/** What decides how old it is. */
export interface AgeParts {
	readonly connection: Connection;
	/** Whether changes arrive by themselves: then everything was true until the connection was lost. */
	readonly hasPush: boolean;
	readonly lostAt: number | undefined;
}

/** Milliseconds since it was true; `undefined` where that is too short to be told. */
export function ageOf({ readAt }: LastRead, { connection, hasPush, lostAt }: AgeParts): number | undefined {
	const now = Date.now();
	const age = Math.max(0, now - (hasPush ? (lostAt ?? now) : readAt));
	return connection.kind === 'connected' && age < oldAge ? undefined : age;
}
