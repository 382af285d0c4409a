// What the panel and its page say to each other. Each side checks what it gets before it believes it.

import { DecodeFault, type Decoder, toList, toNumber, toObject, toText, toWord } from '../../../cluster/src/decode.ts';
import type { Reading } from './reading.ts';
import type { Row } from './rows.ts';

/** What the panel tells the page. */
export type ToPage =
	/** Forget everything: this is what is followed, and the rows come after it. */
	| ({ readonly kind: 'start'; readonly reading: Reading; readonly dropped: number } & Followed)
	/** The journals or their states are others. */
	| ({ readonly kind: 'sources' } & Followed)
	/** More rows; one that was there before is replaced. */
	| { readonly kind: 'rows'; readonly rows: readonly Row[] };

/** What is followed. */
export interface Followed {
	readonly title: string;
	readonly sources: readonly SourceView[];
	/** Whether the machines can be logged in to. */
	readonly canOpenTerminal: boolean;
}

/** A journal as the page knows it. Its rows name it by its number. */
export interface SourceView {
	readonly number: number;
	readonly label: string;
	/** Unit, machine, address and cluster in full. */
	readonly full: string;
	readonly colour: number;
	readonly state: SourceState;
	/** Why it is so, where that is not plain. */
	readonly detail: string;
}

/** How it is with a journal. `gone`: the unit is not on that machine any more. */
export type SourceState = (typeof sourceStates)[number];

const sourceStates = ['reading', 'following', 'lost', 'stopped', 'gone'] as const;

/** What the page asks of the panel. */
export type FromPage =
	/** The page is there, for the first time or again, and has nothing. */
	| { readonly kind: 'ready' }
	| { readonly kind: 'read'; readonly reading: Reading }
	| { readonly kind: 'copy' | 'save'; readonly text: string }
	| { readonly kind: 'terminal' | 'retry' };

/** Checks what the page gets. Throws a `DecodeFault`. */
export const toPageMessage: Decoder<ToPage> = (value, place) => {
	const fields = toObject(value, place);
	const kind = toWord(['start', 'sources', 'rows'])(fields['kind'], `${place}.kind`);
	if (kind === 'rows') return { kind, rows: toList(toRow)(fields['rows'], `${place}.rows`) };
	const followed = toFollowed(fields, place);
	if (kind === 'sources') return { kind, ...followed };
	const dropped = toNumber(fields['dropped'], `${place}.dropped`);
	return { kind, dropped, reading: toReading(fields['reading'], `${place}.reading`), ...followed };
};

/** Checks what the panel gets. Throws a `DecodeFault`. */
export const fromPageMessage: Decoder<FromPage> = (value, place) => {
	const fields = toObject(value, place);
	const words = ['ready', 'read', 'copy', 'save', 'terminal', 'retry'] as const;
	const kind = toWord(words)(fields['kind'], `${place}.kind`);
	if (kind === 'read') return { kind, reading: toReading(fields['reading'], `${place}.reading`) };
	if (kind === 'copy' || kind === 'save') return { kind, text: toText(fields['text'], `${place}.text`) };
	return { kind };
};

const toReading: Decoder<Reading> = (value, place) => {
	const { sinceMinutes, lines, priority } = toObject(value, place);
	return {
		lines: toCount(lines, `${place}.lines`),
		priority: toCount(priority, `${place}.priority`),
		...(sinceMinutes !== undefined && { sinceMinutes: toCount(sinceMinutes, `${place}.sinceMinutes`) }),
	};
};

const toCount: Decoder<number> = (value, place) => {
	const count = toNumber(value, place);
	if (Number.isInteger(count) && count >= 0) return count;
	throw new DecodeFault(`${place} is no count`);
};

function toFollowed(fields: Readonly<Record<string, unknown>>, place: string): Followed {
	return {
		title: toText(fields['title'], `${place}.title`),
		sources: toList(toSource)(fields['sources'], `${place}.sources`),
		canOpenTerminal: fields['canOpenTerminal'] === true,
	};
}

const toSource: Decoder<SourceView> = (value, place) => {
	const fields = toObject(value, place);
	return {
		number: toCount(fields['number'], `${place}.number`),
		label: toText(fields['label'], `${place}.label`),
		full: toText(fields['full'], `${place}.full`),
		colour: toCount(fields['colour'], `${place}.colour`),
		state: toWord(sourceStates)(fields['state'], `${place}.state`),
		detail: toText(fields['detail'], `${place}.detail`),
	};
};

const toRow: Decoder<Row> = (value, place) => {
	const fields = toObject(value, place);
	const number = (name: string) => toNumber(fields[name], `${place}.${name}`);
	const text = (name: string) => toText(fields[name], `${place}.${name}`);
	const where = { id: number('id'), source: number('source'), at: number('at') };
	const kind = toWord(['line', 'gap'])(fields['kind'], `${place}.kind`);
	if (kind === 'line') return { kind, ...where, priority: number('priority'), from: text('from'), text: text('text') };
	return {
		...{ kind, ...where, lostAt: number('lostAt'), reason: text('reason') },
		...(fields['backAt'] !== undefined && { backAt: number('backAt') }),
		...(fields['missing'] !== undefined && {
			missing: toWord(['none', 'maybe'])(fields['missing'], `${place}.missing`),
		}),
	};
};
