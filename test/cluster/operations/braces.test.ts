// Choices in names are spelt out as shells do it.
import { expect, test } from 'vitest';
import { expandBraces } from '../../../cluster/src/operations/braces.ts';

test.each([
	['web@{1..3}', ['web@1', 'web@2', 'web@3']],
	['web@{3..1}.service', ['web@3.service', 'web@2.service', 'web@1.service']],
	['web@{08..11}', ['web@08', 'web@09', 'web@10', 'web@11']],
	['{web,db}@{1..2}', ['web@1', 'web@2', 'db@1', 'db@2']],
	['web{,-announce}@1', ['web@1', 'web-announce@1']],
	['units/{a,b}.service', ['units/a.service', 'units/b.service']],
	['web@1.service', ['web@1.service']],
	['web@{1}', ['web@{1}']],
	['web@{1..x}', ['web@{1..x}']],
	['web@{', ['web@{']],
])('%s stands for %j', (argument, names) => {
	expect(expandBraces(argument)).toEqual(names);
});

test.each(['web@{1..100000}', '{1..100}{1..100}'])('%s is too much', (argument) => {
	expect(() => expandBraces(argument)).toThrow(`\`${argument}\` stands for more than 1000 names`);
});
