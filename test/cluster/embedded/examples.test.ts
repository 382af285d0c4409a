// The examples that people try first run on the practice cluster as it is by default.

import { expect, test } from 'vitest';
import { filesBelow, readProjectFile } from '../../tidy/files.ts';
import { launch, startWorld, statesOf } from './support-world.ts';

const units = filesBelow('examples/cluster').filter((file) => !file.includes('@.'));

test('every unit of the cluster example is active somewhere', () => {
	expect(units.length).toBeGreaterThan(3);
	const names = units.map((file) => file.slice(file.lastIndexOf('/') + 1));
	const world = units.reduce(
		(current, file, nth) => launch(current, names[nth] ?? '', readProjectFile(file)),
		startWorld(),
	);
	const states = names.map((name) => [name, [...new Set(statesOf(world, name))]]);
	expect(states).toEqual(names.map((name) => [name, ['loaded active running']]));
});

test('an announcer runs beside its web server', () => {
	const web = launch(startWorld(), 'web@1.service', readProjectFile('examples/cluster/web@.service'));
	const world = launch(web, 'web-announce@1.service', readProjectFile('examples/cluster/web-announce@.service'));
	expect(statesOf(world, 'web-announce@1.service')).toEqual(['loaded active running']);
	expect(world.registry.jobs.get('web-announce@1.service')?.target).toBe(
		world.registry.jobs.get('web@1.service')?.target,
	);
});
