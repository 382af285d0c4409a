// The tutorial does what it says: its code blocks are run in their order, and come to the output that stands below them.

import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A code block of the page. */
interface Block {
	readonly language: string;
	readonly text: string;
}

const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-tutorial-'));
const blocks = readBlocks(readFileSync('docs/tutorial.md', 'utf8'));

beforeAll(() => {
	const installed = path.join(folder, 'package');
	mkdirSync(installed);
	cpSync('package.json', path.join(installed, 'package.json'));
	execFileSync(process.execPath, ['scripts/build.mjs', '--to', installed]);
	mkdirSync(path.join(folder, 'bin'));
	const program = path.join(folder, 'bin', 'fleet-units');
	writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${installed}/dist/cli.cjs" "$@"\n`);
	chmodSync(program, 0o755);
	cpSync('examples', path.join(folder, 'clone', 'examples'), { recursive: true });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

test('the page has its commands and what they print', () => {
	expect(blocks.filter(({ language }) => language === 'sh').length).toBeGreaterThan(12);
	expect(blocks.filter(({ language }) => language === 'text').length).toBeGreaterThan(8);
	expect(blocks.map(({ language }) => language).filter((language) => !['sh', 'text'].includes(language))).toEqual([]);
});

test('each command does what the page says', async () => {
	const [first, ...others] = blocks;
	if (first === undefined) throw new Error('there is no block');
	const cluster = openShell();
	await cluster.runUntil(first.text, 'Ctrl-C ends it');
	const shell = openShell();
	for (const [index, { language, text }] of others.entries()) {
		if (language !== 'sh') continue;
		const output = await shell.run(text);
		const expected = others[index + 1];
		expect.soft(output, text).toBe(expected?.language === 'text' ? expected.text : output);
		for (const [command, words] of alsoSaid) if (text.includes(command)) expect.soft(output, text).toContain(words);
	}
	await shell.close();
	await cluster.close();
}, 120_000);

/** What commands print among much that is different each time. */
const alsoSaid: readonly (readonly [command: string, words: string])[] = [
	['journal', 'Hello World\n'],
	['status', 'Active: active (running)'],
	[',ExecStart=/ust/,', 'left as they were: web@1.service, web@2.service; the same command goes on with them\n'],
	[',ExecStart=/usr/,', '2 of 2 instances of web@.service have '],
	['drain', 'hello-world.service → nowhere (now on 1f3a9c5e.../10.0.0.11)\n'],
	["destroy '*'", 'Destroyed web@2.service\n'],
];

function readBlocks(page: string): readonly Block[] {
	return [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({ language, text }));
}

/** A shell as a person has one: it stays where it was led to. Both its outputs are one. */
function openShell() {
	const env = { ...process.env, PATH: `${path.join(folder, 'bin')}:${process.env['PATH']}`, FLEETCTL_ENDPOINT: '' };
	// A group of its own, so that Ctrl-C reaches what runs in it.
	const shell = spawn(
		'bash',
		['-c', 'exec 2>&1; while IFS= read -r -d "" block; do eval "$block"; printf "\\0"; done'],
		{
			cwd: path.join(folder, 'clone'),
			env,
			detached: true,
		},
	);
	let printed = '';
	shell.stdout.on('data', (chunk) => {
		printed += String(chunk);
	});
	const closed = new Promise((resolve) => shell.once('close', resolve));
	const until = async (words: string) => {
		while (!printed.includes(words)) {
			if (shell.exitCode !== null) throw new Error(`the shell ended; it printed: ${printed}`);
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	};
	return {
		runUntil: async (block: string, words: string) => {
			shell.stdin.write(`${block}\0`);
			await until(words);
		},
		run: async (block: string) => {
			printed = '';
			shell.stdin.write(`${block}\0`);
			await until('\0');
			return printed.slice(0, printed.indexOf('\0'));
		},
		close: async () => {
			shell.stdin.end();
			if (shell.pid !== undefined) process.kill(-shell.pid, 'SIGINT');
			await closed;
		},
	};
}
