// Text → options, as fleet reads a unit file (the parser that fleet took from go-systemd). It is another reader than
// systemd's: continuation lines are kept as they stand, comments can be continued, and an error ends the reading.
// What the options mean is not known here; syntax/parse.ts has the tree for systemd.

import { type Span, textAt } from '../syntax/span.ts';
import { lineLimit, longestLine, noLineLimit } from './line-limit.ts';
import { type FleetRelease, isFleetAtLeast, latestFleetRelease, type PlacedOption } from './model.ts';
import { type Failure, lineSpan, nextStep, type State, type Value } from './option-steps.ts';
import { withoutLoneSurrogates } from './utf8.ts';
import { trimmedSpan } from './white-space.ts';

/** What fleet reads in a text. */
export interface OptionsReading {
	/** In file order; after an error, those before it. */
	readonly options: readonly PlacedOption[];
	/** Why fleet refuses the text, in fleet's own words. */
	readonly error?: string;
	/** Where: the line, name, header or text after a header that fleet could not read. */
	readonly errorSpan?: Span;
}

/** Reads the text of a unit file as a release of fleet does. Any text gives a result. */
export function readOptions(text: string, release: FleetRelease = latestFleetRelease): OptionsReading {
	const keepsContinuations = isFleetAtLeast(release, '0.12');
	const limit = keepsContinuations ? lineLimit(text) : noLineLimit;
	const options: PlacedOption[] = [];
	let state: State = { kind: 'start', at: 0 };
	while (state.kind !== 'end') {
		if (limit.exceeded(state.at)) {
			return { options, error: tooLong, errorSpan: lineSpan(text, state.at) };
		}
		const next: State | Failure = nextStep(text, state, limit);
		if (next.kind === 'failure') return { options, error: next.error, errorSpan: next.errorSpan };
		if (next.kind === 'inside' && next.value) options.push(placedOption(text, next.value, keepsContinuations));
		state = next;
	}
	return { options };
}

const tooLong = `line too long (max ${longestLine} bytes)`;

function placedOption(text: string, { section, nameSpan, span }: Value, keepsContinuations: boolean): PlacedOption {
	const valueSpan = valueSpanOf(text, span);
	return {
		section,
		// fleet reads names by characters and all else by bytes.
		name: withoutLoneSurrogates(text.slice(nameSpan.start, nameSpan.end)),
		value: keepsContinuations ? textAt(text, valueSpan) : joinContinuations(textAt(text, span)),
		nameSpan,
		valueSpan,
	};
}

// Of a value that ends in a continuation into nothing, the line end stays.
function valueSpanOf(text: string, span: Span): Span {
	const trimmed = trimmedSpan(text, span);
	if (trimmed.start === trimmed.end) return { start: span.start, end: span.start };
	return text[span.end - 1] === '\n' ? { start: trimmed.start, end: trimmed.end + 1 } : trimmed;
}

// What fleet did before v0.12.0, also with a backslash at the very end of the file.
function joinContinuations(lines: string): string {
	const joined = lines.replace(/\\(?:\n|$)/g, ' ');
	return textAt(joined, trimmedSpan(joined, { start: 0, end: joined.length }));
}
