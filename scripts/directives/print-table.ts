// Rows → the text of a table file: a header, then one row a line, sorted by key.
import type { Directive, DirectiveTable } from '../../core/src/catalogue/directive.ts';

/** The whole text of `core/src/catalogue/sections/<name>.ts`. */
export function printTable({ name, man, directives }: DirectiveTable): string {
	const constant = `${camelCase(name)}Directives`;
	return `// The directives of ${man}: facts, and one sentence of ours for each.
// \`npm run generate:directives\` makes every column but \`summary\` and \`replacedBy\`, which are written by hand.

import type { DirectiveTable } from '../directive.ts';

/** Directives that ${man} describes. */
export const ${constant}: DirectiveTable = {
	name: '${name}',
	man: '${man}',
	directives: [
${directives.map((row) => `\t\t${printRow(row)},`).join('\n')}
	],
};
`;
}

function printRow(row: Directive): string {
	return `{ ${Object.entries(row)
		.map(([column, value]) => `${column}: ${printValue(value)}`)
		.join(', ')} }`;
}

function printValue(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(printValue).join(', ')}]`;
	if (typeof value !== 'string') return String(value);
	return value.includes("'") ? JSON.stringify(value) : `'${value.replaceAll('\\', '\\\\')}'`;
}

/** `resource-control` → `resourceControl`. */
function camelCase(name: string): string {
	return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
