// The hosts that a person's ssh config names, to choose from. Patterns are no hosts, and what an Include names is read,
// too; everything else of the config is ssh's own business.

import { readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { matchGlob } from '../../../core/src/fleet/glob.ts';

/** Names of hosts in the person's ssh config, in its order; none where there is no config. */
export async function sshHosts(file: string = path.join(homedir(), '.ssh', 'config')): Promise<readonly string[]> {
	return [...new Set(await hostsIn(file, deepestInclude))];
}

/** As deep as ssh_config(5) lets Include go. */
const deepestInclude = 16;

async function hostsIn(file: string, depth: number): Promise<readonly string[]> {
	const text = await readFile(file, 'utf8').catch(() => '');
	const found = await Promise.all(
		directivesOf(text).map(async ({ key, words }) => {
			if (key === 'host') return words.filter((word) => !/[*?!]/.test(word));
			if (key !== 'include' || depth === 0) return [];
			const files = (await Promise.all(words.map((word) => filesOf(word, file)))).flat();
			return (await Promise.all(files.map((one) => hostsIn(one, depth - 1)))).flat();
		}),
	);
	return found.flat();
}

/** `Host a b` and `Host=a`, keys in lower case; words may be in double quotes (ssh_config(5)). */
function directivesOf(text: string): readonly { readonly key: string; readonly words: readonly string[] }[] {
	return text.split('\n').flatMap((line) => {
		const [, key, rest] = /^\s*([A-Za-z]+)(?:\s*=\s*|\s+)(.*?)\s*$/.exec(line) ?? [];
		if (key === undefined || rest === undefined) return [];
		const words = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
		return [{ key: key.toLowerCase(), words }];
	});
}

/** The files that an Include means: beside the config unless it says otherwise, the last part maybe a glob. */
async function filesOf(word: string, config: string): Promise<readonly string[]> {
	const file = path.resolve(path.dirname(config), word.replace(/^~(?=\/)/, homedir()));
	const names = await readdir(path.dirname(file)).catch((): string[] => []);
	return names
		.filter((name) => matchGlob(path.basename(file), name))
		.sort()
		.map((name) => path.join(path.dirname(file), name));
}
