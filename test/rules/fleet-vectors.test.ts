// The rules for [X-Fleet] against what fleet's own code made of the same text: whatever it refuses or forgets, some
// rule tells, and nothing that it takes is called refused.
import { describe, expect, test } from 'vitest';
import { lint, type Problem, parse } from '../../core/src/index.ts';
import { readVectors } from '../fleet/vectors.ts';
import { contextFor } from '../support/check-problems.ts';

interface Case {
	readonly unitName: string;
	readonly xFleetBody: string;
	readonly peers: readonly string[];
	readonly hasRequiredTarget: boolean;
	readonly requiredTarget: string;
	readonly metadata: Readonly<Record<string, readonly string[]>>;
	readonly global: boolean;
	readonly validateOptionsError: string;
}

const cases = readVectors<Case>('requirements.json').map((each) => ({
	...each,
	label: `${each.unitName}: ${JSON.stringify(each.xFleetBody)}`,
	problems: problemsOf(each),
}));

function problemsOf({ unitName, xFleetBody }: Case): readonly Problem[] {
	return lint(parse(`[X-Fleet]\n${xFleetBody}\n`), contextFor(unitName));
}

test.each(cases)('$label is called refused if fleet refuses it', ({ problems, validateOptionsError }) => {
	const refused = problems.some(({ message }) => /^fleet refuses the unit/.test(message));
	expect(refused).toBe(validateOptionsError !== '');
});

describe('what fleet forgets is told', () => {
	const written = (key: string) => cases.filter(({ xFleetBody }) => new RegExp(`^${key}=.*$`).test(xFleetBody));
	const lost = written('MachineMetadata').filter(({ metadata }) => Object.keys(metadata).length === 0);
	const untrue = written('Global').filter(({ global }) => !global);

	test.each(lost)('$label leaves no metadata', ({ problems }) => {
		expect(problems.filter(({ severity }) => severity === 'error' || severity === 'warning')).not.toEqual([]);
	});

	test.each(untrue)('$label is not global', ({ problems }) => {
		expect(problems).not.toEqual([]);
	});

	test('and there are such cases', () => {
		expect([lost.length, untrue.length]).toEqual([expect.any(Number), expect.any(Number)]);
		expect(Math.min(lost.length, untrue.length)).toBeGreaterThan(3);
	});
});

describe('a unit that waits for ever is told of', () => {
	const impossible = (name: string) => !/^[\w:.\\@-]*\.(?:service|socket|timer|path|mount|automount)$/.test(name);
	const waiting = cases.filter(({ peers }) => peers.some(impossible));

	test.each(waiting)('$label', ({ problems }) => {
		expect(problems.filter(({ severity }) => severity === 'error')).not.toEqual([]);
	});
});
