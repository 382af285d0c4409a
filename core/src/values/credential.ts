// Credentials: where they come from, what is in them, and which are imported (systemd.exec(5), “Credentials”).

import { byteLength } from '../syntax/byte-length.ts';
import { isBase64 } from './base64.ts';
import type { Flaw } from './fault.ts';
import { checkWhole } from './judge.ts';
import { isTooLong } from './path.ts';
import { plain } from './quote.ts';
import { hasWrongEscape } from './text.ts';
import { noItems, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `LoadCredential=`: `name`, or `name:source`, a path or the name of another credential. */
export const credentialLoad: ValueBehaviour = {
	check: checkWhole(judgeLoad),
	complete: () => noItems,
	describe: () => undefined,
};

/** `SetCredential=`: `name:content`, with C escapes, or encrypted in Base64. */
export const credentialSet: ValueBehaviour = {
	check: checkWhole(judgeSet),
	complete: () => noItems,
	describe: () => undefined,
};

/** `ImportCredential=`: a name or the start of names before `*`, since 257 also what to call them. */
export const credentialImport: ValueBehaviour = {
	check: checkWhole(judgeImport),
	complete: () => noItems,
	describe: () => undefined,
};

function isCredentialName(text: string): boolean {
	if (text === '' || text === '.' || text === '..' || text.includes('/')) return false;
	return /^[ -~]+$/.test(text) && !text.includes(':') && byteLength(text) <= 255;
}

function nameFlaw(text: string): Flaw | undefined {
	return isCredentialName(text)
		? undefined
		: { what: `\`${plain(text)}\` is no name of a credential`, advice: 'use ASCII without `/`' };
}

/** First release in which a name alone will do: the credential is one that the manager has. */
const lonelyNameSince = 248;

function judgeLoad(text: string, { release }: ValueContext): Flaw | undefined {
	const [name, source] = splitFirst(text);
	const wrong = nameFlaw(name);
	if (wrong === undefined && source === undefined && release < lonelyNameSince) {
		return { what: 'the credential has no source', advice: 'write `name:path`' };
	}
	if (wrong !== undefined || source === undefined || source === '') return wrong;
	const isPath = source.startsWith('/') && !/\/(?:\/|\.{1,2}(?:\/|$))/.test(source) && !isTooLong(source);
	if (isPath || isCredentialName(source)) return undefined;
	return {
		what: `\`${plain(source)}\` is neither a path nor the name of a credential`,
		advice: 'begin paths with `/`',
	};
}

/** First release that wants something after the colon. */
const contentNeededSince = 252;

function judgeSet(text: string, { directive, release }: ValueContext): Flaw | undefined {
	const [name, content] = splitFirst(text);
	if (content === undefined || (content === '' && release >= contentNeededSince)) {
		return { what: 'the credential has no content', advice: 'write `name:content`' };
	}
	const wrong = nameFlaw(name);
	if (wrong !== undefined) return wrong;
	if (directive.key === 'SetCredentialEncrypted') {
		return isBase64(content, release)
			? undefined
			: { what: 'the content is no Base64', advice: 'take it from `systemd-creds encrypt`' };
	}
	return hasWrongEscape(content)
		? { what: 'a backslash begins no escape that systemd knows', advice: 'double it' }
		: undefined;
}

const renameSince = 257;

function judgeImport(text: string, { release }: ValueContext): Flaw | undefined {
	const [pattern, renamed] = release < renameSince ? [text] : splitFirst(text);
	const name = pattern.replace(/\*$/, '');
	if (pattern !== '*' && (!isCredentialName(name) || /[*?[]/.test(name))) {
		return {
			what: `\`${plain(pattern)}\` is neither a credential nor the start of some`,
			advice: 'a `*` may stand at the end',
		};
	}
	return renamed === undefined || renamed === '' ? undefined : nameFlaw(renamed);
}

function splitFirst(text: string): readonly [string, string?] {
	const colon = text.indexOf(':');
	return colon === -1 ? [text] : [text.slice(0, colon), text.slice(colon + 1)];
}
