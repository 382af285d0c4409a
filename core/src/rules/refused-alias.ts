// Other names that `systemctl enable` does not give to a unit.

import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import { expandName } from '../workspace/names.ts';
import { type Reference, referencesOf } from '../workspace/references-of.ts';
import { defineRule } from './rule.ts';

/** An `Alias=` that does not fit the unit. */
export const refusedAlias = defineRule({
	id: 'refused-alias',
	group: 'units',
	severity: 'warning',
	since: '0.1.0',
	summary: 'An `Alias=` that `systemctl enable` refuses or passes over',
	why: 'An alias is a link to the unit file. It must be of the same sort: a template or an instance of one can only have aliases with an `@`, an instance only such with its own instance, and any other unit only such without. Mounts, automounts, swaps and slices are named after what they are and can have no aliases at all.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web@.service',
			bad: `
[Service]
ExecStart=/usr/bin/web %i

[Install]
Alias=www.service
      ^^^^^^^^^^^ a template cannot have the alias \`www.service\`, and \`systemctl enable\` fails; write a template such as \`www@.service\`
`,
		},
		{
			file: 'srv-data.mount',
			bad: `
[Mount]
What=/dev/vdb1
Where=/srv/data

[Install]
Alias=data.mount
      ^^^^^^^^^^ a mount is named after what it is and has no aliases, so \`systemctl enable\` passes over this; remove it
`,
		},
		{
			file: 'web@.service',
			good: `
[Service]
ExecStart=/usr/bin/web %i

[Install]
Alias=www@.service www-%i@%i.service
`,
		},
	],
	check(unit, { file, report }) {
		if (file?.kind === undefined) return;
		for (const reference of referencesOf(unit)) {
			if (reference.directive !== 'Alias') continue;
			const fault = faultOf(reference, file);
			if (fault !== undefined) report(reference.span, fault);
		}
	},
});

const withoutAliases: ReadonlySet<string> = new Set(['mount', 'automount', 'swap', 'slice']);

function faultOf({ name }: Reference, file: UnitFileName): string | undefined {
	const { kind, instance } = file;
	if (kind !== undefined && withoutAliases.has(kind)) {
		return `a ${kind} is named after what it is and has no aliases, so \`systemctl enable\` passes over this; remove it`;
	}
	// A name of another kind, and one with a folder, is another matter.
	if (!name.endsWith(`.${kind}`) || name.includes('/')) return undefined;
	const aliasInstance = /@([^.]*)\./.exec(expandName(name, file))?.[1];
	if (instance === undefined) {
		if (!name.includes('@')) return undefined;
		return `a unit that is no template cannot have the alias \`${name}\`, and \`systemctl enable\` fails; write a name without \`@\``;
	}
	if (aliasInstance === undefined) {
		return `a template cannot have the alias \`${name}\`, and \`systemctl enable\` fails; write a template such as \`${name.replace(/(\.[^.]*)$/, '@$1')}\``;
	}
	if (instance === '' || aliasInstance === instance || aliasInstance.includes('%')) return undefined;
	return `an alias of an instance has the same instance, and \`systemctl enable\` fails for \`${name}\`; write \`%i\` for \`${aliasInstance}\``;
}
