// Words for the shell at the other end: ssh(1) joins its arguments with spaces and hands the text to the person's shell
// there, which reads it anew. So each word is quoted to stay one word.

import { ClusterError } from '../../errors.ts';

/** The arguments for ssh that run a command: one text, or none for a shell. */
export function remoteCommand(words: readonly string[], verbatim = false): readonly string[] {
	if (words.length === 0) return [];
	return [verbatim ? words.join(' ') : words.map(quote).join(' ')];
}

/** A word that any shell reads as that word. Plain ones stay as they are. Throws `refused` for what no word can hold. */
export function quote(word: string): string {
	if (word.includes('\0')) throw new ClusterError('refused', `${JSON.stringify(word)} has a NUL, which no command can`);
	if (/^[A-Za-z0-9_@%+=:,./-]+$/.test(word)) return word;
	return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Programs that are run on machines without asking a person. */
const allowed: ReadonlySet<string> = new Set(['systemctl', 'journalctl']);

/** Throws `refused` for a command that is neither of `systemctl` and `journalctl`, after `sudo` or alone. */
export function checkCommand(command: readonly string[]): void {
	const [program = ''] = command[0] === 'sudo' ? command.slice(1) : command;
	if (allowed.has(program)) return;
	throw new ClusterError('refused', `${JSON.stringify(program)} is not run on machines`, {
		advice: 'open a shell there and run it yourself',
	});
}
