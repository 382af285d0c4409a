// “Did you mean”.
import { expect, test } from 'vitest';
import { nearest } from '../../core/src/catalogue/nearest.ts';

const keys = ['ExecStart', 'ExecStop', 'Restart', 'RestartSec', 'Environment', 'User', 'Type'];

test.each([
	['ExecStrat', 'ExecStart'],
	['Enviroment', 'Environment'],
	['Resstart', 'Restart'],
	['ExecStartt', 'ExecStart'],
	['restartSec', 'RestartSec'],
	['Usr', 'User'],
	['Environ', 'Environment'],
])('%s is near %s', (name, expected) => {
	expect(nearest(name, keys)).toBe(expected);
});

test.each(['Colour', 'X', 'Exec', 'Start', ''])('nothing is near “%s”', (name) => {
	expect(nearest(name, keys)).toBeUndefined();
});

test('the nearest wins, and the first of two', () => {
	expect(nearest('Restarts', ['RestartSec', 'Restart'])).toBe('Restart');
	expect(nearest('Execs', ['ExecA', 'ExecB'])).toBe('ExecA');
});
