// Hover: what is said about sections and words, and about what nobody knows. The card of a key: hover-card.test.ts.

import { expect, test } from 'vitest';
import { type HoverContext, hover, parse } from '../../core/src/index.ts';
import { checkHover, hoverAt } from '../support/check-features.ts';
import { contextFor } from '../support/check-problems.ts';
import { takeCaret } from '../support/marked-text.ts';

test('a section says what it is for and who has it', () => {
	checkHover(
		'web.service',
		'[Ser<|>vice]\n',
		`
[Service]
---
**Service** — a section of systemd

The program that the service runs, and how it starts, stops and restarts.

- In \`.service\``,
	);
});

test('the section of fleet is said to be fleet’s', () => {
	expect(hoverAt('web.service', '[X-F<|>leet]\n')).toContain('**X-Fleet** — a section of CoreOS fleet');
	expect(hoverAt('web.service', '[X-Fleet]\nGlo<|>bal=true\n')).toContain('**Global** — [X-Fleet], CoreOS fleet');
});

test('a closed set lists its words with their releases', () => {
	expect(hoverAt('web.service', '[Service]\nProtect<|>System=yes\n')).toContain(
		'- Takes a boolean or one of `no`, `yes`, `full`, `strict` (since 232)',
	);
});

test('a word of a closed set says whose it is', () => {
	checkHover(
		'web.service',
		'[Service]\nOOMPolicy = st<|>op\n',
		`
stop
---
**stop** — a value of \`OOMPolicy=\` in [Service]

The kill is logged, and systemd stops what remains in the ordinary way.

- One of \`continue\`, \`stop\`, \`kill\`
- Default: \`DefaultOOMPolicy= (stop)\``,
	);
	expect(hoverAt('a.service', '[Service]\nDelegate=cpu mem<|>ory\n')).toMatch(/^memory\n/);
});

test('yes and no say what they mean where the directive has more than those two', () => {
	expect(hoverAt('a.service', '[Service]\nProtectHome=y<|>es\n')).toContain('look empty and cannot be entered.\n');
	expect(hoverAt('a.service', '[Service]\nProtectHome=o<|>n\n')).toContain('look empty and cannot be entered.\n');
});

test('other ways to write yes and no are explained', () => {
	expect(hoverAt('a.service', '[Service]\nPrivateTmp=t<|>rue\n')).toContain('`yes`, `1`, `true`, `on` alike');
	expect(hoverAt('a.service', '[Service]\nProtectHome=o<|>ff\n')).toContain('`no`, `0`, `false`, `off` alike');
});

test('what is no word of the set, and open values, say nothing', () => {
	expect(hoverAt('a.service', '[Service]\nRestart=som<|>etimes\n')).toBeUndefined();
	expect(hoverAt('a.service', '[Service]\nExecStart=/bin/t<|>rue\n')).toBeUndefined();
	expect(hoverAt('a.service', '[Service]\n# Rest<|>art\n')).toBeUndefined();
	expect(hoverAt('a.service', '[Service]\nRestart <|> =no\n')).toBeUndefined();
});

test('a key in the wrong section says where it belongs', () => {
	expect(hoverAt('a.service', '[Unit]\nExec<|>Start=/a\n')).toContain('This key belongs in [Service].');
});

test('names from the file cannot become Markdown', () => {
	expect(hoverAt('a.service', '[Service]\n![x](htt<|>p://e)=1\n')).toContain(
		'**\\!\\[x\\]\\(http\\:\\/\\/e\\)** — not a directive',
	);
	expect(hoverAt('a.service', '[<b>*x*]\n`a`<|>=1\n')).toContain(
		'**\\`a\\`** — not a directive of \\[\\<b\\>\\*x\\*\\]',
	);
});

test('sections and keys of other programs are said to be theirs', () => {
	expect(hoverAt('a.service', '[X-O<|>wn]\n')).toContain('for other programs');
	expect(hoverAt('a.service', '[Service]\nX-O<|>wn=1\n')).toContain('for other programs');
	expect(hoverAt('a.service', '[Sevr<|>ice]\n')).toBeUndefined();
});

test('a less-than sign in a summary stays one, where a host gives no texts', () => {
	const { text, offset } = takeCaret('[Service]\nSyslogLevel<|>Prefix=yes\n');
	const found = hover(parse(text), offset, contextFor('a.service'));
	expect(found?.markdown).toContain('Reads a "\\<N>" at the start of an output line');
});

test('a value says what it amounts to', () => {
	const card = hoverAt('a.service', '[Service]\nTimeoutStartSec=1h<|> 30min\n');
	expect(card).toMatch(/^1h 30min\n---\n1h 30min = 5\s400 s$/);
});

test('a calendar says its next times, where a host has a clock', () => {
	const { text, offset } = takeCaret('[Timer]\nOnCalendar=da<|>ily\n');
	const now = () => ({ microseconds: Date.UTC(2026, 0, 31, 12) * 1000, zone: 'UTC' });
	const at = (context: HoverContext) => hover(parse(text), offset, context)?.markdown.replaceAll('\\', '');
	expect(at({ ...contextFor('a.timer'), now })).toMatch(/^daily = \*-\*-\* 00:00:00 {2}\nnext: .*2026-02-01 00:00:00/);
	expect(at(contextFor('a.timer'))).toBe('daily = *-*-* 00:00:00');
});
