// Units that each start after the other.

import type { UnitFile } from '../syntax/tree.ts';
import { amendedBy } from '../workspace/drop-ins.ts';
import type { IndexedFile } from '../workspace/model.ts';
import { orderedInCircle, orderPath, unitsNamed } from '../workspace/order.ts';
import { type Reference, referencesOf } from '../workspace/references-of.ts';
import { defineRule } from './rule.ts';
import { type Place, placeOf } from './support/workspace-file.ts';

/** `After=` or `Before=` that closes a circle of units. */
export const orderCycle = defineRule({
	id: 'order-cycle',
	group: 'names',
	severity: 'warning',
	since: '0.1.0',
	summary: 'Units that each start after the other',
	why: 'systemd cannot start units in an order that runs in a circle. It leaves one of them out, which one is hard to foresee, or gives up if all of them are required.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web.service',
			others: { 'db.service': '\n[Unit]\nAfter=web.service\n\n[Service]\nExecStart=/usr/bin/db\n' },
			bad: `
[Unit]
Wants=db.service
After=db.service
      ^^^^^^^^^^ this closes a circle: \`web.service\` starts after \`db.service\`, and that one after \`web.service\`; systemd leaves one of them out; take one order away

[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			others: {
				'db.service': '\n[Service]\nExecStart=/usr/bin/db\n',
				'db.service.d/late.conf': '\n[Unit]\nAfter=cache.service\n',
				'cache.service': '\n[Unit]\nAfter=web.service\n\n[Service]\nExecStart=/usr/bin/cache\n',
			},
			bad: `
[Unit]
After=db.service
      ^^^^^^^^^^ this closes a circle: \`web.service\` starts after \`db.service\`, that one after \`cache.service\`, and that one after \`web.service\`; systemd leaves one of them out; take one order away

[Service]
ExecStart=/usr/bin/web
`,
			note: 'Drop-ins count, too.',
		},
		{
			file: 'web.service',
			others: { 'db.service': '\n[Unit]\nBefore=web.service\n\n[Service]\nExecStart=/usr/bin/db\n' },
			good: `
[Unit]
After=db.service

[Service]
ExecStart=/usr/bin/web
`,
		},
	],
	check(unit, context) {
		const place = placeOf(context);
		if (place === undefined) return;
		const orders = ordersIn(unit, place);
		if (orders.length === 0) return; // Nearly every unit names only units of the host.
		const circles = amendedBy(place.view, place.file).map((own) => ({ own, all: orderedInCircle(place.view, own) }));
		for (const order of orders) {
			const circle = circleOf(order, circles, place);
			if (circle === undefined) continue;
			context.report(order.reference.span, circleMessage(circle.map(({ name }) => name.unit)));
		}
	},
});

/** A name in After= or Before= with the units of the workspace that it means. */
interface Order {
	readonly reference: Reference;
	readonly others: readonly IndexedFile[];
}

function ordersIn(unit: UnitFile, { view, file }: Place): readonly Order[] {
	return referencesOf(unit)
		.filter(({ directive }) => directive === 'After' || directive === 'Before')
		.map((reference) => ({ reference, others: unitsNamed(view, file, reference.name) }))
		.filter(({ others }) => others.length > 0);
}

/** A unit file with all that stand in some circle with it. */
interface Circle {
	readonly own: IndexedFile;
	readonly all: ReadonlySet<IndexedFile>;
}

/** The units of the circle that an order closes, that of the file first and last. */
function circleOf(
	{ reference: { directive }, others }: Order,
	circles: readonly Circle[],
	{ view }: Place,
): readonly IndexedFile[] | undefined {
	for (const { own, all } of circles) {
		const other = others.find((each) => all.has(each));
		const [first, second] = directive === 'After' ? [own, other] : [other, own];
		const path = first && second && orderPath(view, second, first);
		if (path !== undefined) return directive === 'After' ? [own, ...path] : [...path, own];
	}
	return undefined;
}

function circleMessage([first = '', second = '', ...others]: readonly string[]): string {
	const steps = others.map((name, index) => {
		return `${index === others.length - 1 ? 'and ' : ''}that one after \`${name}\``;
	});
	const chain = [`\`${first}\` starts after \`${second}\``, ...steps].join(', ');
	return `this closes a circle: ${chain}; systemd leaves one of them out; take one order away`;
}
