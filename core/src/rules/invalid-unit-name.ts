// Files that are named like units and that systemd does not take for units.

import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import type { UnitKind } from '../catalogue/unit-kinds.ts';
import { sliceLevelFlaw, unitNameFlaw } from '../values/unit-name.ts';
import { defineRule } from './rule.ts';
import { isFleetUnit } from './support/sections.ts';
import { hasTemplateMark } from './support/template-text.ts';
import { wholeFile } from './support/workspace-file.ts';

/** A file name that systemd does not take for that of a unit. */
export const invalidUnitName = defineRule({
	id: 'invalid-unit-name',
	group: 'names',
	severity: 'error',
	since: '0.1.0',
	summary: 'A file that ends like a unit and that systemd passes over for its name',
	why: 'The name of a unit is made of letters, digits and `:-_.\\@`, and has 255 characters at the most. Files with other names are passed over without a word. Slices and mounts are named after what they are, so that they have no templates.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'my web.service',
			bad: `
[Service]
^^^^^^^^^ systemd takes no file named \`my web.service\` for a unit; use letters, digits and \`:-_.\\@\`, 255 in all at the most
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'data@.mount',
			bad: `
[Mount]
^^^^^^^ systemd takes no file named \`data@.mount\` for a unit, because such a unit is named after its path; write one for each
What=/dev/vdb1
`,
		},
		{
			file: 'my-web@blue.service',
			good: `
[Service]
ExecStart=/usr/bin/web
`,
		},
	],
	check(unit, { file, report }) {
		// fleet has names of its own, and a rule for them.
		if (file?.kind === undefined || file.dropIn || isFleetUnit(unit)) return;
		if (file.generated || hasTemplateMark(file.unit) || /[{}<>$%]/.test(file.unit)) return;
		const fault = faultOf(file);
		if (fault !== undefined) report(wholeFile(unit), `systemd takes no file named \`${file.unit}\` for a unit${fault}`);
	},
});

function faultOf({ unit, kind, instance }: UnitFileName): string | undefined {
	const after = kind && instance !== undefined ? namedAfter[kind] : undefined;
	if (after !== undefined) return `, because such a unit is named after ${after}; write one for each`;
	if (unitNameFlaw(unit) !== undefined) return '; use letters, digits and `:-_.\\@`, 255 in all at the most';
	if (kind !== 'slice' || sliceLevelFlaw(unit) === undefined) return undefined;
	return ', because `-` parts the levels of slices; put a name on both sides of each';
}

const namedAfter: Readonly<Partial<Record<UnitKind, string>>> = {
	mount: 'its path',
	automount: 'its path',
	swap: 'its path',
	slice: 'its place among the slices',
};
