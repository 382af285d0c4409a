// Why a machine does not take a unit, in words that say what to change. fleet's own words do not name the metadata key,
// and sometimes not even the right unit.

import type { Verdict } from '../../core/src/index.ts';

type Obstacle = Extract<Verdict, { kind: 'unschedule' }>['cause'];
type MissingMetadata = Extract<Obstacle, { kind: 'metadata' }>['missing'][number];

/** The reason as a phrase that goes on from the machine's name. */
export function reasonText(verdict: Verdict): string {
	if (verdict.kind === 'unschedule') return obstacleText(verdict.cause);
	const rival = verdict.kind === 'reschedule' ? `, but ${verdict.cause.resident} and it replace one another` : '';
	return `would take it${rival}`;
}

function obstacleText(cause: Obstacle): string {
	switch (cause.kind) {
		case 'machine-id':
			return cause.wanted === '' ? 'is not the machine with an empty ID' : `is not machine ${cause.wanted}`;
		case 'metadata':
			return cause.missing.map(metadataText).join('; ');
		case 'peers':
			return `${cause.missing.map((peer) => peer || 'a unit without a name').join(' and ')} is not there`;
		case 'conflict':
			return cause.declaredBy === 'unit'
				? `${cause.resident} is there, and the unit says Conflicts=${cause.glob}`
				: `${cause.resident} is there, and says Conflicts=${cause.glob}`;
	}
}

function metadataText({ key, wanted, has }: MissingMetadata): string {
	const choice = wanted.map((value) => `${key}=${value}`).join(' or ');
	return `has ${has === undefined ? `no ${key}` : `${key}=${has}`}, needs ${choice}`;
}
