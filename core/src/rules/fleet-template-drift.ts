// The file of an instance that is no longer its template's text.

import type { PlacedOption } from '../fleet/model.ts';
import { readOptions } from '../fleet/options.ts';
import type { Span } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { folderOf } from '../workspace/folders.ts';
import type { IndexedFile } from '../workspace/model.ts';
import { familyOf } from '../workspace/names.ts';
import { defineRule } from './rule.ts';
import { fleetReading } from './support/fleet-options.ts';
import { type Place, placeOf, wholeFile } from './support/workspace-file.ts';

/** An instance whose file differs from the template beside it. */
export const fleetTemplateDrift = defineRule({
	id: 'fleet-template-drift',
	group: 'fleet',
	severity: 'hint',
	since: '0.1.0',
	summary: 'An instance that differs from its template',
	why: 'To fleet an instance is a copy that is made once: what changes in the template later never reaches it. A file for an instance is submitted as it is, and the template beside it is not looked at.',
	reference: 'fleet v1.0.0 fleetctl',
	examples: [
		{
			file: 'web@1.service',
			others: {
				'web@.service':
					'\n[Service]\nExecStart=/usr/bin/web --port 80\nRestart=always\n\n[X-Fleet]\nConflicts=web@*.service\n',
			},
			bad: `
[Service]
ExecStart=/usr/bin/web --port 8080
          ^^^^^^^^^^^^^^^^^^^^^^^^ from here on this instance differs from its template \`web@.service\`; fleet takes this file, and not the template
Restart=always

[X-Fleet]
Conflicts=web@*.service
`,
		},
		{
			file: 'web@1.service',
			others: { 'web@.service': '\n[Service]\nExecStart=/usr/bin/web\n\n[X-Fleet]\nConflicts=web@*.service\n' },
			good: `
# The same but for comments and blanks, which fleet does not keep.
[Service]
ExecStart = /usr/bin/web
[X-Fleet]
Conflicts=web@*.service
`,
		},
	],
	check(unit, context) {
		const place = placeOf(context);
		const template = place && templateBeside(place);
		if (place === undefined || template === undefined || template.canonical === place.file.canonical) return;
		const { options } = fleetReading(unit, context.fleetRelease);
		const span = firstDifference(options, readOptions(template.unit.text, context.fleetRelease).options);
		const message = `from here on this instance differs from its template \`${template.name.unit}\`; fleet takes this file, and not the template`;
		context.report(span ?? endOf(unit), message);
	},
});

function templateBeside({ view, file }: Place): IndexedFile | undefined {
	const { unit, instance, dropIn, generated } = file.name;
	if (instance === undefined || instance === '' || dropIn || generated) return undefined;
	const folder = folderOf(file.path);
	const template = (view.byUnit.get(familyOf(unit)) ?? []).find(({ path }) => folderOf(path) === folder);
	return template !== undefined && (template.fleet || file.fleet) ? template : undefined;
}

/** The first option that is not the template's; `undefined` if the template only has more of them. */
function firstDifference(options: readonly PlacedOption[], template: readonly PlacedOption[]): Span | undefined {
	const at = options.findIndex((option, index) => !isSame(option, template[index]));
	const option = options[at];
	if (option === undefined) return undefined;
	const sameKey = template[at]?.name === option.name && template[at]?.section === option.section;
	return sameKey && option.value !== '' ? option.valueSpan : option.nameSpan;
}

function isSame(a: PlacedOption, b: PlacedOption | undefined): boolean {
	return a.section === b?.section && a.name === b.name && a.value === b.value;
}

function endOf(unit: UnitFile): Span {
	const last = unit.sections.at(-1)?.entries.at(-1);
	return last === undefined ? wholeFile(unit) : { start: last.key.span.start, end: last.value.span.end };
}
