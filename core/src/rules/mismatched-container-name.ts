// `docker stop y` beside `docker run --name x`: somebody else's container, or none.

import { nearest } from '../catalogue/nearest.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { type ContainerName, compareNames, givenName, namesOf } from './support/container-names.ts';
import { type ContainerUse, placeOf, unitCommands } from './support/unit-commands.ts';

/** A clean-up or stop command that names a container which the unit does not run. */
export const mismatchedContainerName = defineRule({
	id: 'mismatched-container-name',
	group: 'commands',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A container is stopped or removed under another name than it runs',
	why: 'The unit’s own container is not touched: after `ExecStop=` it goes on running, or is killed the hard way, and the next start finds its name taken. The other name may be that of another unit’s container, which is stopped instead.',
	reference: 'docker-run(1)',
	examples: [
		{
			file: 'shop@.service',
			bad: `
[Service]
ExecStartPre=-/usr/bin/docker rm -f shop-%i
ExecStart=/usr/bin/docker run --rm --name shop-%i example/shop
ExecStop=/usr/bin/docker stop shop
                              ^^^^ this is not the container of this unit, which is \`shop-%i\`
`,
			fixed: `
[Service]
ExecStartPre=-/usr/bin/docker rm -f shop-%i
ExecStart=/usr/bin/docker run --rm --name shop-%i example/shop
ExecStop=/usr/bin/docker stop shop-%i
`,
		},
		{
			file: 'shop@.service',
			good: `
[Service]
ExecStartPre=-/usr/bin/docker rm -f %n
ExecStart=/usr/bin/docker run --rm --name %p@%i.service example/shop
ExecStop=/usr/bin/docker stop -t 3 shop@%i.service
`,
			note: 'Three ways to write one name.',
		},
		{
			file: 'shop.service',
			good: `
[Service]
Environment=NAME=shop
ExecStartPre=-/usr/bin/docker rm -f shop shop-data
ExecStart=/usr/bin/docker run --rm --name \${NAME} example/shop
ExecStop=/usr/bin/docker stop shop
ExecStop=/usr/bin/docker stop shop-proxy
`,
			note: 'What a variable holds is not known, and other containers may go along.',
		},
	],
	check(unit, context) {
		const { containers, opaque } = unitCommands(unit, context);
		if (opaque.some(({ key }) => key === 'ExecStart')) return; // It may run anything.
		const own = containers.filter(({ container }) => /^(?:run|create|start)$/.test(container.action)).map(ownNames);
		const main = containers.find((use) => use.key === 'ExecStart' && givenName(use) !== undefined);
		if (main === undefined || own.some((names) => names === undefined)) return;
		const known = own.flatMap((names) => names ?? []);
		for (const use of containers) reportForeign(unit, context, use, { main, known });
	},
});

/** The names that a command runs containers by; `undefined` if one of them cannot be read. */
function ownNames(use: ContainerUse): readonly ContainerName[] | undefined {
	if (use.container.action === 'start') return use.container.complete ? namesOf(use) : undefined;
	const name = givenName(use);
	if (name) return [name];
	// Without a name, docker makes one up that nobody can stop by.
	return use.container.complete || use.key !== 'ExecStart' ? [] : undefined;
}

interface Own {
	readonly main: ContainerUse;
	readonly known: readonly ContainerName[];
}

function reportForeign(unit: UnitFile, context: RuleContext, use: ContainerUse, own: Own): void {
	const name = givenName(own.main);
	const foreign = foreignNames(context, use, own);
	if (name === undefined || foreign.length === 0 || isCompanion(unit, context, use, own)) return;
	for (const { span } of foreign) {
		const title = `Change to \`${name.text}\``;
		const fix: Fix = { title, kind: 'unsafe', edits: [{ span: placeOf(use, span), text: name.text }] };
		context.report(placeOf(use, span), `this is not the container of this unit, which is \`${name.text}\``, {
			related: [{ span: placeOf(own.main, name.span), message: 'the name it runs by' }],
			fixes: foreign.length === 1 && /^[\w.%@-]+$/.test(name.text) ? [fix] : [],
		});
	}
}

/** The names of a stop or clean-up command, if none of them is or may be one of the unit's own. */
function foreignNames({ file }: RuleContext, use: ContainerUse, { known }: Own): readonly ContainerName[] {
	if (phaseOf(use) === undefined || !/^(?:kill|stop|rm)$/.test(use.container.action)) return [];
	const names = namesOf(use);
	const others = names.filter(({ text }) => known.every((name) => compareNames(text, name.text, file) === 'other'));
	return others.length === names.length ? others : [];
}

function phaseOf({ key }: ContainerUse): 'start' | 'stop' | undefined {
	if (key === 'ExecStartPre') return 'start';
	return key === 'ExecStop' || key === 'ExecStopPost' ? 'stop' : undefined;
}

/** The same phase sees to the unit's own container as well, so the name is that of a companion; but for a slip. */
function isCompanion(unit: UnitFile, context: RuleContext, use: ContainerUse, own: Own): boolean {
	const { containers, opaque } = unitCommands(unit, context);
	const beside = containers.filter(
		(other) => phaseOf(other) === phaseOf(use) && /^(?:kill|stop|rm)$/.test(other.container.action),
	);
	const cared = beside.some((other) => foreignNames(context, other, own).length === 0);
	const hidden = opaque.some(({ key, entry }) => key === use.key && /docker|podman/.test(entry.value.text));
	return (cared && !isSlip(use, own)) || hidden;
}

function isSlip(use: ContainerUse, { known }: Own): boolean {
	const right = known.map(({ text }) => text);
	// Numbers tell companions apart: `shop1` is no slip for `shop2`.
	return namesOf(use).some(({ text }) => {
		const near = nearest(text, right);
		return near !== undefined && near.replace(/\d/g, '') !== text.replace(/\d/g, '');
	});
}
