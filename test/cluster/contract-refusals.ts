// The contract of refusing: what would poison a unit, wedge a machine's agent, or become another unit than the one that
// was written is not sent, over a new unit as over an existing one, and the cluster is as it was.

import { describe, expect, test } from 'vitest';
import type { Submission } from '../../cluster/src/backend.ts';
import type { DesiredState, UnitOption } from '../../cluster/src/model.ts';
import type { Subject } from './contract.ts';
import { freshName, patient, sleeper, submitNew } from './contract-support.ts';

/** Declares the tests of refusals. */
export function describeRefusals(subject: Subject): void {
	describe('refusing', () => {
		test.each(dangerousOptions)('a new unit with %s', async (_, options) => {
			await refuses(subject, { name: freshName('danger'), options, seen: { kind: 'anything' } });
		});

		test.each(dangerousOptions)('a text with %s over an existing unit', async (_, options) => {
			const name = await submitNew(subject, 'danger');
			await refuses(subject, { name, options, seen: { kind: 'anything' } });
		});

		test.each(['', 'noend', 'a.', 'a.conf', '@.service', 'a b.service', 'x@1.mount', `${'a'.repeat(249)}.service`])(
			'the name %j',
			async (name) => {
				await refuses(subject, { name, options: sleeper('a'), seen: { kind: 'anything' } });
			},
		);

		test.each(['loaded', 'launched'] as const)('a template that is to be %s', async (desiredState) => {
			const name = freshName('template', '@.service');
			await refuses(subject, { name, options: sleeper('a'), desiredState, seen: { kind: 'anything' } });
			await subject().submit({ name, options: sleeper('a'), seen: { kind: 'absent' } }, patient);
			await refuses(subject, { name, options: sleeper('b'), desiredState, seen: { kind: 'anything' } });
			const start = subject().setDesiredState(name, desiredState, { kind: 'anything' }, patient);
			await expect(start).rejects.toMatchObject({ kind: 'refused' });
		});

		test.each(['Launched', 'running', ''])('the desired state %j', async (word) => {
			const name = await submitNew(subject, 'state');
			// What callers without types could pass.
			const desiredState = word as DesiredState;
			await refuses(subject, { name, options: sleeper('b'), desiredState, seen: { kind: 'anything' } });
			const change = subject().setDesiredState(name, desiredState, { kind: 'anything' }, patient);
			await expect(change).rejects.toMatchObject({ kind: 'refused' });
			expect((await subject().unit(name, patient))?.desiredState).toBe('inactive');
		});
	});
}

const dangerousOptions: readonly (readonly [what: string, options: readonly UnitOption[]])[] = [
	['a bare newline in a value', [service('ExecStart', '/bin/true\nExecStop=/bin/false')]],
	['a line of 2,048 bytes', sleeper('a', service('Environment', 'x'.repeat(2048 - 'Environment='.length)))],
	['requirements that exclude each other', sleeper('a', fleet('Global', 'true'), fleet('MachineOf', 'b.service'))],
	['half a surrogate pair', sleeper('\ud83d')],
	// What callers without types could pass; it crashes fleet's handler.
	['an option that is null', [null as unknown as UnitOption]],
];

function service(name: string, value: string): UnitOption {
	return { section: 'Service', name, value };
}

function fleet(name: string, value: string): UnitOption {
	return { section: 'X-Fleet', name, value };
}

async function refuses(subject: Subject, submission: Submission): Promise<void> {
	const backend = subject();
	const before = await backend.units(patient);
	await expect(backend.submit(submission, patient)).rejects.toMatchObject({ kind: 'refused' });
	const texts = (units: typeof before) => units.map(({ name, hash, desiredState }) => ({ name, hash, desiredState }));
	expect(texts(await backend.units(patient))).toEqual(texts(before));
}
