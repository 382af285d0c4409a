// A rule → its page in docs/rules, and the list of all pages.
import {
	type BadExample,
	defaultSettings,
	type GoodExample,
	lint,
	parse,
	type Rule,
	readUnitFileName,
} from '../../core/src/index.ts';

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

function fixKinds(rule: Rule, { file, bad, release }: BadExample): readonly string[] {
	const text = withoutMarks(bad);
	const context = { ...defaultSettings, ...(release && { release }), file: readUnitFileName(file) };
	return lint(parse(text), context)
		.filter((problem) => problem.rule === rule.id)
		.flatMap(({ fixes }) => fixes.slice(0, 1).map(({ kind }) => kind));
}

function examplePart(example: BadExample | GoodExample): string {
	const target = example.release === undefined ? '' : `, for systemd ${example.release}`;
	const intro =
		'bad' in example ? `Reported in \`${example.file}\`${target}:` : `Right, in \`${example.file}\`${target}:`;
	const text = 'bad' in example ? example.bad : example.good;
	const fixed = 'bad' in example && example.fixed !== undefined ? `\n\nFixed:\n\n${block(example.fixed)}` : '';
	return `${intro}\n\n${block(text)}${fixed}${example.note === undefined ? '' : `\n\n${example.note}`}`;
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
