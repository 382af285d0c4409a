// Settings that fleet and systemd read differently for a reason that no other rule names.

import { defineRule } from './rule.ts';
import { isFleetUnit } from './support/sections.ts';
import { type Difference, differences, spanOf } from './support/two-readings.ts';

/** One text, two readers, two units. */
export const fleetReadsOtherwise = defineRule({
	id: 'fleet-reads-otherwise',
	group: 'fleet',
	severity: 'error',
	since: '0.1.0',
	summary: 'A setting that fleet and systemd read differently',
	why: 'fleet parses the file and writes it anew on the target machine, so what counts there is what fleet read. It keeps to other rules than systemd: a backslash at the end of a line always continues it, even after another backslash, and no line end but LF counts.',
	reference: 'go-systemd unit.Deserialize; systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
Environment=SHARE=C:\\\\
^^^^^^^^^^^^^^^^^^^^^^ systemd reads \`SHARE=C:\\\\\`, fleet \`SHARE=C:\\\\↵Environment=MODE=web\`; write the setting so that both read the same
Environment=MODE=web
ExecStart=/usr/bin/web

[X-Fleet]
MachineMetadata=role=web
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
Environment=SHARE=C:\\\\
Environment=MODE=web
ExecStart=/usr/bin/web
`,
			note: 'A unit for systemd alone.',
		},
	],
	check(unit, { file, fleetRelease, report }) {
		if (!isFleetUnit(unit) || file?.dropIn) return;
		for (const difference of differences(unit, fleetRelease)) {
			report(spanOf(difference), `${messageFor(difference)}; write the setting so that both read the same`);
		}
	},
});

function messageFor(difference: Difference): string {
	switch (difference.kind) {
		case 'unseen':
			return 'systemd reads this setting, and fleet does not';
		case 'extra':
			return `fleet reads a setting \`${shown(difference.option.name, 0)}\` here, and systemd does not`;
		case 'other':
			return otherMessage(difference);
	}
}

function otherMessage({ entry, option, sections }: Extract<Difference, { kind: 'other' }>): string {
	if (sections) return `fleet reads this as part of [${option.section}], and systemd does not`;
	if (option.name !== entry.key.text) return `systemd reads the key \`${entry.key.text}\`, fleet \`${option.name}\``;
	const systemd = entry.value.text;
	const from = Math.max(0, firstDifference(systemd, option.value) - 20);
	return `systemd reads \`${shown(systemd, from)}\`, fleet \`${shown(option.value, from)}\``;
}

function firstDifference(a: string, b: string): number {
	let at = 0;
	while (at < a.length && a[at] === b[at]) at++;
	return at;
}

const longest = 50;

function shown(text: string, from: number): string {
	const part = text
		.slice(from, from + longest)
		.replace(/\r?\n/g, '↵')
		.replaceAll('`', "'");
	return `${from > 0 ? '…' : ''}${part}${from + longest < text.length ? '…' : ''}`;
}
