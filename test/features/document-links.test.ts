// Links in values.

import { expect, test } from 'vitest';
import { documentLinks, parse } from '../../core/src/index.ts';

function linksIn(text: string): readonly string[] {
	return documentLinks(parse(text)).map(({ span, kind, target }) => {
		return `${text.slice(span.start, span.end)} → ${kind} ${target}`;
	});
}

test('documentation leads to addresses and pages of the manual', () => {
	expect(linksIn('[Unit]\nDocumentation=https://example.com/a man:web(8) \\\n  http://b\n')).toEqual([
		'https://example.com/a → uri https://example.com/a',
		'man:web(8) → uri https://manpages.debian.org/web.8',
		'http://b → uri http://b',
	]);
	expect(linksIn('[Unit]\nDocumentation="file:/usr/share/doc/web/README"\n')).toEqual([
		'"file:/usr/share/doc/web/README" → file /usr/share/doc/web/README',
	]);
});

test('files of variables are linked without their prefix', () => {
	expect(linksIn('[Service]\nEnvironmentFile=-/etc/default/web\n')).toEqual([
		'/etc/default/web → file /etc/default/web',
	]);
});

test('what leads nowhere yet, or to several files, is no link', () => {
	const lines = ['EnvironmentFile=/etc/%N', 'EnvironmentFile=/etc/web.d/*.env', 'EnvironmentFile=etc/web'];
	expect(linksIn(`[Service]\n${lines.join('\n')}\n[Unit]\nDocumentation=info:web web(8) https://%H/\n`)).toEqual([]);
});
