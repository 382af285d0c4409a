// Why a unit is where it is: each line of the decision list, and one sentence for each machine.
import { expect, test } from 'vitest';
import { explain, type Observed } from '../../core/src/fleet/explain.ts';
import type { Cluster } from '../../core/src/fleet/model.ts';
import { machines, unit } from './clusters.ts';

const web = { m1: 'role=web', m2: 'role=db', m3: '' };

function told(name: string, cluster: Cluster, observed: Observed = {}): string {
	const { kind, answer, machines: each } = explain(name, cluster, observed);
	const lines = each.map(({ machine, sentence }) => `  ${machine.id} ${sentence}`);
	return `\n${[`${kind}: ${answer}`, ...lines].join('\n')}\n`;
}

function clusterWith(units: Cluster['units'], on: Readonly<Record<string, string>> = web): Cluster {
	return { machines: machines(on), units };
}

test('a unit that is not there, a template, and one of which nothing is asked', () => {
	const idle = unit('idle.service', '', { desiredState: 'inactive' });
	const cluster = clusterWith([unit('web@.service'), idle]);
	expect(told('other.service', cluster)).toMatchInlineSnapshot(`
		"
		unknown: there is no unit other.service in the cluster; submit it first
		"
	`);
	expect(told('web@.service', cluster)).toMatchInlineSnapshot(`
		"
		template: web@.service is a template and runs nowhere itself; start an instance such as web@1.service
		"
	`);
	expect(told('idle.service', cluster)).toMatchInlineSnapshot(`
		"
		not-asked-for: nothing is asked of idle.service: its desired state is inactive; load or start it
		"
	`);
});

test('a cluster without machines, and one without a leader', () => {
	expect(told('a.service', clusterWith([unit('a.service')], {}))).toMatchInlineSnapshot(`
		"
		no-machines: the cluster has no machines, so a.service can go nowhere; look at fleetd on the hosts
		"
	`);
	expect(told('a.service', clusterWith([unit('a.service')]), { hasLeader: false })).toMatchInlineSnapshot(`
		"
		no-leader: no engine leads the cluster, so nothing is scheduled; look at fleetd on the hosts
		"
	`);
});

test('no machine fits: the missing key and what the machine has instead', () => {
	const cluster = clusterWith([unit('a.service', 'MachineMetadata=role=mail')]);
	expect(told('a.service', cluster)).toMatchInlineSnapshot(`
		"
		no-machine-fits: no machine can take a.service
		  m1 has role=web, needs role=mail
		  m2 has role=db, needs role=mail
		  m3 has no role, needs role=mail
		"
	`);
});

test('no machine fits: the absent peer, and the true resident in the way', () => {
	const resident = unit('db.service', 'Conflicts=a*.service', { machineId: 'm1' });
	const follower = unit('a.service', 'MachineOf=b.service');
	expect(told('a.service', clusterWith([follower]))).toMatchInlineSnapshot(`
		"
		no-machine-fits: no machine can take a.service
		  m1 b.service is not there
		  m2 b.service is not there
		  m3 b.service is not there
		"
	`);
	const other = unit('a.service', 'MachineMetadata=role=web');
	expect(told('a.service', clusterWith([other, resident]))).toMatchInlineSnapshot(`
		"
		no-machine-fits: no machine can take a.service
		  m1 db.service is there, and says Conflicts=a*.service
		  m2 has role=db, needs role=web
		  m3 has no role, needs role=web
		"
	`);
});

test('a machine fits: it is a matter of seconds, or something else is wrong', () => {
	expect(told('a.service', clusterWith([unit('a.service', 'MachineMetadata=role=web')]))).toMatchInlineSnapshot(`
		"
		waiting: a.service should be placed within two seconds; if it is not, suspect a unit text that fleet cannot read, a stalled leader or fleetds of several releases
		  m1 would take it
		  m2 has role=db, needs role=web
		  m3 has no role, needs role=web
		"
	`);
});

test('a global unit is not scheduled, and runs where it fits', () => {
	expect(
		told('a.service', clusterWith([unit('a.service', 'Global=true\nMachineMetadata=role=db')])),
	).toMatchInlineSnapshot(`
		"
		global: a.service is global: it is never scheduled, and runs on each machine that fits, 1 of 3 machines
		  m1 has role=web, needs role=db
		  m2 would take it
		  m3 has no role, needs role=db
		"
	`);
});

test('a scheduled unit: its machine is gone, or it is not loaded, not started, failed, or well', () => {
	const gone = clusterWith([unit('a.service', '', { machineId: 'm9' })]);
	expect(explain('a.service', gone).kind).toBe('machine-gone');
	const there = clusterWith([unit('a.service', '', { machineId: 'm1' })]);
	expect(explain('a.service', there, { currentState: 'inactive' }).kind).toBe('not-loaded');
	expect(explain('a.service', there, { currentState: 'loaded' }).kind).toBe('not-started');
	expect(explain('a.service', there, { currentState: 'launched', systemdActiveState: 'failed' }).kind).toBe('failed');
	expect(explain('a.service', there, { currentState: 'launched', systemdActiveState: 'active' }).kind).toBe('running');
});

test('a unit does not stand in its own way', () => {
	const cluster = clusterWith([unit('a@1.service', 'Conflicts=a@*.service', { machineId: 'm1' })]);
	const [first] = explain('a@1.service', cluster, { currentState: 'inactive' }).machines;
	expect(first).toBeUndefined();
	expect(explain('a@1.service', cluster).kind).toBe('running');
});
