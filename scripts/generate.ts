// `npm run generate`: everything that can be derived from the rules: their list, their pages and the settings in
// package.json. With `--check` nothing is written; a file that would change is named, and the exit status is 1.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '../core/src/index.ts';
import { ruleIndex, rulePage } from './generate/rule-page.ts';
import { rulesSetting } from './generate/rule-settings.ts';

const rulesFolder = path.join('core', 'src', 'rules');
const pagesFolder = path.join('docs', 'rules');

function main(check: boolean): void {
	const catalogue = path.join(rulesFolder, 'catalogue.ts');
	const catalogueText = printCatalogue(ruleFiles());
	if (!check && readFileSync(catalogue, 'utf8') !== catalogueText) {
		writeFileSync(catalogue, catalogueText);
		// This process still holds the old list; a new one makes the rest.
		execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/generate.ts'], { stdio: 'inherit' });
		return;
	}
	const wanted = new Map([[catalogue, catalogueText], ...pages(), manifest()]);
	const stale = [...wanted].filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
	const surplus = existingPages().filter((file) => !wanted.has(file));
	if (check) report([...stale.map(([file]) => file), ...surplus]);
	else write(stale, surplus);
}

/** Names of the files that declare a rule. */
function ruleFiles(): readonly string[] {
	const declaresRule = (file: string) => readFileSync(path.join(rulesFolder, file), 'utf8').includes('= defineRule({');
	return readdirSync(rulesFolder)
		.filter((file) => file.endsWith('.ts') && declaresRule(file))
		.map((file) => file.replace(/\.ts$/, ''))
		.sort();
}

function printCatalogue(ids: readonly string[]): string {
	const constants = ids.map((id) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()));
	const names = [...ids, 'rule'].sort();
	const imports = names.map((id) =>
		id === 'rule'
			? "import type { Rule } from './rule.ts';"
			: `import { ${constants[ids.indexOf(id)]} } from './${id}.ts';`,
	);
	return `// Made by \`npm run generate\` from the files of this folder: every rule, by id.

${imports.join('\n')}

/** All rules, by id. */
export const allRules: readonly Rule[] = [
${constants.map((constant) => `\t${constant},`).join('\n')}
];
`;
}

function pages(): readonly [string, string][] {
	const each = allRules.map((rule): [string, string] => [path.join(pagesFolder, `${rule.id}.md`), rulePage(rule)]);
	return [...each, [path.join(pagesFolder, 'README.md'), ruleIndex(allRules)]];
}

function existingPages(): readonly string[] {
	if (!existsSync(pagesFolder)) return [];
	return readdirSync(pagesFolder).map((file) => path.join(pagesFolder, file));
}

/** package.json with a property for each rule below `fleetUnits.rules`. */
function manifest(): [string, string] {
	const text = JSON.parse(readFileSync('package.json', 'utf8'));
	const { properties } = text.contributes.configuration;
	properties['fleetUnits.rules'] = rulesSetting(allRules);
	return ['package.json', `${JSON.stringify(text, undefined, '\t')}\n`];
}

function write(stale: readonly (readonly [string, string])[], surplus: readonly string[]): void {
	mkdirSync(pagesFolder, { recursive: true });
	for (const [file, text] of stale) writeFileSync(file, text);
	for (const file of surplus) rmSync(file);
	console.log(`${stale.length} files written, ${surplus.length} removed`);
}

function report(files: readonly string[]): void {
	for (const file of files) console.error(`${file} is not up to date; run \`npm run generate\``);
	if (files.length > 0) process.exitCode = 1;
}

main(process.argv.includes('--check'));
