// The name of a template where systemd wants that of a unit that runs.

import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import { expandName, isTemplateName } from '../workspace/names.ts';
import { referencesOf } from '../workspace/references-of.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';

/** A dependency on a template, into which systemd puts an instance of its own choice. */
export const templateDependency = defineRule({
	id: 'template-dependency',
	group: 'names',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A dependency on a template without its instance',
	why: 'A template does not run. systemd quietly puts an instance into the name: that of the unit which names it, and for a unit that is no instance the beginning of its own name, which hardly anybody means.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Unit]
Wants=redis@.service
      ^^^^^^^^^^^^^^ \`redis@.service\` is a template, and systemd makes it \`redis@web.service\` here; name the instance

[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web-announce@.service',
			bad: `
[Unit]
Wants=web@.service
      ^^^^^^^^^^^^ \`web@.service\` is a template, and systemd makes it \`web@%i.service\` here; write that

[Service]
ExecStart=/usr/bin/announce
`,
			fixed: `
[Unit]
Wants=web@%i.service

[Service]
ExecStart=/usr/bin/announce
`,
			note: 'Only an info: it is what was meant.',
		},
		{
			file: 'web-announce@.service',
			good: `
[Unit]
Wants=web@%i.service

[Service]
ExecStart=/usr/bin/announce
`,
		},
	],
	check(unit, { file, report }) {
		if (file === undefined) return;
		for (const { directive, name, span } of referencesOf(unit)) {
			if (!isTemplateName(name) || notDependencies.has(directive)) continue;
			const becomes = meaning(name, file);
			const instantiated = file.instance !== undefined;
			const message = `\`${name}\` is a template, and systemd makes it \`${becomes}\` here; ${instantiated ? 'write that' : 'name the instance'}`;
			report(span, message, {
				...(instantiated && { severity: 'info' }),
				fixes: instantiated ? [replaceFix(span, becomes, 'safe', `Write \`${becomes}\``)] : [],
			});
		}
	},
});

/** What `systemctl enable` reads, and single names of units to start, go other ways. */
const notDependencies = new Set([
	'Alias',
	'Also',
	'RequiredBy',
	'Service',
	'Slice',
	'Sockets',
	'Unit',
	'UpheldBy',
	'WantedBy',
]);

/** As systemd reads it; the instance of a template or one of its instances is best written as `%i`. */
function meaning(name: string, file: UnitFileName): string {
	return file.instance === undefined ? expandName(name, file) : name.replace('@.', '@%i.');
}
