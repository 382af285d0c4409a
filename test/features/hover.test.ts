// Hover: what is said about sections, keys and words, and what is said of those that nobody knows.

import { expect, test } from 'vitest';
import { checkHover, hoverAt } from '../support/check-features.ts';

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

test('a key says what it does, takes and defaults to', () => {
	checkHover(
		'web.service',
		'[Service]\nGuess<|>MainPID=no\n',
		`
GuessMainPID
---
**GuessMainPID** — [Service]

For Type=forking without PIDFile: lets systemd guess which process is the main one.

- Takes \`yes\` or \`no\`
- Default: \`yes\`
- Of several lines the last one counts

[systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#GuessMainPID%3D)`,
	);
});

test('a key that people look up most has a longer text', () => {
	expect(hoverAt('web.service', '[Service]\nExec<|>Start=/a\n')).toContain('without a shell');
});

test('a closed set lists its words with their releases', () => {
	expect(hoverAt('web.service', '[Service]\nProtect<|>System=yes\n')).toContain(
		'- Takes a boolean or one of `no`, `yes`, `full`, `strict` (since 232)',
	);
});

test('a key says how several lines of it go together', () => {
	expect(hoverAt('a.service', '[Service]\nExec<|>Start=/a\n')).toContain(
		'- Several lines add up; an empty one clears those before it',
	);
	expect(hoverAt('a.service', '[Unit]\nAf<|>ter=a\n')).toContain('- Several lines add up\n');
	expect(hoverAt('a.service', '[Service]\nTy<|>pe=exec\n')).toContain('- Of several lines the last one counts');
});

test('a key says what the target release makes of it', () => {
	const at = (text: string, release: number) => hoverAt('a.service', text, { release });
	expect(at('[Service]\nExec<|>Condition=/a\n', 219)).toContain(
		'- **Too new** for your target, systemd 219: known since 243',
	);
	expect(at('[Service]\nExec<|>Condition=/a\n', 250)).toContain('- Known since systemd 243');
	expect(at('[Service]\nCPU<|>Shares=5\n', 260)).toContain(
		'- **Has no effect** in your target, systemd 260: without effect since 258',
	);
	expect(at('[Service]\nCPU<|>Shares=5\n', 219)).toContain(
		'- Works in your target, systemd 219; without effect from 258 on',
	);
	expect(at('[Service]\nFsck<|>PassNo=1\n', 260)).toContain('removed since 209');
});

test('an old name says its new one', () => {
	expect(hoverAt('a.service', '[Service]\nFail<|>ureAction=none\n')).toContain(
		'- **Renamed**: an old name of `[Unit] FailureAction`',
	);
	expect(hoverAt('a.service', '[Service]\nCPU<|>Shares=5\n')).toContain('- **Replaced** by `CPUWeight`');
});

test('a word of a closed set says whose it is', () => {
	checkHover(
		'web.service',
		'[Service]\nOOMPolicy = st<|>op\n',
		`
stop
---
**stop** — a value of \`OOMPolicy=\` in [Service]

Whether the service goes on, stops or is killed when the kernel OOM-kills one process.

- One of \`continue\`, \`stop\`, \`kill\`
- Default: \`DefaultOOMPolicy= (stop)\``,
	);
	expect(hoverAt('a.service', '[Service]\nDelegate=cpu mem<|>ory\n')).toMatch(/^memory\n/);
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

test('a less-than sign in our own sentences stays one', () => {
	expect(hoverAt('a.service', '[Service]\nSyslogLevel<|>Prefix=yes\n')).toContain('"\\<N>"');
});
