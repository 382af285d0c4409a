// Names of manual pages, which end as arguments of a program.

import { expect, test } from 'vitest';
import { readManualPage } from '../../protocol/src/manual-page.ts';

test.each([
	['systemd.service(5)', { name: 'systemd.service', section: '5' }],
	['org.freedesktop.systemd1(5)', { name: 'org.freedesktop.systemd1', section: '5' }],
	['systemd-fsck@.service(8)', { name: 'systemd-fsck@.service', section: '8' }],
])('%s is a page', (page, parts) => {
	expect(readManualPage(page)).toEqual(parts);
});

test.each([
	['an option', '-Psh(1)'],
	['two words', 'a b(1)'],
	['a path', '../a(1)'],
	['a command', 'a;b(1)'],
	['no section', 'systemd.service'],
	['a longer section', 'perl(1p)'],
	['a line end', 'a(1)\n'],
	['no text', 5],
	['nothing', undefined],
])('%s is none', (_, page) => {
	expect(readManualPage(page)).toBeUndefined();
});
