// Values as fleet writes them into etcd, from a few words each.

import { printObject, printText } from '../../../cluster/src/etcd/values.ts';
import { hashOf } from '../../../cluster/src/hash.ts';
import { readOptions } from '../../../core/src/fleet/options.ts';

/** The keys of a unit with that text, and the key of the text; those of where it is scheduled are not among them. */
export function unitValues(
	name: string,
	desiredState: string,
	text = '[Unit]\nDescription=a\n',
): Readonly<Record<string, string>> {
	const hash = hashOf(readOptions(text).options);
	return {
		[`unit/${hash}`]: printText(text),
		[`job/${name}/object`]: printObject(name, hash),
		[`job/${name}/target-state`]: desiredState,
	};
}

/** What a machine says of a unit: `active running`. */
export function stateValue(words: string, hash = ''): string {
	const [activeState, subState] = words.split(' ');
	return JSON.stringify({ loadState: 'loaded', activeState, subState, machineState: null, unitHash: hash });
}

/** What a machine announces. */
export function machineValue(
	id: string,
	capabilities: Readonly<Record<string, boolean>> = {},
	metadata: Readonly<Record<string, string>> = {},
): string {
	const capable = { DISABLE_ENGINE: false, GRPC: false, ...capabilities };
	return JSON.stringify({ ID: id, PublicIP: '10.0.0.1', Metadata: metadata, Capabilities: capable, Version: 'v1.0.0' });
}
