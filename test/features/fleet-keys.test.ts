// Completion of the keys of [X-Fleet]: what fleet would refuse beside what is set stands last and says why.

import { expect, test } from 'vitest';
import type { FleetRelease } from '../../core/src/index.ts';
import { completionAt } from '../support/check-features.ts';

test('beside MachineOf, a unit is neither pinned nor global', () => {
	expect(keys('MachineOf=db.service\n<|>')).toEqual([
		'MachineMetadata',
		'MachineOf',
		'Conflicts',
		'Replaces',
		'- Global: not together with MachineOf',
		'- MachineID: not together with MachineOf',
	]);
});

test('beside MachineID, only metadata is left', () => {
	expect(keys('MachineID=8e2f3a1c\n<|>')).toEqual([
		'MachineMetadata',
		'- Global: not together with MachineID',
		'- MachineID: already set here',
		'- MachineOf: not together with MachineID',
		'- Conflicts: not together with MachineID',
		'- Replaces: not together with MachineID',
	]);
});

test('an old spelling counts as the key that it stands for', () => {
	expect(keys('X-ConditionMachineID=8e2f3a1c\n<|>')).toContain('- MachineID: already set here');
	expect(keys('X-Conflicts=hello@*.service\n<|>')).toContain('- Replaces: not together with Conflicts');
});

test('Global stands beside Conflicts since fleet 1.0 only', () => {
	expect(keys('Global=true\n<|>')).toContain('Conflicts');
	expect(keys('Global=true\n<|>', '0.13')).toContain('- Conflicts: not together with Global');
	expect(keys('Global=false\n<|>', '0.13')).toContain('Conflicts');
});

test('Global as fleet 0.12 does not understand it forbids nothing there', () => {
	expect(keys('Global=yes\n<|>', '0.12')).toContain('MachineOf');
	expect(keys('Global=yes\n<|>', '0.13')).toContain('- MachineOf: not together with Global');
});

test('Replaces is offered since fleet 0.13', () => {
	expect(keys('<|>', '0.13')).toContain('Replaces');
	expect(keys('<|>', '0.12')).not.toContain('Replaces');
});

test('the key that is being edited forbids nothing', () => {
	expect(keys('Machine<|>Of=db.service')).toContain('Global');
});

test('a second section of fleet counts, too', () => {
	expect(keys('MachineOf=db.service\n[X-Fleet]\n<|>')).toContain('- Global: not together with MachineOf');
});

test('old spellings are never offered', () => {
	for (const release of ['0.8', '1.0'] as const) expect(keys('<|>', release).join()).not.toContain('X-');
});

/** The keys offered in [X-Fleet]; those that sink begin with a dash and say why. */
function keys(body: string, fleetRelease: FleetRelease = '1.0'): readonly string[] {
	return completionAt('web.service', `[X-Fleet]\n${body}`, { fleetRelease }).map(({ label, sinks, detail }) => {
		return sinks ? `- ${label}: ${detail.split(' · ')[0]}` : label;
	});
}
