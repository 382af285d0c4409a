// A rule → its page in docs/rules, and the list of all pages.
import { type BadExample, type GoodExample, lint, parse, type Rule } from '../../core/src/index.ts';
import { exampleContext } from './example-context.ts';

const note = '<!-- Made by `npm run generate` from the rule’s own file. -->';

/** The page of one rule, in Markdown. */
export function rulePage(rule: Rule): string {
	const allow = `# fleet-units: allow ${rule.id} — why it is right here`;
	return `${note}
# ${rule.id}

${rule.summary}.

| severity | since | fix | described in |
| --- | --- | --- | --- |
| ${rule.severity} | ${rule.since} | ${fixWord(rule)} | ${rule.reference} |

## Why

${rule.why}

## Examples

${rule.examples.map(examplePart).join('\n\n')}

## Allow it

On the line above, or before the first section for the whole file:

\`\`\`ini
${allow}
\`\`\`

For all files: \`"fleetUnits.rules": { "${rule.id}": "off" }\` in the editor’s settings, \`"rules": { "${rule.id}": "off" }\` in \`.fleet-units.json\`, or \`--rule ${rule.id}=off\` on the command line.
`;
}

/** The list of all rules with links to their pages. */
export function ruleIndex(rules: readonly Rule[]): string {
	const rows = rules.map(
		(rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${fixWord(rule)} | ${rule.summary} |`,
	);
	return `${note}
# Rules

| rule | severity | fix | finds |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

/** What the rule's examples show of fixes: `safe`, `unsafe`, both or none. */
function fixWord(rule: Rule): string {
	const kinds = new Set(rule.examples.flatMap((example) => ('bad' in example ? fixKinds(rule, example) : [])));
	return kinds.size === 0 ? 'none' : [...kinds].sort().join(' or ');
}

function fixKinds(rule: Rule, example: BadExample): readonly string[] {
	const text = withoutMarks(example.bad);
	return lint(parse(text), exampleContext(rule, example, text))
		.filter((problem) => problem.rule === rule.id)
		.flatMap(({ fixes }) => fixes.slice(0, 1).map(({ kind }) => kind));
}

function examplePart(example: BadExample | GoodExample): string {
	const [verdict, text] = 'bad' in example ? ['Reported in', example.bad] : ['Right, in', example.good];
	const intro = `${verdict} \`${example.file}\`${target(example)}:`;
	const fixed = 'bad' in example && example.fixed !== undefined ? `\n\nFixed:\n\n${block(example.fixed)}` : '';
	const note = example.note === undefined ? '' : `\n\n${example.note}`;
	return `${intro}\n\n${block(text)}${fixed}${otherFiles(example)}${note}`;
}

/** What the example is meant for, where that is not the usual: `, for systemd 215 and 2 machines`. */
function target({ release, fleetRelease, machines }: BadExample | GoodExample): string {
	const named = [
		...(release === undefined ? [] : [`systemd ${release}`]),
		...(fleetRelease === undefined ? [] : [`fleet ${fleetRelease}`]),
		...(machines === undefined ? [] : [machines.length === 1 ? '1 machine' : `${machines.length} machines`]),
	];
	return named.length === 0 ? '' : `, for ${named.join(' and ')}`;
}

function otherFiles({ others = {} }: BadExample | GoodExample): string {
	return Object.entries(others)
		.map(([name, text]) => `\n\nBeside it, \`${name}\`:\n\n${block(text)}`)
		.join('');
}

function block(text: string): string {
	return `\`\`\`ini\n${visible(text.replace(/^\n/, ''))}\`\`\``;
}

/** Draws what nobody can see: blanks after a backslash, carriage returns, NUL, bytes that are no text. */
function visible(text: string): string {
	return text
		.replace(/(?<=\\)[ \t]+(?=\r?\n)/g, (blanks) => '·'.repeat(blanks.length))
		.replaceAll('\r', '␍')
		.replaceAll('\0', '␀')
		.replace(/[\udc80-\udcff]/g, (unit) => `\\x${(unit.charCodeAt(0) - 0xdc00).toString(16).toUpperCase()}`);
}

function withoutMarks(marked: string): string {
	return marked
		.replace(/^\n/, '')
		.split('\n')
		.filter((line) => !/^\s*\^/.test(line))
		.join('\n');
}
