// Machines as fleetctl shows them in lists and messages: `8e2f3a1c.../10.0.0.1`.

import type { Machine } from '../../../core/src/index.ts';

/** An ID, shortened unless it shall be whole. */
export function machineId(id: string, full: boolean): string {
	return full ? id : `${id.slice(0, 8)}...`;
}

/** ID and address of a machine; only the ID where the machine is not among those that are there. */
export function machineLegend(id: string | undefined, machines: readonly Machine[], full = false): string {
	if (id === undefined || id === '') return '';
	const address = machines.find((machine) => machine.id === id)?.primaryIP;
	return `${machineId(id, full)}${address === undefined ? '' : `/${address}`}`;
}
