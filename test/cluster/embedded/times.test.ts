// Real time in the practice cluster against times that were measured on a real fleet v1.0.0 (timing.jsonl): nothing here
// waits, time is a number. Of a hundred clusters that tick at different moments, the spread is compared.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerRequest } from '../../../cluster/src/embedded/api/router.ts';
import { allStates } from '../../../cluster/src/embedded/api/states.ts';
import { advance, nextDue } from '../../../cluster/src/embedded/due.ts';
import { setRegistry, type World } from '../../../cluster/src/embedded/world.ts';
import { readProjectFile } from '../../tidy/files.ts';
import { startTracks } from './replay-moments.ts';
import { service } from './support.ts';

const recorded = readTimings();

test('a unit is scheduled as soon as on a real cluster', () => {
	const ours = worlds().map((world) => timeUntil(putUnit(world), isScheduled));
	compare('scheduled', ours, recorded.scheduled);
});

test('a unit is seen running as soon as on a real cluster', () => {
	const ours = worlds().map((world) => timeUntil(putUnit(world), isRunning));
	compare('seen running', ours, recorded.running);
});

test('a destroyed unit is gone from the states after 5 seconds and a moment at most', () => {
	const ours = worlds().map((world) => {
		const up = advance(putUnit(world), world.now + 20_000);
		return timeUntil(request(up, 'DELETE'), ({ registry }) => allStates(registry).length === 0);
	});
	expect(Math.max(...ours)).toBeLessThanOrEqual(6);
	expect(Math.max(...ours)).toBeGreaterThan(4);
});

/** Seconds from a PUT until something was seen, over all single units that were launched. */
interface Timings {
	readonly scheduled: readonly number[];
	readonly running: readonly number[];
}

type Transition = readonly [
	after: number,
	seen: { readonly machine?: string | null; readonly states?: readonly (readonly string[])[] },
];

function readTimings(): Timings {
	const text = readFileSync(new URL('../../fixtures/fleet-recordings/timing.jsonl', import.meta.url), 'utf8');
	const rows = text
		.trimEnd()
		.split('\n')
		// The file is a fixed recording, so its shape is known.
		.map((line) => (JSON.parse(line) as { readonly transitions?: readonly Transition[] }).transitions ?? []);
	const launches = rows.filter(([first]) => first?.[1].machine === '' && first[1].states?.length === 0);
	const when = (wanted: (seen: Transition[1]) => boolean): readonly number[] =>
		launches.flatMap((transitions) => transitions.find(([, seen]) => wanted(seen))?.[0] ?? []);
	return {
		scheduled: when(({ machine }) => typeof machine === 'string' && machine !== ''),
		running: when(({ machine, states }) => machine !== '' && states?.some((state) => state[3] === 'running') === true),
	};
}

function compare(what: string, ours: readonly number[], theirs: readonly number[]): void {
	expect(theirs.length).toBeGreaterThan(20);
	expect(Math.abs(median(ours) - median(theirs))).toBeLessThan(1);
	expect(Math.max(...ours)).toBeLessThanOrEqual(Math.max(...theirs) + 0.5);
	const row = `| launched until ${what} | ${printSpread(theirs)} | ${printSpread(ours)} |`;
	expect(readProjectFile('docs/fidelity.md')).toContain(row);
}

function printSpread(times: readonly number[]): string {
	const [least, middle, most] = [Math.min(...times), median(times), Math.max(...times)];
	return `${least.toFixed(1)}–${most.toFixed(1)} s, median ${middle.toFixed(1)} s`;
}

function median(times: readonly number[]): number {
	return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

function worlds(): readonly World[] {
	// Each at another moment of its ticks.
	return startTracks(1_000_000, 100).map(({ world }, nth) => advance(world, world.now + nth * 137));
}

function putUnit(world: World): World {
	return request(world, 'PUT', JSON.stringify({ options: service('/bin/sleep infinity'), desiredState: 'launched' }));
}

function request(world: World, method: string, body = ''): World {
	const contentTypes = ['application/json'];
	const asked = { method, target: '/fleet/v1/units/a.service', contentTypes, body };
	return setRegistry(world, answerRequest(world.registry, asked).registry);
}

/** Seconds until something holds. */
function timeUntil(world: World, holds: (world: World) => boolean): number {
	let current = world;
	while (!holds(current)) {
		const due = nextDue(current);
		if (due === undefined) return Number.POSITIVE_INFINITY;
		current = due.step({ ...current, now: due.at });
	}
	return (current.now - world.now) / 1000;
}

function isScheduled({ registry }: World): boolean {
	return registry.jobs.get('a.service')?.target !== undefined;
}

function isRunning({ registry }: World): boolean {
	return allStates(registry).some(({ state }) => state.sub === 'running');
}
