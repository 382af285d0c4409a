// A `fleet-units: allow` comment that silences nothing. Found while suppressions are applied, in suppressions.ts.

import { defineRule } from './rule.ts';

/** A suppression comment without effect. */
export const unusedSuppression = defineRule({
	id: 'unused-suppression',
	group: 'suppression',
	severity: 'hint',
	since: '0.1.0',
	summary: 'A suppression comment that silences nothing',
	why: 'The fault it allowed is gone, or its rule is misspelt; left in place, it would hide the next real one.',
	reference: 'docs/usage.md',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
# fleet-units: allow unknown-directive — read by our own tool
                     ^^^^^^^^^^^^^^^^^ \`unknown-directive\` finds nothing here to allow; remove the comment
ExecStart=/usr/bin/web
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
# fleet-units: allow unknown-directive — read by our own tool
Colour=blue
ExecStart=/usr/bin/web
`,
		},
	],
});
