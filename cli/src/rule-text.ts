// A rule's metadata as text for a terminal. The same facts as its page under docs/rules, laid out for reading there.

import type { Rule, RuleExample } from '../../core/src/index.ts';
import type { Paint } from './colour.ts';
import { rulePage } from './package-folder.ts';

/** All rules, one a line: id, severity, summary. */
export function listRules(rules: readonly Rule[], paint: Paint): string {
	const idWidth = Math.max(...rules.map(({ id }) => id.length));
	const rows = rules.map(({ id, severity, summary }) => {
		return `${paint('strong', id.padEnd(idWidth))}  ${paint(severity, severity.padEnd(7))}  ${summary}\n`;
	});
	return `${rows.join('')}\nfleet-units explain RULE tells more about one of them.\n`;
}

/** The page of one rule. */
export function printRule(rule: Rule, paint: Paint): string {
	const parts = [
		`${paint('strong', rule.id)} ${paint(rule.severity, `(${rule.severity})`)}\n${rule.summary}`,
		wrap(rule.why),
		...rule.examples.map((example) => printExample(example, paint)),
		printAllowing(rule, paint),
		`${paint('strong', 'Since')} ${rule.since}. ${paint('strong', 'See')} ${rule.reference} and ${rulePage(rule.id)}`,
	];
	return `${parts.join('\n\n')}\n`;
}

function printExample(example: RuleExample, paint: Paint): string {
	const note = example.note === undefined ? [] : [wrap(example.note)];
	const release = example.release === undefined ? '' : `, for systemd ${example.release}`;
	const title = (what: string) => paint('strong', `${what} (${example.file}${release}):`);
	if ('good' in example) return [title('Right'), indent(example.good), ...note].join('\n');
	const fixed = example.fixed === undefined ? [] : [title('Fixed'), indent(example.fixed)];
	return [title('Wrong'), indent(example.bad), ...fixed, ...note].join('\n');
}

function printAllowing({ id }: Rule, paint: Paint): string {
	return [
		paint('strong', 'To allow it'),
		'in one place, write on the line above, or before the first section for the whole file:',
		`    # fleet-units: allow ${id} — reason`,
		'everywhere, write in .fleet-units.json:',
		`    { "rules": { "${id}": "off" } }`,
		'in one run, give the option:',
		`    --rule ${id}=off`,
	].join('\n');
}

/** An example's text; its first line break and the last one do not count. */
function indent(text: string): string {
	return text
		.replace(/^\n/, '')
		.replace(/\n$/, '')
		.split('\n')
		.map((line) => `    ${showHidden(line)}`.trimEnd())
		.join('\n');
}

/** Stands in for each control character and stray byte with one column, so that marks stay under what they mark. */
function showHidden(line: string): string {
	return line
		.replace(/[\x00-\x08\x0a-\x1f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
		.replace(/[\p{Cf}\p{Cs}\x7f-\x9f]/gu, '\ufffd');
}

const width = 80;

function wrap(text: string): string {
	return text.split('\n').map(wrapLine).join('\n');
}

function wrapLine(text: string): string {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const line = lines.at(-1);
		if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
		else lines.push(word);
	}
	return lines.join('\n');
}
