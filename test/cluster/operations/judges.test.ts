// How far a unit has come, judged at one moment: good news at once, bad news only if it lasts.
import { describe, expect, test } from 'vitest';
import type { ClusterUnit, UnitState } from '../../../cluster/src/model.ts';
import type { Judge } from '../../../cluster/src/operations/judge.ts';
import { judgeDestroy, judgeLoad, judgeStop, judgeUnload } from '../../../cluster/src/operations/judge-rest.ts';
import { judgeStart } from '../../../cluster/src/operations/judge-start.ts';
import { viewOf } from '../../../cluster/src/operations/unit-view.ts';
import { cluster, m1, m2, m3, state, type UnitSketch, unit } from './cluster-fixtures.ts';

const launched = { machine: m1, current: 'launched' } as const;
const oneshot = '[Service]\nType=oneshot\nExecStart=/bin/true\n';
const webOnly = '[X-Fleet]\nMachineMetadata=role=web\n';

describe('a start', () => {
	test.each<[string, UnitSketch, string, string]>([
		['is there when fleet asked for it and systemd calls it active', launched, 'active running', 'there'],
		['is under way while fleet has not asked', { machine: m1, current: 'loaded' }, 'active running', 'under-way'],
		['is under way while systemd is at it', launched, 'activating start-pre', 'under-way'],
		['may have failed', launched, 'failed failed', 'systemd-failed after settle'],
		['may be in a loop of restarts', launched, 'activating auto-restart', 'keeps-restarting after restarts'],
		['may have ended at once', launched, 'inactive dead', 'ended after settle'],
		['of a oneshot may have done its work', { ...launched, text: oneshot }, 'inactive dead', 'reached after settle'],
		['may not be begun', { machine: m1, current: 'loaded' }, 'inactive dead', 'not-started after agent'],
		['may be of a unit that cannot be loaded', launched, 'inactive dead not-found', 'load-error after settle'],
	])('%s', (_what, sketch, words, judgement) => {
		const web = unit('web.service', sketch);
		expect(judged(judgeStart(), web, [state(web, m1, words)])).toBe(judgement);
	});

	test('waits for the agent of the machine', () => {
		expect(judged(judgeStart(), unit('web.service', launched))).toBe('not-loaded after agent');
	});

	test('is not taken in by the former text', () => {
		const web = unit('web.service', launched);
		expect(judged(judgeStart(), web, [state(web, m1, 'active running', 'f'.repeat(40))])).toBe(
			'not-loaded after agent',
		);
	});

	test('waits for a machine that is to be had', () => {
		expect(judged(judgeStart(), unit('web.service', { text: webOnly }))).toBe('under-way');
	});

	test('does not wait for ever for one that is not', () => {
		const text = '[X-Fleet]\nMachineMetadata=role=cache\n';
		expect(judged(judgeStart(), unit('web.service', { text }))).toBe('no-machine-fits after placing');
	});

	test('waits for a peer that is being placed itself', () => {
		const side = unit('side.service', { text: '[X-Fleet]\nMachineOf=main.service\n' });
		expect(judged(judgeStart(), side, [], [unit('main.service')])).toBe('under-way');
		const resting = unit('main.service', { desired: 'inactive' });
		expect(judged(judgeStart(), side, [], [resting])).toBe('no-machine-fits after placing');
	});

	test('is overruled by whoever sets another state or text, or destroys the unit', () => {
		expect(judged(judgeStart(), unit('web.service', { desired: 'inactive' }))).toBe('overruled after settle');
		expect(judged(judgeStart('f'.repeat(40)), unit('web.service', launched))).toBe('overruled after settle');
		expect(judged(judgeStart(), undefined)).toBe('gone after settle');
	});

	test('of a global unit needs every machine that is its', () => {
		const agent = unit('agent.service', { text: `[X-Fleet]\nGlobal=true\nMachineMetadata=role=web\n` });
		const one = state(agent, m1);
		expect(judged(judgeStart(), agent, [one])).toBe('not-loaded after agent');
		expect(judged(judgeStart(), agent, [one, state(agent, m2, 'activating start')])).toBe('under-way');
		expect(judged(judgeStart(), agent, [one, state(agent, m2)])).toBe('there');
		expect(judged(judgeStart(), agent, [one, state(agent, m2, 'failed failed')])).toBe('systemd-failed after settle');
	});

	test('of a global unit that no machine takes is in vain', () => {
		const agent = unit('agent.service', { text: '[X-Fleet]\nGlobal=true\nMachineMetadata=role=none\n' });
		expect(judged(judgeStart(), agent)).toBe('no-machine-fits after placing');
	});
});

describe('a stop', () => {
	const web = unit('web.service', { desired: 'loaded', machine: m1, current: 'loaded' });

	test.each([
		['inactive dead', 'there'],
		['failed failed', 'there'],
		['deactivating stop-sigterm', 'under-way'],
		['active running', 'still-running after agent'],
	])('that leaves the unit %s is %s', (words, judgement) => {
		expect(judged(judgeStop, web, [state(web, m1, words)])).toBe(judgement);
	});

	test('of a unit that never got a machine is there', () => {
		expect(judged(judgeStop, unit('web.service', { desired: 'loaded' }))).toBe('there');
	});

	test('waits until fleet says so, too', () => {
		const late = unit('web.service', { desired: 'loaded', machine: m1, current: 'launched' });
		expect(judged(judgeStop, late, [state(late, m1, 'inactive dead')])).toBe('under-way');
	});
});

describe('a load', () => {
	const web = unit('web.service', { desired: 'loaded', machine: m1, current: 'loaded' });

	test('is there when the machine has the text and runs nothing of it', () => {
		expect(judged(judgeLoad(), web, [state(web, m1, 'inactive dead')])).toBe('there');
		expect(judged(judgeLoad(), web)).toBe('not-loaded after agent');
		expect(judged(judgeLoad(), web, [state(web, m1)])).toBe('still-running after agent');
	});

	test('of a global unit needs every machine', () => {
		const agent = unit('agent.service', { text: '[X-Fleet]\nGlobal=true\n', desired: 'loaded' });
		const rest = [m1, m2].map((id) => state(agent, id, 'inactive dead'));
		expect(judged(judgeLoad(), agent, rest)).toBe('not-loaded after agent');
		expect(judged(judgeLoad(), agent, [...rest, state(agent, m3, 'inactive dead')])).toBe('there');
	});
});

describe('an unload and a destroy', () => {
	const web = unit('web.service', { desired: 'inactive' });

	test('are there when no machine has anything of the unit any more', () => {
		expect(judged(judgeUnload(), web)).toBe('there');
		expect(judged(judgeUnload(), web, [state(web, m1, 'inactive dead')])).toBe('still-running after agent');
		expect(judged(judgeUnload(), unit('web.service', { desired: 'inactive', machine: m1 }))).toBe('under-way');
		expect(judged(judgeDestroy, undefined, [])).toBe('there');
		expect(judged(judgeDestroy, undefined, [state(web, m1, 'deactivating stop')])).toBe('under-way');
		expect(judged(judgeDestroy, web)).toBe('under-way');
	});

	test('do not wait for machines that are gone', () => {
		expect(judged(judgeDestroy, undefined, [state(web, '9'.repeat(32))])).toBe('there');
	});
});

/** A judgement in words: its kind, or the problem and how long it must last. */
function judged(
	judge: Judge,
	of: ClusterUnit | undefined,
	states: readonly UnitState[] = [],
	others: readonly ClusterUnit[] = [],
): string {
	const snapshot = cluster([...(of ? [of] : []), ...others], states);
	const judgement = judge(viewOf(of?.name ?? 'web.service', snapshot), { snapshot, release: '1.0' });
	if (judgement.kind !== 'doubtful') return judgement.kind;
	const { outcome, patience } = judgement;
	return `${outcome.kind === 'failed' ? outcome.problem : outcome.kind} after ${patience}`;
}
