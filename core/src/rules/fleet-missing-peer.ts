// MachineOf= of a unit that the workspace does not have.

import { filesNamed } from '../workspace/names.ts';
import { nearUnit } from '../workspace/near-names.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { rename } from './support/rename.ts';
import { hasCompany, namedPeers, placeOf } from './support/workspace-file.ts';

/** `MachineOf=` that names no unit of the workspace. */
export const fleetMissingPeer = defineRule({
	id: 'fleet-missing-peer',
	group: 'fleet',
	severity: 'info',
	since: '0.1.0',
	summary: '`MachineOf=` of a unit that the workspace does not have',
	why: 'fleet waits until a unit of exactly this name is on a machine. If none ever comes, this unit is never scheduled, and fleet does not say why. Units that were made elsewhere are not known here, so this is no more than a question.',
	reference: 'fleet v1.0.0 agent.AgentState.AbleToRun',
	examples: [
		{
			file: 'web-announce@.service',
			others: {
				'web-server@.service': '\n[Service]\nExecStart=/usr/bin/web\n\n[X-Fleet]\nConflicts=web-server@*.service\n',
			},
			bad: `
[X-Fleet]
MachineOf=web-sever@%i.service
          ^^^^^^^^^^^^^^^^^^^^ the workspace has no \`web-sever@.service\`, and fleet waits for one; did you mean \`web-server@%i.service\`
`,
			fixed: `
[X-Fleet]
MachineOf=web-server@%i.service
`,
		},
		{
			file: 'web-announce.service',
			others: { 'db.service': '\n[Service]\nExecStart=/usr/bin/db\n\n[X-Fleet]\nGlobal=true\n' },
			bad: `
[X-Fleet]
MachineOf=web.service
          ^^^^^^^^^^^ the workspace has no \`web.service\`, and fleet waits for one
`,
		},
		{
			file: 'web-announce.service',
			others: { 'web.service': '\n[Service]\nExecStart=/usr/bin/web\n' },
			good: `
[X-Fleet]
MachineOf=web.service
`,
		},
	],
	check(unit, context) {
		const place = placeOf(context);
		if (place === undefined || !hasCompany(place)) return;
		for (const { text, expanded, span } of namedPeers(unit, context)) {
			if (filesNamed(place.view, expanded).length > 0) continue;
			const meant = rename(text, expanded, nearUnit(place.view, expanded));
			const hint = meant === undefined ? '' : `; did you mean \`${meant}\``;
			context.report(span, `the workspace has no \`${withoutSymbol(expanded)}\`, and fleet waits for one${hint}`, {
				fixes: meant === undefined ? [] : [replaceFix(span, meant, 'unsafe', `Change to \`${meant}\``)],
			});
		}
	},
});

/** A template’s `%i` stands for any instance: none of them is there, as there is no template. */
function withoutSymbol(name: string): string {
	return name.replace('@%i.', '@.');
}
