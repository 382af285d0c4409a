// Hover over specifiers: what they stand for, and what they become in the unit at hand.

import { expect, test } from 'vitest';
import { checkHover, hoverAt } from '../support/check-features.ts';

test('a specifier says what it stands for and what it becomes in this unit', () => {
	checkHover(
		'web@3.service',
		'[Service]\nExecStart=/usr/bin/docker run --name web-%<|>i web:1\n',
		`
%i
---
**\`%i\`** — a specifier

Instance name: what stands after the \`@\`.

- Becomes \`3\``,
	);
	expect(hoverAt('web.service', '[Unit]\nOnFailure=alert@<|>%n.service\n')).toContain('- Becomes `web.service`');
});

test('in a template, an instance shows what becomes of it', () => {
	expect(hoverAt('web@.service', '[Service]\nEnvironment=ID=<|>%i\n')).toContain('- Becomes `1` in `web@1.service`');
	expect(hoverAt('web@.service', '[Service]\nEnvironment=NAME=%<|>N\n')).toContain(
		'- Becomes `web@1` in `web@1.service`',
	);
});

test('what the manager or the machine decides is said to be so', () => {
	expect(hoverAt('a.service', '[Service]\nWorkingDirectory=<|>%S/app\n')).toContain(
		'- Becomes `/var/lib` in the system manager\n- Known since systemd 236',
	);
	expect(hoverAt('a.service', '[Service]\nEnvironment=HOST=<|>%H\n')).toContain('- Known on the machine only');
});

test('two percent signs are one', () => {
	expect(hoverAt('a.service', '[Service]\nEnvironment=FORMAT=<|>%%i\n')).toMatch(/^%%\n---\n.*a percent sign/);
	expect(hoverAt('a.service', '[Service]\nEnvironment=FORMAT=%<|>%i\n')).toMatch(/^%%\n/);
	expect(hoverAt('a.service', '[Service]\nEnvironment=FORMAT=%%<|>i\n')).toMatch(/^%%\n/);
	expect(hoverAt('a.service', '[Service]\nEnvironment=FORMAT=%%i<|>\n')).toBeUndefined();
});

test('a specifier that the directive does not read, or that is too new, is not taken for granted', () => {
	expect(hoverAt('a.service', '[Service]\nMemoryMax=<|>%i\n') ?? '').not.toContain('a specifier');
	expect(hoverAt('a.service', '[Unit]\nAfter=<|>%h.service\n') ?? '').not.toContain('a specifier');
	expect(hoverAt('a.service', '[Service]\nWorkingDirectory=<|>%S\n', { release: 219 })).toContain(
		'- **Too new** for your target, systemd 219: known since 236',
	);
});
