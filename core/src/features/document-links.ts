// Links in values: the addresses of Documentation, and files that EnvironmentFile reads. Where a file lies is the host's
// business; a page of the manual is looked up on the web, where every distribution's are.

import { findDirective } from '../catalogue/lookup.ts';
import { sourceSpan } from '../syntax/joined.ts';
import { splitWords } from '../syntax/quoting.ts';
import type { Span } from '../syntax/span.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';

/** A piece of text that leads somewhere. */
export interface DocumentLink {
	readonly span: Span;
	/** `uri`: an address on the web. `file`: an absolute path, as the unit will see it. */
	readonly kind: 'uri' | 'file';
	readonly target: string;
}

/** The links of a file, in file order. What has specifiers in it leads nowhere yet. */
export function documentLinks({ sections }: UnitFile): readonly DocumentLink[] {
	return sections.flatMap(({ name, entries }) => entries.flatMap((entry) => linksIn(name, entry)));
}

function linksIn(section: string, entry: Entry): readonly DocumentLink[] {
	switch (findDirective(section, entry.key.text)?.value) {
		case 'documentation-uri':
			return documentationLinks(entry);
		case 'path-optional':
			return fileLink(entry);
		default:
			return [];
	}
}

function documentationLinks({ value }: Entry): readonly DocumentLink[] {
	return splitWords(value.text, { unquote: true, relax: true }).words.flatMap(({ text, span: { start, end } }) => {
		const link = documentationTarget(text);
		return link === undefined ? [] : [{ span: sourceSpan(value, start, end), ...link }];
	});
}

function documentationTarget(text: string): Omit<DocumentLink, 'span'> | undefined {
	if (text.includes('%')) return undefined;
	if (/^https?:\/\/\S/.test(text)) return { kind: 'uri', target: text };
	if (text.startsWith('file:/')) return { kind: 'file', target: text.replace(/^file:(?:\/\/)?/, '') };
	const [, page, section] = /^man:([a-z0-9][a-z0-9.@_+:-]*)\((\d)[a-z]*\)$/i.exec(text) ?? [];
	return page === undefined ? undefined : { kind: 'uri', target: manualUrl(page, section ?? '') };
}

/** Asks for the page of the current stable release of Debian, which has most of them. */
function manualUrl(page: string, section: string): string {
	return `https://manpages.debian.org/${encodeURIComponent(page)}.${section}`;
}

function fileLink({ value }: Entry): readonly DocumentLink[] {
	const path = value.text.replace(/^-/, '');
	if (!path.startsWith('/') || /[%*?[]/.test(path)) return [];
	const start = value.text.length - path.length;
	return [{ span: sourceSpan(value, start, value.text.length), kind: 'file', target: path }];
}
