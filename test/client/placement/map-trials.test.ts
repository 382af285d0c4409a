// The placement map as a user reads it, with what is tried.

import { describe, expect, test } from 'vitest';
import { createMap } from '../../../client/src/placement/map-model.ts';
import type { Trial } from '../../../client/src/placement/trials.ts';
import { idOf, machine, unit } from '../../support/cluster-views.ts';
import { mapOf, printMap } from '../../support/print-map.ts';
import { shop, show } from './shop.ts';

describe('what is tried', () => {
	test('a machine that is down gives its units to others, or leaves them without one', () => {
		expect(show({ kind: 'down', machineId: idOf('a1') })).toMatchInlineSnapshot(`
			"
			                   a1 (10.0.0.1)        b2 (10.0.0.2)  c3 (10.0.0.3)
			                   region=eu, role=web  role=web       role=db
			                   3 → down             3              1
			agent.service      ◌ leaves             ● here         ✕ metadata     global, on 2 machines → on 1 machine
			db.service         — down               ✕ metadata     ● here         on c3000000 (10.0.0.3)
			disk.service       — down               ✕ metadata     ✕ metadata     nowhere
			pinned.service     — down               ● here         ✕ other ID     on b2000000 (10.0.0.2)
			stored.service     — down               ○ could        ○ could        nowhere, and not asked for
			web-log@1.service  ◌ leaves             ✕ peer         ✕ peer         on a1000000 (10.0.0.1) → nowhere
			web@.service       — down               · template     · template     runs nowhere itself
			web@1.service      ◌ leaves             ✕ conflict     ✕ metadata     on a1000000 (10.0.0.1) → nowhere
			web@2.service      — down               ● here         ✕ metadata     on b2000000 (10.0.0.2)

			plan: 2 units would land nowhere, 1 global unit would be on other machines
			  web@1.service leaves a1000000 (10.0.0.1) and lands nowhere
			      b2000000 (10.0.0.2): web@2.service is there, and says Conflicts=web@*.service
			      c3000000 (10.0.0.3): has role=db, needs role=web
			  web-log@1.service leaves a1000000 (10.0.0.1) and lands nowhere
			      b2000000 (10.0.0.2), c3000000 (10.0.0.3): web@1.service is not there
			  agent.service leaves a1000000 (10.0.0.1) (global)
			waiting for a machine either way: disk.service
			"
		`);
	});

	test('other metadata drives units away and draws others in', () => {
		expect(show({ kind: 'metadata', machineId: idOf('b2'), text: 'role=, disk=ssd' })).toMatchInlineSnapshot(`
			"
			                   a1 (10.0.0.1)        b2 (10.0.0.2)  c3 (10.0.0.3)
			                   region=eu, role=web  disk=ssd       role=db
			                   3                    3 → 2          1
			agent.service      ● here               ◌ leaves       ✕ metadata     global, on 2 machines → on 1 machine
			db.service         ✕ metadata           ✕ metadata     ● here         on c3000000 (10.0.0.3)
			disk.service       ✕ metadata           ✚ comes        ✕ metadata     nowhere → on b2000000 (10.0.0.2)
			pinned.service     ✕ other ID           ● here         ✕ other ID     on b2000000 (10.0.0.2)
			stored.service     ○ could              ○ could        ○ could        nowhere, and not asked for
			web-log@1.service  ● here               ✕ peer         ✕ peer         on a1000000 (10.0.0.1)
			web@.service       · template           · template     · template     runs nowhere itself
			web@1.service      ● here               ✕ metadata     ✕ metadata     on a1000000 (10.0.0.1)
			web@2.service      ✕ conflict           ◌ leaves       ✕ metadata     on b2000000 (10.0.0.2) → nowhere

			plan: 1 unit would land nowhere, 1 unit would land on a machine, 1 global unit would be on other machines
			  web@2.service leaves b2000000 (10.0.0.2) and lands nowhere
			      a1000000 (10.0.0.1): web@1.service is there, and says Conflicts=web@*.service
			      b2000000 (10.0.0.2): has no role, needs role=web
			      c3000000 (10.0.0.3): has role=db, needs role=web
			  disk.service lands on b2000000 (10.0.0.2)
			  agent.service leaves b2000000 (10.0.0.2) (global)
			"
		`);
	});

	test('new instances stand in rows of their own, with what becomes of them', () => {
		expect(show({ kind: 'instances', template: 'web@.service', count: 2 })).toMatchInlineSnapshot(`
			"
			                   a1 (10.0.0.1)        b2 (10.0.0.2)  c3 (10.0.0.3)
			                   region=eu, role=web  role=web       role=db
			                   3                    3              1
			agent.service      ● here               ● here         ✕ metadata     global, on 2 machines
			db.service         ✕ metadata           ✕ metadata     ● here         on c3000000 (10.0.0.3)
			disk.service       ✕ metadata           ✕ metadata     ✕ metadata     nowhere
			pinned.service     ✕ other ID           ● here         ✕ other ID     on b2000000 (10.0.0.2)
			stored.service     ○ could              ○ could        ○ could        nowhere, and not asked for
			web-log@1.service  ● here               ✕ peer         ✕ peer         on a1000000 (10.0.0.1)
			web@.service       · template           · template     · template     runs nowhere itself
			web@1.service      ● here               ✕ conflict     ✕ metadata     on a1000000 (10.0.0.1)
			web@2.service      ✕ conflict           ● here         ✕ metadata     on b2000000 (10.0.0.2)
			web@3.service      ✕ conflict           ✕ conflict     ✕ metadata     nowhere
			web@4.service      ✕ conflict           ✕ conflict     ✕ metadata     nowhere

			plan: 2 units would land nowhere
			  web@3.service lands nowhere
			      a1000000 (10.0.0.1): web@1.service is there, and says Conflicts=web@*.service
			      b2000000 (10.0.0.2): web@2.service is there, and says Conflicts=web@*.service
			      c3000000 (10.0.0.3): has role=db, needs role=web
			  web@4.service lands nowhere
			      a1000000 (10.0.0.1): web@1.service is there, and says Conflicts=web@*.service
			      b2000000 (10.0.0.2): web@2.service is there, and says Conflicts=web@*.service
			      c3000000 (10.0.0.3): has role=db, needs role=web
			waiting for a machine either way: disk.service
			"
		`);
	});

	test('a unit that is started or unloaded lands or leaves', () => {
		expect(
			show(
				{ kind: 'desired', unit: 'stored.service', state: 'launched' },
				{ kind: 'desired', unit: 'web@1.service', state: 'inactive' },
			),
		).toMatchInlineSnapshot(`
			"
			                   a1 (10.0.0.1)        b2 (10.0.0.2)  c3 (10.0.0.3)
			                   region=eu, role=web  role=web       role=db
			                   3 → 2                3              1
			agent.service      ● here               ● here         ✕ metadata     global, on 2 machines
			db.service         ✕ metadata           ✕ metadata     ● here         on c3000000 (10.0.0.3)
			disk.service       ✕ metadata           ✕ metadata     ✕ metadata     nowhere
			pinned.service     ✕ other ID           ● here         ✕ other ID     on b2000000 (10.0.0.2)
			stored.service     ✚ comes              ○ could        ○ could        nowhere → on a1000000 (10.0.0.1)
			web-log@1.service  ◌ leaves             ✕ peer         ✕ peer         on a1000000 (10.0.0.1) → nowhere
			web@.service       · template           · template     · template     runs nowhere itself
			web@1.service      ◌ leaves             ✕ conflict     ✕ metadata     on a1000000 (10.0.0.1) → nowhere
			web@2.service      ○ could              ● here         ✕ metadata     on b2000000 (10.0.0.2)

			plan: 1 unit would land nowhere, 1 unit would land on a machine, 1 unit would leave
			  web-log@1.service leaves a1000000 (10.0.0.1) and lands nowhere
			      a1000000 (10.0.0.1), b2000000 (10.0.0.2), c3000000 (10.0.0.3): web@1.service is not there
			  stored.service lands on a1000000 (10.0.0.1)
			  web@1.service leaves a1000000 (10.0.0.1), as it is not asked for
			waiting for a machine either way: disk.service
			"
		`);
	});

	test('several changes add up', () => {
		expect(
			show(
				{ kind: 'down', machineId: idOf('a1') },
				{ kind: 'metadata', machineId: idOf('c3'), text: 'role=web' },
				{ kind: 'instances', template: 'web@.service', count: 1 },
			),
		).toMatchInlineSnapshot(`
			"
			                   a1 (10.0.0.1)        b2 (10.0.0.2)  c3 (10.0.0.3)
			                   region=eu, role=web  role=web       role=web
			                   3 → down             3              1 → 3
			agent.service      ◌ leaves             ● here         ✚ comes        global, on 2 machines, others than now
			db.service         — down               ✕ metadata     ◌ leaves       on c3000000 (10.0.0.3) → nowhere
			disk.service       — down               ✕ metadata     ✕ metadata     nowhere
			pinned.service     — down               ● here         ✕ other ID     on b2000000 (10.0.0.2)
			stored.service     — down               ○ could        ○ could        nowhere, and not asked for
			web-log@1.service  ◌ leaves             ✕ peer         ✚ comes        on a1000000 (10.0.0.1) → on c3000000 (10.0.0.3)
			web@.service       — down               · template     · template     runs nowhere itself
			web@1.service      ◌ leaves             ✕ conflict     ✚ comes        on a1000000 (10.0.0.1) → on c3000000 (10.0.0.3)
			web@2.service      — down               ● here         ✕ conflict     on b2000000 (10.0.0.2)
			web@3.service      — down               ✕ conflict     ? may come     nowhere

			plan: 2 units would land nowhere, 2 units would move, 1 global unit would be on other machines
			  db.service leaves c3000000 (10.0.0.3) and lands nowhere
			      b2000000 (10.0.0.2), c3000000 (10.0.0.3): has role=web, needs role=db
			  web@3.service lands nowhere, or on c3000000 (10.0.0.3), as the order in which fleet takes units will have it
			      b2000000 (10.0.0.2): web@2.service is there, and says Conflicts=web@*.service
			      c3000000 (10.0.0.3): web@1.service is there, and says Conflicts=web@*.service
			  web@1.service moves from a1000000 (10.0.0.1) to c3000000 (10.0.0.3), or nowhere, as the order in which fleet takes units will have it
			  web-log@1.service moves from a1000000 (10.0.0.1) to c3000000 (10.0.0.3), or nowhere, as the order in which fleet takes units will have it
			  agent.service comes to c3000000 (10.0.0.3) and leaves a1000000 (10.0.0.1) (global)
			waiting for a machine either way: disk.service
			"
		`);
	});

	test('what depends on the order in which fleet takes units is told as such', () => {
		const cluster = mapOf({
			machines: [machine('a1'), machine('b2')],
			units: [
				unit('x@1.service', '[X-Fleet]\nConflicts=x@*\n', 'inactive'),
				unit('x@2.service', '[X-Fleet]\nConflicts=x@*\n', 'inactive'),
			],
		});
		const trials = ['x@1.service', 'x@2.service'].map(
			(name) => ({ kind: 'desired', unit: name, state: 'launched' }) as const,
		);
		expect(printMap(createMap(cluster, trials))).toMatchInlineSnapshot(`
			"
			             a1000000    b2000000

			             0 → 1       0 → 1
			x@1.service  ✚ comes     ? may come  nowhere → on a1000000
			x@2.service  ? may come  ✚ comes     nowhere → on b2000000

			plan: 2 units would land on a machine
			  x@1.service lands on a1000000, or on b2000000, as the order in which fleet takes units will have it
			  x@2.service lands on b2000000, or on a1000000, as the order in which fleet takes units will have it
			"
		`);
	});

	test('a unit that may lose its place, and may keep it, is told of with both', () => {
		const cluster = mapOf({
			machines: [machine('a1'), machine('b2')],
			units: ['x@1.service', 'x@2.service', 'x@3.service'].map((name, nth) =>
				unit(name, '[X-Fleet]\nConflicts=x@*\n', 'launched', nth === 2 ? 'b2' : 'a1'),
			),
		});
		const trial = { kind: 'metadata', machineId: idOf('b2'), text: 'role=web' } as const;
		expect(printMap(createMap(cluster, [trial]))).toMatchInlineSnapshot(`
			"
			             a1000000    b2000000
			                         role=web
			             2 → 1       1
			x@1.service  ◌ leaves    ✕ conflict  on a1000000 → nowhere
			x@2.service  ● here      ✕ conflict  on a1000000
			x@3.service  ✕ conflict  ● here      on b2000000

			plan: 1 unit would land nowhere, 1 unit may move
			  x@1.service leaves a1000000 and lands nowhere, or stays there, as the order in which fleet takes units will have it
			      a1000000: x@2.service is there, and says Conflicts=x@*
			      b2000000: x@3.service is there, and says Conflicts=x@*
			  x@2.service stays on a1000000, or nowhere, as the order in which fleet takes units will have it
			"
		`);
	});

	test('a change of what is gone, or so already, changes nothing and says why', () => {
		const trials: readonly Trial[] = [
			{ kind: 'down', machineId: idOf('gone') },
			{ kind: 'metadata', machineId: idOf('a1'), text: 'role' },
			{ kind: 'instances', template: 'x@.service', count: 1 },
			{ kind: 'desired', unit: 'y.service', state: 'launched' },
			{ kind: 'desired', unit: 'db.service', state: 'launched' },
		];
		const model = createMap(shop, trials);
		expect(model.plan).toBeUndefined();
		expect([...model.effects.values()].map(({ kind, words }) => `${kind}: ${words}`)).toMatchInlineSnapshot(`
			[
			  "void: gone0000 is not in the cluster any more",
			  "void: a1000000: “role” is not key=value, separated by commas",
			  "void: the cluster has nothing of x@.service any more",
			  "void: y.service is not on the cluster any more",
			  "void: db.service is wanted launched already",
			]
		`);
		expect(printMap(model)).toBe(show());
	});
});
