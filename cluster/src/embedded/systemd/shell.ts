// What a shell script does, as far as units usually have it: commands one after the other, `exit`, `exec`, endless
// loops that print and sleep, and traps. It is a guess at scripts, no shell: conditions, variables and pipes are not
// followed.

import { type Deed, quick } from './deed.ts';

/** The deed of a script. `run` tells what a single command does. */
export function scriptDeed(script: string, run: (words: readonly string[]) => Deed): Deed {
	const deed = loopDeed(script, run) ?? listDeed(withoutTraps(script), run);
	return ignoresTerm(script) ? { ...deed, stopAfter: Number.POSITIVE_INFINITY } : deed;
}

const endlessLoop =
	/^(.*?)\b(?:while\s+(?:true|:|\[\s*1\s*\]|sleep\s+\S+)|for\s*\(\(\s*;\s*;\s*\)\))\s*;?\s*do\b(.*)\bdone\b/s;

// What comes before the loop counts as its prelude; what it prints, and how long it sleeps, makes its talk.
function loopDeed(script: string, run: (words: readonly string[]) => Deed): Deed | undefined {
	const [, before, body] = endlessLoop.exec(script) ?? [];
	if (before === undefined || body === undefined) return undefined;
	const round = listDeed(`${/sleep\s+\S+/.exec(script)?.[0] ?? ''};${body.replace(/sleep\s+\S+/g, '')}`, run);
	const prelude = listDeed(withoutTraps(before), run);
	const every = Number.isFinite(round.duration) ? Math.max(round.duration, 1000) : 10_000;
	const text = round.output.at(-1);
	return {
		...{ ...quick, duration: Number.POSITIVE_INFINITY },
		output: [...prelude.output, ...(text === undefined ? [] : [text])],
		...(text !== undefined && { talk: { every, text } }),
	};
}

function listDeed(script: string, run: (words: readonly string[]) => Deed): Deed {
	let deed = quick;
	for (const { command, after } of splitList(script)) {
		if ((after === '&&' && deed.exitCode !== 0) || (after === '||' && deed.exitCode === 0)) continue;
		const words = splitWords(command);
		if (words[0] === 'exit') return { ...deed, exitCode: Number(words[1] ?? deed.exitCode) & 0xff };
		const next = run(words[0] === 'exec' ? words.slice(1) : words);
		deed = follow(deed, next);
		if (words[0] === 'exec' || !Number.isFinite(deed.duration)) return deed;
	}
	return deed;
}

function follow(first: Deed, second: Deed): Deed {
	const exitCode = second.exitCode === 203 ? 127 : second.exitCode; // The shell runs on where systemd gives up.
	const duration = first.duration + second.duration;
	return { ...second, exitCode, duration, output: [...first.output, ...second.output] };
}

interface ListItem {
	readonly command: string;
	/** What stands before it. */
	readonly after: ';' | '&&' | '||';
}

function splitList(script: string): readonly ListItem[] {
	const parts = script.split(/\s*(&&|\|\||[;\n])\s*/);
	const items: ListItem[] = [];
	for (let at = 0; at < parts.length; at += 2) {
		const before = parts[at - 1];
		const after = before === '&&' || before === '||' ? before : ';';
		const command = (parts[at] ?? '').trim();
		if (command !== '') items.push({ command, after });
	}
	return items;
}

/** Words with their quotes gone; redirections and what stands behind a pipe are left out. */
function splitWords(command: string): readonly string[] {
	const [first = ''] = command.split(/\s\|\s/);
	const words = first.match(/(?:\$\([^)]*\)|"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
	return words.filter((word) => !/^[0-9]?[<>]/.test(word)).map((word) => word.replace(/["']/g, ''));
}

function ignoresTerm(script: string): boolean {
	return /\btrap\s+(?:''|"")\s+(?:[A-Z0-9]+\s+)*(?:SIG)?(?:TERM|15)\b/.test(script);
}

function withoutTraps(script: string): string {
	return script.replace(/\btrap\s+(?:'[^']*'|"[^"]*"|-)[^;\n]*[;\n]?/g, '');
}
