// PATCH /machines: metadata of machines, set and removed. All operations are checked before the first is done. The
// value is an object in an object, `{"value": "web"}`, whatever fleet's documents say.

import { setMetadata } from '../registry/changes.ts';
import type { Registry } from '../registry/registry.ts';
import { type ApiRequest, type Outcome, refusal } from './answer.ts';
import { decodeBody, goSlice, goString, goStruct } from './go-decode.ts';
import { scanJson } from './go-scan.ts';
import { JsonFault } from './go-tokens.ts';

/** Carries out a PATCH. Machines that nobody knows are taken, too. */
export function patchMachines(registry: Registry, { body }: ApiRequest): Outcome {
	const operations = readOperations(body);
	if (operations instanceof JsonFault) return { answer: refusal(400, operations.message), registry };
	const fault = operations.map(operationFault).find((one) => one !== undefined);
	if (fault !== undefined) return { answer: refusal(400, fault), registry };
	const answer = { status: 204, headers: { 'Content-Type': 'application/json' }, body: '' };
	return { answer, registry: operations.reduce(apply, registry) };
}

interface Operation {
	readonly op?: string;
	readonly path?: string;
	readonly value?: { readonly value?: string };
}

const operationType = goStruct<Required<Operation>>('api.machineMetadataOp', {
	op: goString,
	path: goString,
	value: goStruct<{ readonly value: string }>('struct { Value string }', { value: goString }),
});

function readOperations(body: string): readonly Operation[] | JsonFault {
	try {
		const operations = decodeBody(scanJson(body), goSlice('[]api.machineMetadataOp', operationType)) ?? [];
		return operations.map((operation) => operation ?? {});
	} catch (error) {
		if (error instanceof JsonFault) return error;
		throw error;
	}
}

function operationFault({ op = '', path = '', value }: Operation): string | undefined {
	if (!['add', 'remove', 'replace'].includes(op)) return 'invalid op: expect add, remove, or replace';
	if (!pathPattern.test(path)) return 'machine metadata path invalid';
	const needsValue = op !== 'remove' && (value?.value ?? '') === '';
	return needsValue ? 'invalid value: add and replace require a value' : undefined;
}

const pathPattern = /^\/([^/]+)\/metadata\/([A-Za-z0-9_.-]+)$/;

function apply(registry: Registry, { op, path = '', value }: Operation): Registry {
	const [, machineId = '', key = ''] = pathPattern.exec(path) ?? [];
	return setMetadata(registry, machineId, key, op === 'remove' ? '' : (value?.value ?? ''));
}
