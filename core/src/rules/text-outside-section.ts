// Settings and other text before the first section header.

import { type Span, textAt } from '../syntax/span.ts';
import type { Entry, StrayLine } from '../syntax/tree.ts';
import { defineRule } from './rule.ts';
import { hasConflictMarker } from './support/conflict-markers.ts';

/** A line that no section owns. */
export const textOutsideSection = defineRule({
	id: 'text-outside-section',
	group: 'syntax',
	severity: 'warning',
	since: '0.1.0',
	summary: 'Text before the first section header',
	why: 'A setting belongs to the section above it. With none above, systemd logs one line and skips it, and fleet skips it in silence.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
Description=Web
^^^^^^^^^^^^^^^ no section is open here, so this line is skipped; put it below a header such as [Unit]
[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			good: `
# The public web server.

[Service]
ExecStart=/usr/bin/web
`,
		},
	],
	check(unit, { report }) {
		for (const item of unit.preamble) {
			if ((item.kind !== 'entry' && item.kind !== 'stray') || hasConflictMarker(unit, item)) continue;
			const span = whole(item);
			if (textAt(unit.text, span).startsWith('#')) {
				report(span, 'the byte order mark before this comment makes it text to systemd; save the file without one');
			} else {
				report(span, 'no section is open here, so this line is skipped; put it below a header such as [Unit]');
			}
		}
	},
});

function whole(item: Entry | StrayLine): Span {
	return item.kind === 'entry'
		? { start: item.key.span.start, end: Math.max(item.equals + 1, item.value.span.end) }
		: item.content.span;
}
