// Absolute paths without `..`: one, or a list of words or with colons (path_simplify_and_warn() of systemd).

import { kernelPathsSince, keysOutsideKernelPaths, pathLimits } from '../catalogue/path-limits.ts';
import { byteLength } from '../syntax/byte-length.ts';
import type { Flaw } from './fault.ts';
import { checkWhole, checkWords } from './judge.ts';
import { plain } from './quote.ts';
import { noItems, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** A path, or several where the directive's row says so. */
export const path: ValueBehaviour = {
	check: (value, context) => checkByList(context)(value, context),
	complete: () => noItems,
	describe: () => undefined,
};

/** What is wrong with a text that should be an absolute path. */
export function judgePath(text: string, { directive, release }: ValueContext): Flaw | undefined {
	if (text.charCodeAt(0) !== slash) return text === '' ? emptyPath : notAbsolute(text);
	if (text.includes('..') && /(?:^|\/)\.\.(?:\/|$)/.test(text)) {
		return { what: `the path \`${plain(text)}\` has \`..\` in it`, advice: 'write where it leads' };
	}
	if (isTooLong(text)) return { what: 'the path is too long', advice: 'a name may have 255 bytes, the path 4095' };
	if (release < kernelPathsSince || !keysOutsideKernelPaths.has(directive.key)) return undefined;
	const kernelPath = /^\/+(?:proc|sys|dev)(?=\/|$)/.exec(text)?.[0];
	return kernelPath === undefined
		? undefined
		: { what: `the path lies below \`${kernelPath}\`, which belongs to the kernel`, advice: 'use another folder' };
}

/** Whether the names of a path, or all of it, are longer than Linux allows. */
export function isTooLong(text: string): boolean {
	if (text.length <= pathLimits.name / 3) return false;
	return byteLength(text) > pathLimits.path || text.split('/').some((name) => byteLength(name) > pathLimits.name);
}

const slash = 0x2f;

const emptyPath: Flaw = { what: 'a path is missing', advice: 'write it, or remove the separator' };

const checkOne = checkWhole(judgePath);
const checkMounts = checkWords(judgePath, { quoting: { unquote: true } });
const checkColons = checkWords(judgePath, { quoting: { separators: ':', dontCoalesceSeparators: true } });
// Below /run, where it is no absolute path.
const checkPidFile = checkWhole((text, context) => judgePath(text.startsWith('/') ? text : `/run/${text}`, context));

function checkByList({ directive: { key, list } }: ValueContext): ValueBehaviour['check'] {
	if (key === 'PIDFile') return checkPidFile;
	if (list === undefined) return checkOne;
	return list === 'colons' ? checkColons : checkMounts;
}

function notAbsolute(text: string): Flaw {
	const what = `\`${plain(text)}\` is no absolute path`;
	const unquoted = /^(["'])(\/.*)\1$/.exec(text)?.[2];
	if (unquoted !== undefined)
		return { what: 'the quotes are part of the path here', instead: unquoted, advice: 'remove them', certain: true };
	if (text.startsWith('~/')) return { what: `\`~\` is no home here: ${what}`, instead: `%h/${text.slice(2)}` };
	return { what, advice: 'begin it with `/`' };
}
