// The placement map as a user reads it, as things are.

import { describe, expect, test } from 'vitest';
import { createMap } from '../../../client/src/placement/map-model.ts';
import { shop, show } from './shop.ts';

describe('a map of a cluster as it is', () => {
	test('has a row for each unit and a column for each machine, with loads and what stands against each', () => {
		expect(show()).toMatchInlineSnapshot(`
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
			"
		`);
	});

	test('says in a sentence how it is between a unit and a machine', () => {
		const model = createMap(shop, []);
		const sentences = model.rows.map((row) => [
			row.name,
			...model.columns.map((column) => model.cell(row, column).words),
		]);
		expect(sentences).toMatchInlineSnapshot(`
			[
			  [
			    "agent.service",
			    "has it: active (running)",
			    "has it: active (running)",
			    "has role=db, needs role=web",
			  ],
			  [
			    "db.service",
			    "has role=web, needs role=db",
			    "has role=web, needs role=db",
			    "has it: active (running)",
			  ],
			  [
			    "disk.service",
			    "has no disk, needs disk=ssd",
			    "has no disk, needs disk=ssd",
			    "has no disk, needs disk=ssd",
			  ],
			  [
			    "pinned.service",
			    "is not machine b2000000ffffffffffffffffffffffff",
			    "has it",
			    "is not machine b2000000ffffffffffffffffffffffff",
			  ],
			  [
			    "stored.service",
			    "would take it",
			    "would take it",
			    "would take it",
			  ],
			  [
			    "web-log@1.service",
			    "has it",
			    "web@1.service is not there",
			    "web@1.service is not there",
			  ],
			  [
			    "web@.service",
			    "does not take a template; its instances run",
			    "does not take a template; its instances run",
			    "does not take a template; its instances run",
			  ],
			  [
			    "web@1.service",
			    "has it: active (running)",
			    "web@2.service is there, and says Conflicts=web@*.service",
			    "has role=db, needs role=web",
			  ],
			  [
			    "web@2.service",
			    "web@1.service is there, and says Conflicts=web@*.service",
			    "has it: active (running)",
			    "has role=db, needs role=web",
			  ],
			]
		`);
	});
});
