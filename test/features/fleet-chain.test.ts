// Chains of MachineOf: how they end, and that they do end.

import { expect, test } from 'vitest';
import { peerChains } from '../../core/src/features/fleet-chain.ts';

test('a chain goes on to the unit that asks for nothing', () => {
	expect(chains({ a: 'b', b: 'c', c: '' })).toEqual(['a → b → c: free']);
});

test('several peers make several chains', () => {
	expect(chains({ a: 'b c', b: 'd', c: '', d: '' })).toEqual(['a → b → d: free', 'a → c: free']);
});

test('a chain that comes back says so', () => {
	expect(chains({ a: 'b', b: 'c', c: 'b' })).toEqual(['a → b → c → b: cycle']);
	expect(chains({ a: 'a' })).toEqual(['a → a: cycle']);
});

test('a chain ends at a unit that no file tells of', () => {
	expect(chains({ a: 'b' })).toEqual(['a → b: unknown']);
});

test('a long chain is cut', () => {
	const long = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}`, `${index + 1}`]));
	expect(peerChains('0', (name) => long[name]?.split(' ')).map(({ names, end }) => [names.length, end])).toEqual([
		[30, 'cut'],
	]);
});

test('a net of units gives no more than ten chains', () => {
	const net = Object.fromEntries(
		Array.from({ length: 20 }, (_, level) =>
			['x', 'y'].map((one) => [`${one}${level}`, `x${level + 1} y${level + 1}`]),
		).flat(),
	);
	expect(chains({ ...net, a: 'x0 y0' })).toHaveLength(10);
});

function chains(peers: Readonly<Record<string, string>>): readonly string[] {
	const found = peerChains('a', (name) => peers[name]?.split(' ').filter((peer) => peer !== ''));
	return found.map(({ names, end }) => `${names.join(' → ')}: ${end}`);
}
