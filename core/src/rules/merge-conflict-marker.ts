// Conflict markers that git left in the file.

import { defineRule } from './rule.ts';
import { conflictMarkers } from './support/conflict-markers.ts';

/** A line of `<<<<<<<`, `=======` or `>>>>>>>`. */
export const mergeConflictMarker = defineRule({
	id: 'merge-conflict-marker',
	group: 'syntax',
	severity: 'error',
	since: '0.1.0',
	summary: 'A merge-conflict marker was committed',
	why: 'Both sides of the merge stand in the file, and the markers between them are read as lines of the unit: systemd drops them, fleet refuses the unit, and inside a continued value they become arguments.',
	reference: 'git-merge(1)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
<<<<<<< HEAD
^^^^^^^^^^^^ merge-conflict marker; choose a side and remove the markers
ExecStart=/usr/bin/web --blue
=======
^^^^^^^ merge-conflict marker; choose a side and remove the markers
ExecStart=/usr/bin/web --green
>>>>>>> green
^^^^^^^^^^^^^ merge-conflict marker; choose a side and remove the markers
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
# =======
ExecStart=/usr/bin/web
`,
		},
	],
	check(unit, { report }) {
		for (const { start, contentEnd } of conflictMarkers(unit.text)) {
			report({ start, end: contentEnd }, 'merge-conflict marker; choose a side and remove the markers');
		}
	},
});
