// A mount, automount or swap whose file is not named after its path.

import { defineRule } from './rule.ts';
import { settingOf } from './support/counting-settings.ts';
import { replaceFix } from './support/edits.ts';
import { nameOfPath, pathKeys, pathOfUnit } from './support/path-name.ts';
import { wholeUnit } from './support/whole-unit.ts';

/** A path that is not that of the unit's name. */
export const misnamedMount = defineRule({
	id: 'misnamed-mount',
	group: 'units',
	severity: 'error',
	since: '0.1.0',
	summary: 'A mount, automount or swap whose file is not named after its path',
	why: 'Units of these kinds are found by their path: `/srv/data` is `srv-data.mount`, with `-` for `/`, and `\\x2d` for a `-` in the path (`systemd-escape --path` makes such names). systemd refuses a unit whose `Where=`, or `What=` of a swap, is another path.',
	reference: 'systemd.mount(5), systemd.automount(5), systemd.swap(5)',
	examples: [
		{
			file: 'data.mount',
			bad: `
[Mount]
What=/dev/vdb1
Where=/srv/data
      ^^^^^^^^^ the mount of \`/srv/data\` must be named \`srv-data.mount\`, and systemd refuses \`data.mount\`; rename the file, or write \`/data\`
`,
			fixed: `
[Mount]
What=/dev/vdb1
Where=/data
`,
		},
		{
			file: 'swap-file.swap',
			bad: `
[Swap]
What=/swap-file
     ^^^^^^^^^^ the swap of \`/swap-file\` must be named \`swap\\x2dfile.swap\`, and systemd refuses \`swap-file.swap\`; rename the file, or write \`/swap/file\`
`,
			fixed: `
[Swap]
What=/swap/file
`,
		},
		{
			file: 'srv-data.mount',
			good: `
[Mount]
What=/dev/vdb1
Where=/srv/data/
`,
		},
	],
	check(unit, context) {
		const { file } = context;
		const key = file?.kind && pathKeys[file.kind];
		if (file === undefined || key === undefined || file.instance !== undefined) return;
		const whole = wholeUnit(unit, context);
		const path = whole && settingOf(whole, key);
		if (!path?.here) return;
		const { text, span } = path.entry.value;
		const right = nameOfPath(text);
		const name = `${right}.${file.kind}`;
		// Paths with specifiers are anybody's guess, and overlong names are made otherwise.
		if (right === undefined || name === file.unit || text.includes('%') || name.length > longestName) return;
		const named = pathOfUnit(file);
		const advice = named === undefined ? 'rename the file' : `rename the file, or write \`${named}\``;
		context.report(
			span,
			`the ${file.kind} of \`${text}\` must be named \`${name}\`, and systemd refuses \`${file.unit}\`; ${advice}`,
			{ fixes: named === undefined ? [] : [replaceFix(span, named, 'unsafe', `Write \`${named}\``)] },
		);
	},
});

const longestName = 255;
