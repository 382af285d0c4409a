// Headers of [X-Fleet] in comments: which of them count, and that what stands below them is told once.
import { expect, test } from 'vitest';
import { lint, parse } from '../../core/src/index.ts';
import { checkProblems, contextFor } from '../support/check-problems.ts';

test('the settings below the header are told there alone, up to the next header', () => {
	checkProblems(
		'web@.service',
		`
[Service]
ExecStart=/usr/bin/web

;; [x-fleet]
^^^^^^^^^^^^ fleet-commented-header: this header is commented out, and the settings below it count for [Service], where nobody reads them; remove the \`#\`
# the constraint
X-Conflicts=web@*.service
Global=true

[Install]
MachineID=0123abcd
^^^^^^^^^ misplaced-directive: \`MachineID\` has no effect in [Install]; it belongs in [X-Fleet]
`,
	);
});

test.each([
	['a word about the section', '# [X-Fleet] is what fleet reads\n# MachineID=0123abcd\n'],
	['a header without settings', '# [X-Fleet]\n# nothing yet\n'],
	['settings of another commented section', '# [X-Fleet]\n# [Install]\n# Conflicts=a.service\n'],
	['a setting that the section has, too', '[Unit]\n# [X-Fleet]\nConflicts=a.service\n'],
	['a commented section beside one that holds', '[X-Fleet]\nMachineID=0123abcd\n# [X-Fleet]\n# Global=true\n'],
])('%s is none', (_, text) => {
	expect(lint(parse(text), contextFor('web.service')).map(({ rule }) => rule)).toEqual([]);
});

test('a drop-in has no section for fleet that could be missing', () => {
	expect(lint(parse('# [X-Fleet]\n# Global=true\n'), contextFor('web.service.d/a.conf'))).toEqual([]);
});
