// What etcd answers (v2 keys API): nodes, events and faults, checked before they are believed. How a request gets there
// and what fleet's keys mean is not known here.

import { type Decoder, decodeJson, type Fields, toList, toNumber, toObject, toText } from '../decode.ts';

/** A key with its value, or a folder with what stands in it as far as it was asked for. */
export type EtcdNode =
	| { readonly kind: 'value'; readonly key: string; readonly value: string }
	| { readonly kind: 'folder'; readonly key: string; readonly nodes: readonly EtcdNode[] };

/** Something that happened to a key; `index` grows from one to the next. */
export interface EtcdEvent {
	readonly kind: 'set' | 'gone';
	readonly index: number;
	/** Of a key that is gone only its name counts. */
	readonly node: EtcdNode;
}

/** Why etcd did not do what it was asked. */
export interface EtcdFault {
	readonly code: number;
	readonly message: string;
	readonly cause: string;
}

/** Codes of faults that mean something to fleet's registry. */
export const faultCodes = {
	keyNotFound: 100,
	compareFailed: 101,
	keyExists: 105,
	unauthorized: 110,
	/** The history of events, which has a thousand, does not go back so far. */
	historyCleared: 401,
} as const;

/** The node of the answer to a GET. */
export const toAnswerNode: Decoder<EtcdNode> = (value, place) =>
	toNode(toObject(value, place)['node'], `${place}.node`);

/** One event of a watch. */
export const toEvent: Decoder<EtcdEvent> = (value, place) => {
	const { action, node } = toObject(value, place);
	const kind = goneActions.has(toText(action, `${place}.action`)) ? 'gone' : 'set';
	const { modifiedIndex } = toObject(node, `${place}.node`);
	return { kind, index: toNumber(modifiedIndex, `${place}.node.modifiedIndex`), node: toNode(node, `${place}.node`) };
};

/** The fault that a body tells of; `undefined` for a body that is none of the keys API. */
export function faultIn(body: string): EtcdFault | undefined {
	try {
		return decodeJson(body, 'the answer', toFault);
	} catch {
		return undefined;
	}
}

const goneActions: ReadonlySet<string> = new Set(['delete', 'expire', 'compareAndDelete']);

// A place is the key where there is one: nobody finds `node.nodes[3].nodes[917]`.
function toNode(value: unknown, place: string): EtcdNode {
	const fields = toObject(value, place);
	const key = toText(fields['key'], `${place}.key`);
	if (fields['dir'] !== true) return { kind: 'value', key, value: textOf(fields, key) };
	return { kind: 'folder', key, nodes: toList(toNode)(fields['nodes'], key) };
}

/** Of keys that are gone, etcd tells no value. */
function textOf({ value }: Fields, key: string): string {
	return value === undefined ? '' : toText(value, key);
}

function toFault(value: unknown, place: string): EtcdFault {
	const { errorCode, message, cause } = toObject(value, place);
	return {
		code: toNumber(errorCode, `${place}.errorCode`),
		message: toText(message ?? '', `${place}.message`),
		cause: toText(cause ?? '', `${place}.cause`),
	};
}
