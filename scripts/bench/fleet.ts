// fleet's engine without fleet: one pass over a large cluster that was made by chance, always the same.

import { enginePass } from '../../core/src/fleet/engine-pass.ts';
import type { Cluster, ClusterUnit, Machine } from '../../core/src/fleet/model.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import { requirementsOf } from '../../core/src/fleet/requirements.ts';
import { simulate } from '../../core/src/fleet/simulate.ts';
import { applyTasks } from '../../core/src/fleet/task.ts';
import { createRandom, type Random } from './random.ts';
import type { Group } from './stage.ts';
import { timed } from './stage.ts';
import { median } from './statistics.ts';

const seed = 1;
const machineCount = 1000;
const unitCount = 10_000;
const rounds = 7;

/** One pass of the engine over 1,000 machines and 10,000 units: all of them new, all of them placed, half and half. */
export const fleetGroup: Group = {
	name: 'fleet',
	async measure(stage) {
		const fresh = generateCluster();
		const placed = simulate(fresh, { otherOrders: 0 }).cluster;
		const half = applyTasks(fresh, enginePass(fresh).tasks.slice(0, unitCount / 2));
		const row = async (metric: string, work: () => unknown) => {
			const times = await stage.repeat(rounds, () => timed(work));
			return {
				metric: `1,000 machines × 10,000 units, ${metric}`,
				value: median(times),
				unit: 'ms',
				n: rounds,
			} as const;
		};
		return [
			await row('pass, all new', () => enginePass(fresh)),
			await row('pass, half placed', () => enginePass(half)),
			await row('pass, at rest', () => enginePass(placed)),
			await row('until at rest', () => simulate(fresh, { otherOrders: 0 })),
		];
	},
};

function generateCluster(): Cluster {
	const random = createRandom(seed);
	const machines = Array.from({ length: machineCount }, () => generateMachine(random));
	const units = Array.from({ length: unitCount }, (_, number) => generateUnit(random, number, machines));
	return { machines, units };
}

function generateMachine(random: Random): Machine {
	const id = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('');
	const region = random.pick(['eu', 'us', 'ap']);
	const role = random.pick(['web', 'db', 'cache', 'worker']);
	return { id, metadata: { region, role, rack: String(random.below(40)) } };
}

// Ten instances a template, two sidekicks to each ten; the lines are those that people write.
function generateUnit(random: Random, number: number, machines: readonly Machine[]): ClusterUnit {
	const template = `app${Math.floor(number / 10)}`;
	const instance = number % 10;
	const name = instance < 8 ? `${template}@${instance}.service` : `${template}-log@${instance - 8}.service`;
	const lines = instance < 8 ? unitLines(random, machines) : `MachineOf=${template}@${instance - 8}.service`;
	const { options } = readOptions(`[X-Fleet]\n${lines}\n`);
	return { name, requirements: requirementsOf(options, name), desiredState: 'launched' };
}

function unitLines(random: Random, machines: readonly Machine[]): string {
	const kind = random.below(100);
	if (kind < 35) return 'Conflicts=%p@*.service';
	if (kind < 55) return `MachineMetadata=role=${random.pick(['web', 'db', 'cache', 'worker'])}`;
	if (kind < 65) return `MachineMetadata="region=eu" "region=us" "role=web"\nConflicts=%p@*.service`;
	if (kind < 70) return `MachineMetadata=rack=${random.below(40)}`;
	if (kind < 75) return `Conflicts=app${random.below(100)}*.service *-old@*.service`;
	if (kind < 78) return `MachineID=${random.pick(machines).id}`;
	if (kind < 79) return `Global=true\nMachineMetadata=role=${random.pick(['web', 'db'])}`;
	if (kind < 81) return `Replaces=app${random.below(1000)}@*.service`;
	return '';
}
