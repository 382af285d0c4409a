// `Requires=` or `BindsTo=` without an order between the two units.

import { readUnitFileName, type UnitFileName } from '../catalogue/unit-file-name.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { dropInsOf } from '../workspace/drop-ins.ts';
import { expandName, isTemplateName, symbolicName } from '../workspace/names.ts';
import { type Reference, referencesOf } from '../workspace/references-of.ts';
import { defineRule } from './rule.ts';
import type { LintContext } from './settings.ts';
import { insertAfter } from './support/word-edits.ts';
import { directivesNaming, isUnitName, placeOf } from './support/workspace-file.ts';

/** A required unit that this one does not wait for. */
export const unorderedRequirement = defineRule({
	id: 'unordered-requirement',
	group: 'names',
	severity: 'info',
	since: '0.1.0',
	summary: 'A required unit that is not waited for',
	why: '`Requires=` and `BindsTo=` say that the other unit is started, too, and not that it comes first. Without `After=` both start at once: this one may look for the other too early, and starts even if the other fails to. Both lines together mean “only after it is active”. Where the other unit says `Before=`, that is the order.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Unit]
After=network.target
Requires=db.service
         ^^^^^^^^^^ \`Requires=\` sets no order: both units start at once, and this one does not wait for \`db.service\`; add \`After=db.service\`

[Service]
ExecStart=/usr/bin/web
`,
			fixed: `
[Unit]
After=network.target
Requires=db.service
After=db.service

[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			good: `
[Unit]
Requires=db.service web.socket
After=db.service

[Service]
ExecStart=/usr/bin/web
`,
			note: 'A socket comes before its service by itself.',
		},
		{
			file: 'web.service',
			others: { 'web-data.service': '\n[Unit]\nBefore=web.service\n\n[Service]\nExecStart=/usr/bin/make-data\n' },
			good: `
[Unit]
Requires=web-data.service

[Service]
ExecStart=/usr/bin/web
`,
		},
	],
	check(unit, context) {
		const { file, report } = context;
		if (file?.kind !== 'service' || file.dropIn) return;
		for (const { directive, name, span, entry } of unorderedIn(unit, file, context)) {
			const fault = `\`${directive}=\` sets no order: both units start at once, and this one does not wait for \`${name}\``;
			const edits = [insertAfter(unit, entry, `After=${name}`)];
			report(span, `${fault}; add \`After=${name}\``, {
				fixes: [{ title: `Add \`After=${name}\``, kind: 'unsafe', edits }],
			});
		}
	},
});

/** The requirements between which and the unit nobody sets an order, each unit once. */
function unorderedIn(unit: UnitFile, file: UnitFileName, context: LintContext): readonly Reference[] {
	const required = referencesOf(unit).filter(({ directive }) => directive === 'Requires' || directive === 'BindsTo');
	if (required.length === 0) return [];
	const ordered = orderedBy(unit, file, context);
	const unordered = new Map<string, Reference>();
	for (const reference of required) {
		const name = expandName(reference.name, file);
		// What a template's name means is another rule's question, and so is a unit that names itself.
		if (
			isTemplateName(reference.name) ||
			name === symbolicName(file) ||
			ordered.has(name) ||
			unordered.has(name) ||
			!isWaitedFor(name)
		)
			continue;
		if (![...directivesNaming(context, name)].some(isOrder)) unordered.set(name, reference);
	}
	return [...unordered.values()];
}

/** The units that this one names in an order, in its own file or in drop-ins. */
function orderedBy(unit: UnitFile, file: UnitFileName, context: LintContext): ReadonlySet<string> {
	const place = placeOf(context);
	const dropIns = place === undefined ? [] : dropInsOf(place.view, place.file);
	const files = [unit, ...dropIns.map((dropIn) => dropIn.unit)];
	const orders = files.flatMap((each) => referencesOf(each)).filter(({ directive }) => isOrder(directive));
	return new Set(orders.map(({ name }) => expandName(name, file)));
}

function isOrder(directive: string): boolean {
	return directive === 'After' || directive === 'Before';
}

/** Services and mounts take their time. Sockets, targets and devices have an order of their own with most units. */
function isWaitedFor(name: string): boolean {
	const kind = readUnitFileName(name)?.kind;
	return isUnitName(name) && (kind === 'service' || kind === 'mount' || name === 'network-online.target');
}
