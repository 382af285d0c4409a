// Colour for terminals, and when there is any.

import type { Io, Output } from './io.ts';

/** The looks that the program uses, by what they are for. */
export type Look = 'error' | 'warning' | 'info' | 'hint' | 'strong' | 'faint' | 'added' | 'removed';

/** Gives a text a look, or leaves it alone where there is no colour. */
export type Paint = (look: Look, text: string) => string;

/** How to paint for an output. `FORCE_COLOR` outweighs `NO_COLOR`, and both outweigh what the output is. */
export function painter(output: Output, env: Io['env']): Paint {
	if (!hasColour(output, env)) return (_look, text) => text;
	return (look, text) => `\x1b[${codes[look]}m${text}\x1b[0m`;
}

const codes: Readonly<Record<Look, string>> = {
	error: '1;31',
	warning: '1;33',
	info: '1;34',
	hint: '1;36',
	strong: '1',
	faint: '2',
	added: '32',
	removed: '31',
};

function hasColour(output: Output, env: Io['env']): boolean {
	const forced = env['FORCE_COLOR'];
	if (forced !== undefined) return forced !== '0' && forced !== 'false';
	if (env['NO_COLOR'] || env['TERM'] === 'dumb') return false;
	return output.isTTY === true;
}
