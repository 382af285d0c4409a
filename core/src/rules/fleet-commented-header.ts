// `# [X-Fleet]`: the settings below it belong to the section above, or are commented out, too.

import { findDirective } from '../catalogue/lookup.ts';
import type { CommentLine, UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { type CommentedHeader, commentedHeaders } from './support/commented-header.ts';
import { replaceFix } from './support/edits.ts';
import { isFleetUnit } from './support/sections.ts';

/** An [X-Fleet] header that is commented out. */
export const fleetCommentedHeader = defineRule({
	id: 'fleet-commented-header',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'An [X-Fleet] header in a comment',
	why: 'Without its header a setting of `[X-Fleet]` belongs to the section above, where neither systemd nor fleet knows it: the constraint is gone, and the unit may run on any machine. So it may if all of the section is commented out, perhaps for a test that is long over.',
	reference: 'go-systemd unit.Deserialize',
	examples: [
		{
			file: 'web@.service',
			bad: `
[Service]
ExecStart=/usr/bin/web

# [X-Fleet]
^^^^^^^^^^^ this header is commented out, and the settings below it count for [Service], where nobody reads them; remove the \`#\`
MachineMetadata=role=web
Conflicts=web@*.service
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web

[X-Fleet]
MachineMetadata=role=web
Conflicts=web@*.service
`,
		},
		{
			file: 'web@.service',
			bad: `
[Service]
ExecStart=/usr/bin/web

#[X-Fleet]
^^^^^^^^^^ where this unit may run is commented out, and fleet puts it on any machine; remove the lines if that is meant
#Conflicts=web@*.service
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web

[X-Fleet]
Conflicts=web@*.service
`,
			note: 'A hint only.',
		},
		{
			file: 'web@.service',
			good: `
[Service]
ExecStart=/usr/bin/web

# [X-Fleet]
# MachineID=0123abcd

[X-Fleet]
Conflicts=web@*.service
`,
		},
	],
	check(unit, { file, report }) {
		if (file?.dropIn) return;
		for (const header of commentedHeaders(unit)) {
			const section = misplacedUnder(header, unit);
			const { content } = header.comment;
			if (section !== undefined) report(content, liveMessage(section), { fixes: [uncomment(header, unit)] });
			else if (header.commented.length > 0 && !isFleetUnit(unit)) {
				report(content, allMessage, { severity: 'hint', fixes: [uncommentAll(header, unit)] });
			}
		}
	},
});

/** The section above, if a setting below the header is none of its own. */
function misplacedUnder({ live }: CommentedHeader, { sections }: UnitFile): string | undefined {
	const [first] = live;
	const section = first && sections.find(({ entries }) => entries.includes(first));
	const strange = section && live.some(({ key }) => findDirective(section.name, key.text) === undefined);
	return strange ? section.name : undefined;
}

function liveMessage(section: string): string {
	return `this header is commented out, and the settings below it count for [${section}], where nobody reads them; remove the \`#\``;
}

const allMessage =
	'where this unit may run is commented out, and fleet puts it on any machine; remove the lines if that is meant';

function uncomment({ comment }: CommentedHeader, { text }: UnitFile): Fix {
	return replaceFix(comment.content, uncommented(comment, text), 'safe', 'Remove the `#`');
}

function uncommentAll({ comment, commented }: CommentedHeader, { text }: UnitFile): Fix {
	const edits = [comment, ...commented].map((line) => ({ span: line.content, text: uncommented(line, text) }));
	return { title: 'Remove the `#` of the section', kind: 'unsafe', edits };
}

function uncommented({ content }: CommentLine, text: string): string {
	return text.slice(content.start, content.end).replace(/^[#;\s]+/, '');
}
