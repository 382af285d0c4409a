// What any editor must get from the language server, whatever its client is like. Each editor is driven by a probe in
// its own language (neovim/probe.lua, emacs/probe.el) that takes the same steps and gives its answers as JSON.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompletionItem, CompletionList, DocumentSymbol, Hover } from 'vscode-languageserver-types';
import { serverCommand, temporaryWorkspace, textOf } from './support.ts';

/** How an editor is started with its probe, given an empty home folder. */
export interface Client {
	readonly name: string;
	readonly command: string;
	readonly args: readonly string[];
}

interface Answers {
	readonly before: readonly Diagnostic[];
	readonly hover: Hover | null;
	readonly completion: CompletionList | readonly CompletionItem[];
	readonly symbols: readonly DocumentSymbol[];
	readonly after: readonly Diagnostic[];
}

interface Diagnostic {
	readonly line: number;
	readonly message: string;
}

const misspeltLine = 5;
const restartLine = 7;
const steps = [
	{ kind: 'diagnostics', count: 1 },
	{ kind: 'request', method: 'textDocument/hover', position: { line: restartLine, character: 2 } },
	{ kind: 'request', method: 'textDocument/completion', position: { line: restartLine, character: 4 } },
	{ kind: 'request', method: 'textDocument/documentSymbol' },
	{ kind: 'replace_line', line: misspeltLine, text: 'EnvironmentFile=/etc/web.env' },
	{ kind: 'diagnostics', count: 0 },
];

/** The suite of one editor. */
export function describeClient(client: Client): void {
	describe(`${client.name} on the language server`, () => {
		const workspace = temporaryWorkspace();
		let answers: Answers;
		beforeAll(async () => {
			answers = await ask(client, workspace.folder);
		});
		afterAll(() => workspace.remove());

		test('shows the problem in an opened file', () => {
			expect(answers.before).toEqual([{ line: misspeltLine, message: expect.stringContaining('EnvironmentFlie') }]);
		});

		test('explains the directive at the caret', () => {
			expect(JSON.stringify(answers.hover?.contents)).toContain(textOf('service', 'Restart'));
		});

		test('completes the directive at the caret', () => {
			const { completion } = answers;
			const items = 'items' in completion ? completion.items : completion;
			expect(items.map(({ label }) => label.replace(/=$/, ''))).toContain('RestartSec');
		});

		test('lists the sections', () => {
			expect(answers.symbols.map(({ name }) => name.replace(/[[\]]/g, ''))).toEqual(['Unit', 'Service', 'Install']);
		});

		test('takes the problem away when the line is corrected', () => {
			expect(answers.after).toEqual([]);
		});
	});
}

/** Runs the editor on a file of the workspace and reads what its probe has written. */
async function ask({ name, command, args }: Client, folder: string): Promise<Answers> {
	const spec = path.join(folder, 'probe.json');
	const report = path.join(folder, 'report.json');
	const file = path.join(folder, 'misspelt.service');
	writeFileSync(spec, JSON.stringify({ file, root: folder, language: 'systemd-unit', command: serverCommand, steps }));
	const home = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder };
	const env = { ...process.env, ...home, PROBE_SPEC: spec, PROBE_REPORT: report };
	const printed = await promisify(execFile)(command, [...args], { env, timeout: 100_000 }).catch(
		(error: unknown) => error,
	);
	if (!existsSync(report)) throw new Error(`${name} made no report: ${JSON.stringify(printed)}`);
	const { answers, error } = JSON.parse(readFileSync(report, 'utf8'));
	if (error !== undefined) throw new Error(`${name} could not do its steps: ${error}`);
	const [before, hover, completion, symbols, , after] = answers;
	return { before, hover, completion, symbols, after };
}
