// `npm run conformance`: prints how our verdicts agree with systemd's and what the rules find in Debian's units. With
// `--write` the figures go into docs/fidelity.md, between the marks of their section.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { valuesSection } from './conformance/report.ts';

const marks = { start: '<!-- generated: values -->', end: '<!-- end -->' } as const;
const page = 'docs/fidelity.md';
// The bundled script stands in .tsbuild/scripts.
const sharedFolder = fileURLToPath(new URL('../../../shared', import.meta.url));

function main(write: boolean): void {
	if (!existsSync(sharedFolder)) {
		console.error('../shared is absent: there is nothing to compare with');
		process.exitCode = 1;
		return;
	}
	const section = valuesSection(sharedFolder);
	console.log(section);
	if (write) writeFileSync(page, withSection(readFileSync(page, 'utf8'), section));
}

/** The page with the section in the place of the old one, or at its end. */
function withSection(text: string, section: string): string {
	const block = `${marks.start}\n\n${section}\n\n${marks.end}`;
	const start = text.indexOf(marks.start);
	const end = text.indexOf(marks.end, start);
	if (start === -1 || end === -1) return `${text.trimEnd()}\n\n${block}\n`;
	return text.slice(0, start) + block + text.slice(end + marks.end.length);
}

main(process.argv.includes('--write'));
