// Passwords and keys written into a unit for fleet, where the whole cluster can read them. Found by their names and
// by the form of access keys; what a credential looks like in general is not known here.

import { type Span, textAt } from '../syntax/span.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';
import { defineRule } from './rule.ts';
import { isFleetUnit } from './support/sections.ts';

/** `PASSWORD=…` with a literal value, or an access key, in a unit that goes into etcd. */
export const fleetLiteralCredential = defineRule({
	id: 'fleet-literal-credential',
	group: 'fleet',
	severity: 'hint',
	since: '0.1.0',
	summary: 'A password or key in a unit that fleet stores',
	why: 'fleet keeps units in etcd, where everybody who reaches etcd or the API can read them, and `fleetctl cat` prints them. A destroyed unit stays there, too. Let the unit read the value on the machine, from an `EnvironmentFile=` or from a store of secrets.',
	reference: 'fleet v1.0.0 registry',
	examples: [
		{
			file: 'db.service',
			bad: `
[Service]
Environment=DB_PASSWORD=hunter2
            ^^^^^^^^^^^^^^^^^^^ everybody who reaches etcd can read this \`DB_PASSWORD\`; let the unit read it from an \`EnvironmentFile=\` on the machine
ExecStart=/usr/bin/docker run --rm -e API_TOKEN=0123456789 example/db
                                      ^^^^^^^^^^^^^^^^^^^^ everybody who reaches etcd can read this \`API_TOKEN\`; let the unit read it from an \`EnvironmentFile=\` on the machine

[X-Fleet]
MachineMetadata=role=db
`,
		},
		{
			file: 'db.service',
			good: `
[Service]
EnvironmentFile=/etc/db.env
ExecStart=/usr/bin/docker run --rm -e DB_PASSWORD=\${DB_PASSWORD} -e API_TOKEN_FILE=/run/token example/db

[X-Fleet]
MachineMetadata=role=db
`,
		},
		{
			file: 'db.service',
			good: `
[Service]
Environment=DB_PASSWORD=hunter2
ExecStart=/usr/bin/db
`,
			note: 'Not for fleet: who may read the file is for the machine to say.',
		},
	],
	check(unit, { file, report }) {
		if (!isFleetUnit(unit) || file?.dropIn) return;
		for (const { name, entries } of unit.sections) {
			if (name === 'X-Fleet' || name === 'Unit' || name === 'Install') continue;
			for (const entry of entries) {
				for (const { what, span } of credentialsIn(unit, entry)) {
					const message = `everybody who reaches etcd can read this ${what}`;
					report(span, `${message}; let the unit read it from an \`EnvironmentFile=\` on the machine`);
				}
			}
		}
	},
});

interface Credential {
	readonly what: string;
	readonly span: Span;
}

// A name that ends in one of these words, so that PASSWORD_FILE and TOKEN_URL are none.
const secretName = '[A-Z0-9_]*(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|SECRET_KEY|ACCESS_KEY|PRIVATE_KEY)';
const assignment = new RegExp(`(?<![\\w$-])(${secretName}|--password)=("[^"]*"|'[^']*'|[^\\s"';&|]+)`, 'g');
const accessKey = /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/g;

function credentialsIn(unit: UnitFile, { value }: Entry): readonly Credential[] {
	const text = textAt(unit.text, value.span);
	const at = (index: number, length: number): Span => ({
		start: value.span.start + index,
		end: value.span.start + index + length,
	});
	const named = [...text.matchAll(assignment)]
		.filter(([, name = '', secret = '']) => isLiteral(name, secret))
		.map(({ 0: found, 1: name = '', index }) => ({ what: `\`${name}\``, span: at(index, found.length) }));
	const keys = [...text.matchAll(accessKey)].map(({ 0: found, index }) => ({
		what: 'access key',
		span: at(index, found.length),
	}));
	return [
		...named,
		...keys.filter(({ span }) => !named.some((other) => other.span.end >= span.end && other.span.start <= span.start)),
	];
}

/** No variable, specifier, path, address or yes-and-no, and nothing that is to be filled in. */
function isLiteral(name: string, quoted: string): boolean {
	const secret = quoted.replace(/^["']|["']$/g, '');
	if (secret === '' || /^[$%/<{[`*@]|:\/\/|\$[({A-Za-z]/.test(secret)) return false;
	if (/^(?:true|false|yes|no|on|off|none|null|0|1)$/i.test(secret)) return false;
	const placeholder =
		/^(?:x{3,}|\.{3}|change[-_]?me|replace[-_]?me|your[-_].*|my[-_]?(?:password|secret|token|key)|todo|example|secret|password|token|key|placeholder|dummy)$/i;
	return !placeholder.test(secret) && !name.startsWith('ALLOW_');
}
