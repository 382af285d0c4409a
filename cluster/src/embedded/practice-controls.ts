// What people can do to a practice cluster that they cannot do to a real one from afar: take machines away and bring
// them back.

import { DecodeFault, type Decoder, decodeJson, toList, toName, toObject, toWord } from '../decode.ts';
import type { Transport } from '../transport/transport.ts';
import type { Loss } from './machines.ts';
import { practicePath, throwIfRefused } from './practice-request.ts';

/** A machine of a practice cluster, listed or not. */
export interface PracticeMachine {
	readonly id: string;
	/** Whether fleet runs there. */
	readonly fleetd: 'running' | 'killed' | 'stopped';
	/** Its agent hangs until the machine is brought back. */
	readonly wedged: boolean;
}

/** The controls of a practice cluster. */
export interface PracticeControls {
	machines(signal: AbortSignal): Promise<readonly PracticeMachine[]>;
	loseMachine(id: string, loss: Loss, signal: AbortSignal): Promise<void>;
	returnMachine(id: string, signal: AbortSignal): Promise<void>;
	/** Takes the registry away, as if etcd hung. */
	loseRegistry(signal: AbortSignal): Promise<void>;
	returnRegistry(signal: AbortSignal): Promise<void>;
}

/** The controls, over a transport to the practice cluster. */
export function createPracticeControls(transport: Transport): PracticeControls {
	const post = async (path: string, signal: AbortSignal): Promise<void> => {
		const { status, body } = await transport.send({ method: 'POST', path }, signal);
		throwIfRefused(status, body);
	};
	return {
		async machines(signal) {
			const { status, body } = await transport.send({ method: 'GET', path: practicePath('/machines') }, signal);
			throwIfRefused(status, body);
			return decodeJson(body, 'the answer', toMachines);
		},
		loseMachine: (id, how, signal) => post(practicePath(`/machines/${encodeURIComponent(id)}/lose`, { how }), signal),
		returnMachine: (id, signal) => post(practicePath(`/machines/${encodeURIComponent(id)}/return`), signal),
		loseRegistry: (signal) => post(practicePath('/registry/lose'), signal),
		returnRegistry: (signal) => post(practicePath('/registry/return'), signal),
	};
}

const toMachines: Decoder<readonly PracticeMachine[]> = (value, place) =>
	toList(toMachine)(toObject(value, place)['machines'], `${place}.machines`);

const toMachine: Decoder<PracticeMachine> = (value, place) => {
	const fields = toObject(value, place);
	return {
		id: toName(fields['id'], `${place}.id`),
		fleetd: toWord(['running', 'killed', 'stopped'])(fields['fleetd'], `${place}.fleetd`),
		wedged: toFlag(fields['wedged'], `${place}.wedged`),
	};
};

const toFlag: Decoder<boolean> = (value, place) => {
	if (typeof value === 'boolean') return value;
	throw new DecodeFault(`${place} is neither true nor false`);
};
