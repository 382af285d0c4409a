// A glob where systemd wants the name of a unit.

import { isGlob } from '../fleet/glob.ts';
import { referencesOf } from '../workspace/references-of.ts';
import { defineRule } from './rule.ts';

/** A dependency on all units whose names match, which systemd does not know. */
export const globDependency = defineRule({
	id: 'glob-dependency',
	group: 'names',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A glob in a dependency',
	why: 'Only fleet’s `Conflicts=` and `Replaces=` know globs. In a dependency systemd takes `*` for part of a name, finds that no unit may be called so, logs one line and skips the name.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Unit]
Requires=docker.service
After=docker.service neo4j@*.service
                     ^^^^^^^^^^^^^^^ systemd knows no globs in \`After=\` and skips this name; write the names of the units

[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web@.service',
			good: `
[Unit]
After=neo4j@%i.service

[Service]
ExecStart=/usr/bin/web

[X-Fleet]
Conflicts=web@*.service
`,
		},
	],
	check(unit, { report }) {
		for (const { directive, name, span } of referencesOf(unit)) {
			if (!isGlob(name)) continue;
			report(span, `systemd knows no globs in \`${directive}=\` and skips this name; write the names of the units`);
		}
	},
});
