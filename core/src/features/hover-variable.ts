// Hover over a variable of a command, such as `$MAINPID`: what the unit sets it to, or what systemd does.

import { oldestRelease } from '../catalogue/directive.ts';
import { serviceVariables } from '../catalogue/service-variables.ts';
import { joinedIndex, sourceSpan } from '../syntax/joined.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';
import { assignmentsOf } from './assignments.ts';
import { sinceFact } from './directive-facts.ts';
import type { Hover } from './hover.ts';
import { bullets, inlineCode, paragraphs, sentence, shorten } from './markdown.ts';

/** What there is to say about the variable at `offset` of a command, if there is one. Two `$` are none. */
export function hoverVariable(unit: UnitFile, { value }: Entry, offset: number, release: number): Hover | undefined {
	const at = joinedIndex(value, offset);
	for (const { 0: text, index, 1: braced, 2: bare } of value.text.matchAll(variables)) {
		const name = braced ?? bare;
		if (name === undefined || at < index || at > index + text.length) continue;
		const markdown = describeVariable(name, assignmentsOf(unit).get(name), release);
		return markdown === undefined ? undefined : { span: sourceSpan(value, index, index + text.length), markdown };
	}
	return undefined;
}

const variables = /\$\$|\$\{([A-Za-z_]\w*)\}|\$([A-Za-z_]\w*)/g;

function describeVariable(name: string, own: string | undefined, release: number): string | undefined {
	const known = serviceVariables[name];
	if (own === undefined && known === undefined) return undefined;
	const meaning = known && known.meaning.charAt(0).toUpperCase() + known.meaning.slice(1);
	return paragraphs([
		`**${inlineCode(`$${name}`)}** — an environment variable`,
		own === undefined
			? meaning && sentence(meaning)
			: `Set by \`Environment=\` to ${own === '' ? 'nothing' : inlineCode(shorten(own, 160))}.`,
		bullets([own === undefined ? sinceFact(known?.since ?? oldestRelease, release) : undefined]),
	]);
}
