// The name of a unit that is nearly that of a unit of the workspace.

import { expandName, filesNamed } from '../workspace/names.ts';
import { nearUnit } from '../workspace/near-names.ts';
import { isAlias } from '../workspace/references.ts';
import { referencesOf } from '../workspace/references-of.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { rename } from './support/rename.ts';
import { isUnitName, placeOf } from './support/workspace-file.ts';

/** A reference that looks like a slip of a unit’s name. */
export const misspeltUnit = defineRule({
	id: 'misspelt-unit',
	group: 'names',
	severity: 'info',
	since: '0.1.0',
	summary: 'A name that is nearly that of a unit of the workspace',
	why: 'systemd does not ask whether a unit that is named exists: what is ordered after it or wants it goes on without, and what requires it fails to start. Whether a machine has a unit of this name by itself is not known here, so only names that look like a slip are told.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web-announce@.service',
			others: { 'web-server@.service': '\n[Service]\nExecStart=/usr/bin/web\n' },
			bad: `
[Unit]
Wants=web-sever@%i.service
      ^^^^^^^^^^^^^^^^^^^^ no unit of the workspace has this name; did you mean \`web-server@%i.service\`

[Service]
ExecStart=/usr/bin/announce
`,
			fixed: `
[Unit]
Wants=web-server@%i.service

[Service]
ExecStart=/usr/bin/announce
`,
		},
		{
			file: 'web.service',
			others: { 'etcd2.service': '\n[Service]\nExecStart=/usr/bin/etcd2\n' },
			good: `
[Unit]
After=docker.service etcd.service

[Service]
ExecStart=/usr/bin/web
`,
			note: 'Other names are the machine’s own; names that differ in numbers alone are different units.',
		},
	],
	check(unit, context) {
		const place = placeOf(context);
		if (place === undefined) return;
		for (const { name, span } of referencesOf(unit)) {
			const expanded = expandName(name, place.file.name);
			if (!isUnitName(expanded) || filesNamed(place.view, expanded).length > 0) continue;
			const near = nearUnit(place.view, expanded);
			if (near === undefined || isAlias(place.view, expanded)) continue;
			const meant = rename(name, expanded, near);
			context.report(span, `no unit of the workspace has this name; did you mean \`${meant ?? near}\``, {
				fixes: meant === undefined ? [] : [replaceFix(span, meant, 'unsafe', `Change to \`${meant}\``)],
			});
		}
	},
});
