// Hover inside [X-Fleet]: what the section comes to, and what units, globs, metadata and machines a value means.

import { describe, expect, test } from 'vitest';
import { checkHover, hoverAt } from '../support/check-features.ts';

const machines = [
	{ id: '11111111aaaa', metadata: { role: 'web', region: 'us' } },
	{ id: '22222222bbbb', metadata: { role: 'web', region: 'eu' } },
	{ id: '33333333cccc', metadata: { role: 'db' } },
];

describe('what the section comes to', () => {
	const text =
		'[X-Fleet]\nMachineMetadata=role=web\nMachineMetadata="region=us" "region=eu"\nConflicts=hello@*.service\n';

	test('is said on the header, in words', () => {
		expect(hoverAt('web.service', text.replace('X-', 'X<|>-'))).toContain(
			'\n\nAs the file stands, the unit **runs on machines with role=web and ',
		);
	});

	test('is said on keys, with signs of Markdown escaped', () => {
		expect(hoverAt('web.service', text.replace('Conf', 'Conf<|>'))).toContain(
			'role=web and \\(region=us or region=eu\\), never beside hello\\@\\*\\.service**.',
		);
	});

	test('leaves the instance of a template open', () => {
		expect(hoverAt('web@.service', '[X-Fleet]\nMachine<|>Of=db@%i.service\n')).toContain(
			'runs beside db\\@%i\\.service**',
		);
		expect(hoverAt('web@1.service', '[X-Fleet]\nMachine<|>Of=db@%i.service\n')).toContain(
			'runs beside db\\@1\\.service**',
		);
	});

	test('is that fleet refuses the file, if it does', () => {
		expect(hoverAt('web.service', '[X-Fl<|>eet]\nGlobal=true\nMachineOf=db.service\n')).toContain(
			'As the file stands, **fleet refuses it**: Global cannot be used with Peers.',
		);
		expect(hoverAt('web.service', '[X-Fl<|>eet]\nGlobal=true\n[Unit\n')).toContain('**fleet refuses it**: ');
	});

	test('is not said of drop-ins, which fleet does not read, nor of other sections', () => {
		expect(hoverAt('web.service.d/10-a.conf', '[X-Fl<|>eet]\nGlobal=true\n')).not.toContain('As the file stands');
		expect(hoverAt('web.service', '[Unit<|>]\n[X-Fleet]\nGlobal=true\n')).not.toContain('As the file stands');
	});
});

describe('MachineOf', () => {
	const others = {
		'b.service': '[Unit]\nDescription=The *second*\n[X-Fleet]\nMachineOf=c@1.service\n',
		'c@.service': '[Unit]\nDescription=The third\n[X-Fleet]\nMachineOf=d-%i.service\n',
	};

	test('shows the whole chain, each unit with its description', () => {
		checkHover(
			'a.service',
			'[Unit]\nDescription=The first\n[X-Fleet]\nMachineOf=b<|>.service\n',
			`
b.service
---
**b\\.service** — a unit to share a machine with

\`a.service\` → \`b.service\` → \`c@1.service\` → \`d-1.service\` — not in the workspace

- \`a.service\` — The first
- \`b.service\` — The \\*second\\*
- \`c@1.service\` — The third
- \`d-1.service\``,
			{ others },
		);
	});

	test('marks a chain that comes back', () => {
		const back = { 'b.service': '[X-Fleet]\nMachineOf=a.service' };
		expect(hoverAt('a.service', '[X-Fleet]\nMachineOf=b<|>.service\n', { others: back })).toContain(
			'`a.service` → `b.service` → `a.service` — **a cycle**',
		);
		expect(hoverAt('a.service', '[X-Fleet]\nMachineOf=a<|>.service\n', { others: back })).toContain(
			'`a.service` → `a.service` — **a cycle**',
		);
	});

	test('follows only the item under the caret, and each chain that begins there', () => {
		const fork = {
			'b.service': '[X-Fleet]\nMachineOf=c.service\nMachineOf=d.service',
			'c.service': '',
			'd.service': '',
		};
		const found = hoverAt('a.service', '[X-Fleet]\nMachineOf="x.service" "b<|>.service"\n', { others: fork });
		expect(found).toContain('`a.service` → `b.service` → `c.service`\\\n`a.service` → `b.service` → `d.service`');
		expect(found).not.toContain('x.service');
		expect(found).toMatch(/^"b\.service"\n/);
	});

	test('says what a specifier comes to', () => {
		const found = hoverAt('a@.service', '[X-Fleet]\nMachineOf=%p<|>-db@%i.service\n', { others });
		expect(found).toContain(
			'**%p\\-db\\@%i\\.service** — a unit to share a machine with\n\nHere it is `a-db@%i.service`.',
		);
		expect(found).toContain('`a@%i.service` → `a-db@%i.service` — not in the workspace');
	});

	test('says the least where only the file itself is known', () => {
		checkHover(
			'a.service',
			'[X-Fleet]\nMachineOf=b<|>.service\n',
			'b.service\n---\n**b\\.service** — a unit to share a machine with',
		);
	});
});

describe('Conflicts and Replaces', () => {
	const others = {
		'web@.service': '[Unit]\nDescription=Web',
		'web@1.service': '',
		'db.service': '[Unit]\nDescription=<b>Data</b>',
	};

	test('list the units that a glob matches', () => {
		checkHover(
			'a.service',
			'[X-Fleet]\nConflicts=db* web<|>@*\n',
			`
web@*
---
**web\\@\\*** — never on one machine with such units

It matches 2 other units of the workspace:

- \`web@.service\` — Web
- \`web@1.service\``,
			{ others },
		);
		expect(hoverAt('a.service', '[X-Fleet]\nReplaces=d<|>b.service\n', { others })).toBe(
			'db.service\n---\n**db\\.service** — takes the place of such units\n\n' +
				'It matches 1 other unit of the workspace:\n\n- `db.service` — \\<b\\>Data\\<\\/b\\>',
		);
	});

	test('list ten units and say how many more there are', () => {
		const many = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`many-${index + 10}.service`, '']));
		const found = hoverAt('a.service', '[X-Fleet]\nConflicts=many<|>-*\n', { others: many }) ?? '';
		expect(found).toContain('13 other units');
		expect(found.match(/^- `many-/gm)).toHaveLength(10);
		expect(found).toMatch(/\n- and 3 more$/);
	});

	test('say that a glob matches nothing', () => {
		expect(hoverAt('a.service', '[X-Fleet]\nConflicts=no<|>ne\n', { others })).toContain(
			'It matches no other unit of the workspace.',
		);
	});

	test('say what matching oneself means', () => {
		expect(hoverAt('a.service', '[X-Fleet]\nConflicts=*<|>.service\n')).toContain('The unit itself is exempt.');
		expect(hoverAt('a@.service', '[X-Fleet]\nConflicts=%p<|>@*.service\n')).toContain(
			'Here it is `a@*.service`.\n\nIt matches the other instances of this template.',
		);
	});

	test('before fleet 1.0, blanks part nothing', () => {
		expect(hoverAt('a.service', '[X-Fleet]\nConflicts=a<|> b\n', { fleetRelease: '0.13' })).toMatch(/^a b\n/);
	});
});

describe('metadata and machines', () => {
	test('metadata says what it means, and which machines have it', () => {
		checkHover(
			'a.service',
			'[X-Fleet]\nMachineMetadata=role<|>=web\n',
			`
role=web
---
**role=web** — metadata of a machine

Only machines whose metadata \`role\` is \`web\`, letter by letter.

2 of 3 machines of the cluster have it:

- \`11111111aaaa\` — region=us, role=web
- \`22222222bbbb\` — region=eu, role=web`,
			{ machines },
		);
	});

	test('several values of one key are a choice', () => {
		const found = hoverAt('a.service', '[X-Fleet]\nMachineMetadata="region=us" "reg<|>ion=eu"\n', { machines });
		expect(found).toContain('`region` is `us` or `eu`');
		expect(found).toContain('2 of 3 machines');
	});

	test('metadata that no machine has says so', () => {
		expect(hoverAt('a.service', '[X-Fleet]\nMachineMetadata=role<|>=x\n', { machines })).toContain(
			'**None** of 3 machines',
		);
		expect(hoverAt('a.service', '[X-Fleet]\nMachineMetadata=constructor<|>=x\n', { machines })).toContain(
			'**None** of',
		);
	});

	test('metadata that fleet ignores says so', () => {
		expect(hoverAt('a.service', '[X-Fleet]\nMachineMetadata=role=web re<|>gion=us\n')).toContain(
			'**role=web region=us** — fleet ignores this value\n\nIt is not one key, one `=` and one value',
		);
	});

	test('a machine is found by its ID or the first eight characters', () => {
		for (const id of ['11111111aaaa', '11111111']) {
			expect(hoverAt('a.service', `[X-Fleet]\nMachineID=<|>${id}\n`, { machines })).toContain(
				'a machine of the cluster\n\n- `11111111aaaa` — region=us, role=web',
			);
		}
		expect(hoverAt('a.service', '[X-Fleet]\nMachineID=<|>1111\n', { machines })).toContain('no machine of the cluster');
		expect(hoverAt('a.service', '[X-Fleet]\nMachineID=<|>1111\n')).toBeUndefined();
	});

	test('what a cluster tells cannot become Markdown', () => {
		const evil = [{ id: '`x`', metadata: { a: '[x](y)' } }];
		expect(hoverAt('a.service', '[X-Fleet]\nMachineID=<|>`x`\n', { machines: evil })).toContain(
			'- `` `x` `` — a=\\[x\\]\\(y\\)',
		);
	});
});

test('words of Global are explained as before', () => {
	expect(hoverAt('a.service', '[X-Fleet]\nGlobal=t<|>rue\n')).toContain('**true** — a value of `Global=` in [X-Fleet]');
});

test('empty values say nothing', () => {
	expect(hoverAt('a.service', '[X-Fleet]\nMachineOf=<|>\n')).toBeUndefined();
});
