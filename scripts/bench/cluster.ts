// What a look at a large cluster costs us, apart from the network: lists of fleet's API decoded, and compared with those
// of the look before.

import { applyChanges, differences } from '../../cluster/src/differences.ts';
import { createFleetApi } from '../../cluster/src/fleet-api/backend.ts';
import type { ClusterSnapshot, UnitOption } from '../../cluster/src/model.ts';
import { readSnapshot } from '../../cluster/src/operations/read-snapshot.ts';
import type { Transport } from '../../cluster/src/transport/transport.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import type { Group } from './stage.ts';
import { timed } from './stage.ts';
import { median } from './statistics.ts';

const machineCount = 100;
const unitCount = 1_000;
/** As many as fleet puts on a page (token_limit). */
const pageSize = 100;
const changedUnits = 10;
const rounds = 9;

/** 1,000 units on 100 machines: all lists read, and a second look at which ten units have another text. */
export const clusterGroup: Group = {
	name: 'cluster',
	async measure(stage) {
		const [before, after] = [answersOf(0), answersOf(changedUnits)];
		const [old, now] = [await readAll(before), await readAll(after)];
		const read = await stage.repeat(rounds, () => timed(() => readAll(after)));
		const compare = await stage.repeat(rounds, () => timed(() => applyChanges(old, differences(old, now))));
		const row = (metric: string, times: readonly number[]) =>
			({ metric: `1,000 units × 100 machines, ${metric}`, value: median(times), unit: 'ms', n: rounds }) as const;
		return [row('read', read), row('compare and apply', compare)];
	},
};

function readAll(answers: ReadonlyMap<string, string>): Promise<ClusterSnapshot> {
	const transport: Transport = {
		label: 'bench',
		send: async ({ path }) => ({ status: 200, headers: {}, body: answers.get(path) ?? '' }),
		open: () => Promise.reject(new Error('nothing is streamed')),
		dispose: async () => {},
	};
	return readSnapshot(createFleetApi({ transport }), new AbortController().signal);
}

/** Answers by path, as fleet would give them; the first units have another text than otherwise. */
function answersOf(changed: number): ReadonlyMap<string, string> {
	const ids = Array.from({ length: machineCount }, (_, at) => at.toString(16).padStart(32, 'a'));
	const names = Array.from({ length: unitCount }, (_, at) => `app@${String(at).padStart(4, '0')}.service`);
	const placed = names.map((name, at) => ({ name, machineID: ids[at % machineCount] }));
	return new Map([
		...pages(
			'machines',
			'/machines',
			ids.map((id) => ({ id, primaryIP: '10.0.0.1', metadata: { region: 'eu', role: 'web' } })),
		),
		...pages(
			'units',
			'/units',
			placed.map((unit, at) => ({ ...unit, ...launched, options: options(at < changed ? 'new' : 'old') })),
		),
		...pages(
			'states',
			'/state',
			placed.map((state) => ({ ...state, ...running })),
		),
	]);
}

const launched = { desiredState: 'launched', currentState: 'launched' };
const running = {
	hash: 'a'.repeat(40),
	systemdLoadState: 'loaded',
	systemdActiveState: 'active',
	systemdSubState: 'running',
};

function options(image: string): readonly UnitOption[] {
	const text = `[Unit]
Description=App
After=docker.service
Requires=docker.service
[Service]
ExecStartPre=-/usr/bin/docker kill %p-%i
ExecStartPre=-/usr/bin/docker rm %p-%i
ExecStart=/usr/bin/docker run --name %p-%i \\
  --publish 80:80 \\
  ${image}
ExecStop=/usr/bin/docker stop %p-%i
Restart=always
[X-Fleet]
MachineMetadata="region=eu" "role=web"
Conflicts=%p@*.service
`;
	return readOptions(text).options.map(({ section, name, value }) => ({ section, name, value }));
}

function pages(member: string, path: string, items: readonly object[]): readonly (readonly [string, string])[] {
	const count = Math.ceil(items.length / pageSize);
	return Array.from({ length: count }, (_, page) => {
		const part = { [member]: items.slice(page * pageSize, (page + 1) * pageSize) };
		const next = page + 1 < count ? { nextPageToken: String(page + 1) } : {};
		return [`/fleet/v1${path}${page === 0 ? '' : `?nextPageToken=${page}`}`, JSON.stringify({ ...part, ...next })];
	});
}
