// How closely a cluster is looked at: as closely as whoever wants it most.

import type { Attention } from '../../../cluster/src/backend.ts';
import { highestAttention } from '../../../cluster/src/feed.ts';

/** The attention that a cluster gets. */
export interface WantedAttention {
	current(): Attention;
	/** What is wanted for all clusters. */
	set(attention: Attention): void;
	/** At least so much is wanted, until the function that is returned is called. */
	hold(attention: Attention): () => void;
}

/** The usual attention. `changed` is called whenever it may be another one. */
export function createWantedAttention(changed: (attention: Attention) => void): WantedAttention {
	let general: Attention = 'normal';
	const holds = new Set<{ readonly attention: Attention }>();
	const current = () => highestAttention([general, ...[...holds].map(({ attention }) => attention)]);
	return {
		current,
		set(attention) {
			general = attention;
			changed(current());
		},
		hold(attention) {
			const hold = { attention };
			holds.add(hold);
			changed(current());
			return () => {
				holds.delete(hold);
				changed(current());
			};
		},
	};
}
