// A value that goes on in the next line without a backslash. The broken blank after a backslash and the blank line
// between have rules of their own.

import { defineRule } from './rule.ts';
import { continueLine, lineInk } from './support/edits.ts';
import { lostLines } from './support/lost-lines.ts';

/** A line that belongs to the value above, which lacks its backslash. */
export const missingContinuation = defineRule({
	id: 'missing-continuation',
	group: 'syntax',
	severity: 'error',
	since: '0.1.0',
	summary: 'A value goes on in the next line, but no `\\` says so',
	why: 'The value ends at the line break. systemd drops the lost line (or takes it for a setting of its own, if it holds an `=`) and runs the command that is left; fleet refuses the unit, or stores it cut in two.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run --rm --name %n \\
  -p 80:80
  -v /srv/web:/srv/web \\
  ^^^^^^^^^^^^^^^^^^^^^^ this line is lost: the line above does not end in \`\\\`
  example/web
`,
			fixed: `
[Service]
ExecStart=/usr/bin/docker run --rm --name %n \\
  -p 80:80 \\
  -v /srv/web:/srv/web \\
  example/web
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  --env "ROLE=web"
  --env "ZONE=a" \\
  ^^^^^^^^^^^^^^^^ this line is lost: the line above does not end in \`\\\`
  example/web
`,
			fixed: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  --env "ROLE=web" \\
  --env "ZONE=a" \\
  example/web
`,
			note: 'The lost line holds an `=`, so systemd takes it for an unknown setting.',
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/docker run --rm \\
  --env "ROLE=web" \\
  example/web
Restart=always
`,
		},
	],
	check(unit, { report }) {
		for (const { item, above, break: cause, certain } of lostLines(unit).values()) {
			const [first] = item.lines;
			if (cause !== 'no-backslash' || first === undefined) continue;
			const edits = [continueLine(unit, above)];
			report(lineInk(unit, first), 'this line is lost: the line above does not end in `\\`', {
				fixes: [{ title: 'Add `\\` to the line above', kind: certain ? 'safe' : 'unsafe', edits }],
				related: [{ span: lineInk(unit, above), message: 'the value ends here' }],
			});
		}
	},
});
