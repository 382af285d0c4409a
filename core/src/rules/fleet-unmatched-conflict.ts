// Conflicts= with a glob that no unit of the workspace has a name for.

import { isGlob, isMalformedGlob, matchGlob } from '../fleet/glob.ts';
import { familyOf } from '../workspace/names.ts';
import { nearUnit } from '../workspace/near-names.ts';
import { filesMatching } from '../workspace/references.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { globsOf } from './support/fleet-globs.ts';
import type { FleetItem } from './support/fleet-settings.ts';
import { hasUnexpandedSpecifier } from './support/fleet-specifiers.ts';
import { rename } from './support/rename.ts';
import { hasUnitSuffix } from './support/unit-suffix.ts';
import { hasCompany, type Place, placeOf } from './support/workspace-file.ts';

/** `Conflicts=` that keeps no unit of the workspace away. */
export const fleetUnmatchedConflict = defineRule({
	id: 'fleet-unmatched-conflict',
	group: 'fleet',
	severity: 'info',
	since: '0.1.0',
	summary: '`Conflicts=` that matches no unit of the workspace',
	why: 'A glob that matches no unit keeps none away, and fleet says nothing of it. Units that were made elsewhere are not known here, and neither are those that fleet does not run: systemd’s own units never conflict here.',
	reference: 'fleet v1.0.0 agent.AgentState.hasConflict',
	examples: [
		{
			file: 'web@.service',
			others: { 'batch@.service': '\n[Service]\nExecStart=/usr/bin/batch\n\n[X-Fleet]\nConflicts=batch@*.service\n' },
			bad: `
[X-Fleet]
Conflicts=web@*.service
Conflicts=bacth@*.service
          ^^^^^^^^^^^^^^^ no unit of the workspace matches this, so it keeps none away; did you mean \`batch@*.service\`
`,
			fixed: `
[X-Fleet]
Conflicts=web@*.service
Conflicts=batch@*.service
`,
		},
		{
			file: 'web.service',
			others: { 'batch.service': '\n[Service]\nExecStart=/usr/bin/batch\n\n[X-Fleet]\nMachineMetadata=role=batch\n' },
			bad: `
[X-Fleet]
Conflicts=database.service
          ^^^^^^^^^^^^^^^^ no unit of the workspace matches this, so it keeps none away
`,
		},
		{
			file: 'web.service',
			others: { 'batch.service': '\n[Service]\nExecStart=/usr/bin/batch\n\n[X-Fleet]\nMachineMetadata=role=batch\n' },
			good: `
[X-Fleet]
Conflicts=web-*.service
`,
			note: 'Copies of this unit, which may be made when it is submitted.',
		},
	],
	check(unit, context) {
		const place = placeOf(context);
		if (place === undefined || !hasCompany(place)) return;
		for (const { item, setting } of globsOf(unit, context)) {
			if (setting.key !== 'Conflicts' || isOthersBusiness(item) || matchesAny(item, place)) continue;
			const meant = rename(item.text, item.expanded, nearUnit(place.view, item.expanded));
			const hint = meant === undefined ? '' : `; did you mean \`${meant}\``;
			context.report(item.span, `no unit of the workspace matches this, so it keeps none away${hint}`, {
				fixes: meant === undefined ? [] : [replaceFix(item.span, meant, 'unsafe', `Change to \`${meant}\``)],
			});
		}
	},
});

/** Rules that need no other file say what is wrong with these. */
function isOthersBusiness({ text, expanded }: FleetItem): boolean {
	if (/\s/.test(text) || hasUnexpandedSpecifier(text) || isMalformedGlob(expanded)) return true;
	return expanded.endsWith('@.service') || !(hasUnitSuffix(expanded) || isGlob(expanded));
}

function matchesAny({ expanded }: FleetItem, { view, file }: Place): boolean {
	const glob = expanded.replaceAll('%i', '*');
	const [beforeWildcard = ''] = glob.split(/[*?[]/);
	const own = file.name.prefix;
	// Copies under names such as web-1.service are often made only when they are submitted.
	if (beforeWildcard.startsWith(own) && beforeWildcard !== '') return true;
	return matchGlob(glob, file.name.unit) || familyOf(glob) === file.name.unit || filesMatching(view, glob).length > 0;
}
