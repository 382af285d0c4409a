// Renaming units: the files after it, as one text.

import { expect, test } from 'vitest';
import { applyEdits, emptyWorkspace, indexFile, renameUnit, updateWorkspace } from '../../core/src/index.ts';
import { contextFor } from '../support/check-problems.ts';

const files: Readonly<Record<string, string>> = {
	'units/cache@.service': '[Unit]\nDescription=Cache %i\n[X-Fleet]\nConflicts=cache@*.service\n',
	'units/cache@1.service': '[Unit]\nDescription=First cache\n',
	'units/cache@1.service.d/10-more.conf': '[Unit]\nAfter=db.service\n',
	'units/db.service.j2': '[Unit]\nDescription=Database\n',
	'units/db.service.d/10-more.conf': '[Service]\nMemoryMax=1G\n',
	'units/web@.service':
		'[Unit]\nAfter=db.service cache@%i.service\n  Wants = \\\n  db.service\n[X-Fleet]\nMachineOf=cache@%i.service\n',
};

function renaming(name: string, newName: string, all = files) {
	const changes = new Map(Object.entries(all).map(([path, text]) => [path, indexFile(path, text)]));
	return renameUnit(updateWorkspace(emptyWorkspace, changes), name, newName, contextFor('units/x.service'));
}

/** What a rename does, as lines: paths that change, and lines that do. */
function drawn(name: string, newName: string, all = files): readonly string[] | string {
	const found = renaming(name, newName, all);
	if (found.kind === 'refused') return found.message;
	const moved = found.moves.map(({ from, to }) => `${from} → ${to}`);
	const edited = found.edits.flatMap(({ file, edits }) => {
		const after = applyEdits(file.unit.text, edits).split('\n');
		const before = file.unit.text.split('\n');
		return after.flatMap((line, at) => (line === before[at] ? [] : [`${file.path}: ${line}`]));
	});
	return [...moved, ...edited];
}

test('a unit takes its drop-ins and all that names it along', () => {
	expect(drawn('db.service', 'postgres.service')).toEqual([
		'units/db.service.j2 → units/postgres.service.j2',
		'units/db.service.d → units/postgres.service.d',
		'units/cache@1.service.d/10-more.conf: After=postgres.service',
		'units/web@.service: After=postgres.service cache@%i.service',
		'units/web@.service:   postgres.service',
	]);
});

test('a template takes its instances along, and an instance its template', () => {
	const all = [
		'units/cache@.service → units/redis@.service',
		'units/cache@1.service → units/redis@1.service',
		'units/cache@1.service.d → units/redis@1.service.d',
		'units/cache@.service: Conflicts=redis@*.service',
		'units/web@.service: After=db.service redis@%i.service',
		'units/web@.service: MachineOf=redis@%i.service',
	];
	expect(drawn('cache@.service', 'redis@.service')).toEqual(all);
	expect(drawn('cache@1.service', 'redis@1.service')).toEqual(all);
});

test.each([
	['another kind', 'db.socket', 'the new name must end in `.service`, too'],
	['no suffix', 'postgres', '`postgres` is no name of a unit'],
	['a character that names do not have', 'my db.service', '`my db.service` is no name of a unit'],
	['an instance', 'db@1.service', 'the part from the `@` to the suffix must stay as it is'],
	['the same name', 'db.service', 'the new name is the old one'],
])('a name that will not do is refused: %s', (_, newName, message) => {
	expect(drawn('db.service', newName)).toContain(message);
});

test('a name that another unit has is refused, with its path', () => {
	expect(drawn('cache@.service', 'web@.service')).toBe('`web@.service` is there already: units/web@.service');
});

test('a unit that no file is, is not renamed', () => {
	expect(drawn('network.target', 'net.target')).toBe('no file of the workspace is `network.target`');
});

test('a name made out of specifiers follows by itself, and stands in the way where it means another unit', () => {
	const own = { 'web@.service': '[Unit]\nBefore=%p@2.service\n' };
	expect(drawn('web@.service', 'shop@.service', own)).toEqual(['web@.service → shop@.service']);
	const other = { 'web@.service': '[Unit]\nAfter=%p-db.service\n' };
	expect(drawn('web@.service', 'shop@.service', other)).toBe(
		'`%p-db.service` in web@.service means `web-db.service` by the old name; write that first',
	);
});
