// From the name of a unit to its file, and from a unit to the places that name it.

import { expect, test } from 'vitest';
import { definitionAt, highlightsAt, parse, referencesTo, unitAt } from '../../core/src/index.ts';
import { surroundedBy } from '../support/check-features.ts';
import { takeCaret } from '../support/marked-text.ts';

const others = {
	'db.service': '[Unit]\nDescription=Database\nBefore=web.service\n',
	'db.service.d/10-more.conf': '[Service]\nMemoryMax=1G\n',
	'cache@.service': '[Unit]\nPartOf=web.service\n[X-Fleet]\nMachineOf=web.service\n',
	'worker@.service': '[Unit]\nAfter=cache@%i.service\n[X-Fleet]\nConflicts=worker@*.service cache@*.service\n',
	'web.timer': '[Timer]\nUnit=web.service\n',
};

function at(marked: string, file = 'web.service') {
	const { text, offset } = takeCaret(marked);
	return { text, offset, unit: parse(text), context: surroundedBy({ others }, file, text) };
}

function pathsAt(marked: string, file?: string): readonly string[] | undefined {
	const { unit, offset, context } = at(marked, file);
	return definitionAt(unit, offset, context)?.files.map(({ path }) => path);
}

/** Where the unit under the caret is named: `path: text of the line`. */
function linesAt(marked: string, file?: string): readonly string[] | undefined {
	const { unit, offset, context } = at(marked, file);
	const asked = unitAt(unit, offset, context);
	if (asked === undefined || context.workspace === undefined) return undefined;
	return referencesTo(asked, context.workspace, context).map(({ file: { path, unit: other }, mention }) => {
		const start = other.text.lastIndexOf('\n', mention.span.start) + 1;
		return `${path}: ${other.text.slice(start, other.text.indexOf('\n', start))}`;
	});
}

test('a name leads to the file of the unit and its drop-ins', () => {
	expect(pathsAt('[Unit]\nAfter=network.target d<|>b.service\n')).toEqual(['db.service', 'db.service.d/10-more.conf']);
	expect(pathsAt('[Unit]\nAfter=netw<|>ork.target\n')).toBeUndefined();
	expect(pathsAt('[Unit]\nAf<|>ter=db.service\n')).toBeUndefined();
});

test('an instance leads to its template, with the specifiers of the file put in', () => {
	expect(pathsAt('[Unit]\nAfter=cache@<|>1.service\n')).toEqual(['cache@.service']);
	expect(pathsAt('[Unit]\nAfter=cache@%<|>i.service\n', 'web@3.service')).toEqual(['cache@.service']);
	expect(pathsAt('[Service]\nExecStart=/a\n[Unit]\nAfter=%p<|>.timer\n')).toEqual(['web.timer']);
});

test('a name of fleet leads to the unit, a glob to all that it matches', () => {
	expect(pathsAt('[X-Fleet]\nMachineOf=d<|>b.service\n')).toEqual(['db.service', 'db.service.d/10-more.conf']);
	expect(pathsAt('[X-Fleet]\nConflicts=<|>*@*.service\n')).toEqual(['cache@.service', 'worker@.service']);
});

test('a unit is named wherever systemd or fleet reads its name', () => {
	const named = [
		'cache@.service: PartOf=web.service',
		'cache@.service: MachineOf=web.service',
		'db.service: Before=web.service',
		'web.timer: Unit=web.service',
	];
	expect(linesAt('[Uni<|>t]\nDescription=Web\n')).toEqual(named);
	expect(linesAt('[Unit]\nBefore=we<|>b.service\n', 'other.service')).toEqual([
		...named.slice(0, 3),
		'other.service: Before=web.service',
		...named.slice(3),
	]);
});

test('a template is named by its instances and by globs', () => {
	expect(linesAt('[Unit]\nAfter=cache@<|>9.service\n')).toEqual([
		'web.service: After=cache@9.service',
		'worker@.service: After=cache@%i.service',
		'worker@.service: Conflicts=worker@*.service cache@*.service',
	]);
});

test('a unit that no file of the workspace is, is found by its name alone', () => {
	expect(linesAt('[Unit]\nAfter=net<|>work.target\n')).toEqual(['web.service: After=network.target']);
});

test('the names of one unit are highlighted in the file at hand', () => {
	const { text, unit, offset, context } = at('[Unit]\nAfter=d<|>b.service a.service\nWants=db.service\n');
	expect(highlightsAt(unit, offset, context).map(({ start, end }) => [start, text.slice(start, end)])).toEqual([
		[13, 'db.service'],
		[40, 'db.service'],
	]);
});
