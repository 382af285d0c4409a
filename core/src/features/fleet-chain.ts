// Chains of MachineOf: the units that drag each other to one machine, followed from unit to unit. Whether a chain is
// right is asked by rules.

/** Units from one that asks to one that asks for nothing more, or to where the chain cannot be followed. */
export interface PeerChain {
	readonly names: readonly string[];
	/** `cycle`: the last name stands in the chain before. `unknown`: no file tells of the last name. `cut`: too long. */
	readonly end: 'free' | 'cycle' | 'unknown' | 'cut';
}

const longest = 30;
const most = 10;

/** The chains that begin at a unit, at most ten. `peersOf` gives `undefined` for a unit that no file tells of. */
export function peerChains(
	start: string,
	peersOf: (name: string) => readonly string[] | undefined,
): readonly PeerChain[] {
	const chains: PeerChain[] = [];
	follow([start]);
	return chains;

	function follow(names: readonly string[]): void {
		if (chains.length === most) return;
		const last = names.at(-1) ?? start;
		const peers = peersOf(last);
		if (names.indexOf(last) < names.length - 1) chains.push({ names, end: 'cycle' });
		else if (peers === undefined) chains.push({ names, end: 'unknown' });
		else if (peers.length === 0) chains.push({ names, end: 'free' });
		else if (names.length === longest) chains.push({ names, end: 'cut' });
		else for (const peer of new Set(peers)) follow([...names, peer]);
	}
}
