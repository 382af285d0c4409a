// Runs of `fleet-units lint` as people see them, and unit files of one kind each to run it on.

import { runCli } from './cli.ts';

/** Nothing to say. */
export const sound = '[Service]\nExecStart=/bin/true\n';
/** One warning that a safe fix mends. */
export const misspelt = '[Service]\nExecRelaod=/bin/true\nExecStart=/bin/true\n';
/** The same, mended. */
export const mended = '[Service]\nExecReload=/bin/true\nExecStart=/bin/true\n';
/** One error. */
export const broken = '[Service]\nRestart always\nExecStart=/bin/true\n';
/** A comment that is no UTF-8, and a text below it. */
export const withStrayByte = (text: string) => Buffer.concat([Buffer.from([0x23, 0xe9, 0x0a]), Buffer.from(text)]);

/** A run as a person sees it. */
export async function transcript(argv: readonly string[], surroundings: Parameters<typeof runCli>[1]): Promise<string> {
	const { code, stdout, stderr } = await runCli(['lint', ...argv], surroundings);
	const streams = [`stdout:\n${stdout}`, `stderr:\n${stderr}`].filter((stream) => !stream.endsWith(':\n'));
	return `\n${streams.join('')}exit ${code}\n`;
}
