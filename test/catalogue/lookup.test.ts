// What the catalogue answers when rules and features ask it.
import { expect, test } from 'vitest';
import { findDirective, manUrl, sectionsOf, sectionsWith, sinceIn, worksIn } from '../../core/src/catalogue/lookup.ts';

test('shared tables belong to every section that includes them', () => {
	expect(sectionsWith(undefined, 'Environment')).toEqual(['Service', 'Socket', 'Mount', 'Swap']);
	expect(sectionsWith(undefined, 'MemoryMax')).toEqual(['Service', 'Socket', 'Mount', 'Swap', 'Slice', 'Scope']);
	expect(sectionsWith(undefined, 'OnCalendar')).toEqual(['Timer']);
	expect(sectionsWith('timer', 'Environment')).toEqual([]);
});

test('a key that some of the sections do not support is not theirs', () => {
	expect(findDirective('Service', 'Delegate')).toBeDefined();
	expect(findDirective('Socket', 'Delegate')).toBeUndefined();
});

test('names are compared letter by letter', () => {
	expect(findDirective('Service', 'execstart')).toBeUndefined();
	expect(findDirective('service', 'ExecStart')).toBeUndefined();
});

test('each kind has its sections in the order they are written, and an unknown kind has all', () => {
	expect(sectionsOf('timer')).toEqual(['Unit', 'Timer', 'Install', 'X-Fleet']);
	expect(sectionsOf(undefined)).toContain('Slice');
});

test('a directive works from the release that brought it to the one that dropped or ignored it', () => {
	const dynamicUser = findDirective('Service', 'DynamicUser');
	const memoryLimit = findDirective('Service', 'MemoryLimit');
	if (dynamicUser === undefined || memoryLimit === undefined) throw new Error('the catalogue lacks a key');
	expect([231, 232, 262].map((release) => worksIn(dynamicUser, 'Service', release))).toEqual([false, true, true]);
	expect([183, 257, 258].map((release) => worksIn(memoryLimit, 'Service', release))).toEqual([true, true, false]);
});

test('a section that is younger than a key it shares makes the key younger there', () => {
	const memoryLimit = findDirective('Slice', 'MemoryLimit');
	if (memoryLimit === undefined) throw new Error('the catalogue lacks a key');
	expect([sinceIn(memoryLimit, 'Service'), sinceIn(memoryLimit, 'Slice')]).toEqual([183, 205]);
});

test('a man page address points at the paragraph, and fleet has none', () => {
	const before = findDirective('Unit', 'After');
	const metadata = findDirective('X-Fleet', 'MachineMetadata');
	if (before === undefined || metadata === undefined) throw new Error('the catalogue lacks a key');
	expect(manUrl(before, 262)).toMatch(/\/systemd\.unit\.html#Before%3D$/);
	expect(manUrl(metadata, 262)).toBeUndefined();
});
