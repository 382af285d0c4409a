// What a real cluster of fleet v1.0.0 said to units that were put into it, against what we say of them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { UnitOption } from '../../core/src/fleet/model.ts';
import { unitNameFault } from '../../core/src/fleet/unit-name.ts';
import { validateOptions } from '../../core/src/fleet/validate.ts';
import { describeWithShared, sharedFolder } from './shared.ts';

interface Exchange {
	readonly method: string;
	readonly path: string;
	readonly request_body: string | null;
	readonly status: number | null;
	readonly response_body: string | null;
}

/** A unit that was put, and the answer. */
interface Submission {
	readonly name: string;
	readonly options: readonly UnitOption[];
	readonly status: number | null;
	/** Empty where the unit was taken. */
	readonly message: string;
}

const unitPath = /^\/(?:fleet\/v1|v1-alpha)\/units\/([^/?]+)(?:\?|$)/;

describeWithShared('units put into a real cluster', () => {
	const submissions = readExchanges().flatMap(submission);

	describe('are refused in the same words', () => {
		const refused = submissions.filter(({ status, message }) => status === 400 && !message.startsWith('name in URL'));
		for (const [title, one] of new Map(
			refused.map((each) => [`${each.message}: ${JSON.stringify(each.name)}`, each]),
		)) {
			test(title, () => expect(fault(one)).toBe(one.message));
		}

		test('38 times', () => expect(refused).toHaveLength(38));
	});

	test('and are taken if we find nothing, but fleet takes anything in place of a unit that it has', () => {
		const taken = submissions.filter(({ status }) => status === 201);
		expect(taken).toHaveLength(176);
		expect(taken.map((one) => [one.name, fault(one)]).filter(([, found]) => found !== undefined)).toEqual([
			['inv.service', 'Global cannot be used with Peers'],
			['inv.service', 'line too long (max 2048 bytes)'],
		]);
	});
});

function fault({ name, options }: Submission): string | undefined {
	return unitNameFault(name) ?? validateOptions(options);
}

function readExchanges(): readonly Exchange[] {
	const lines = readFileSync(join(sharedFolder, 'data', 'fleet-recordings', 'http.jsonl'), 'utf8')
		.trim()
		.split('\n');
	// The recording is fixed, so its shape is known.
	return lines.map((line) => JSON.parse(line) as Exchange);
}

// Only requests that reach the check: well-formed ones with options, and recorded in full.
function submission({ method, path, request_body, status, response_body }: Exchange): readonly Submission[] {
	const [, name] = unitPath.exec(path) ?? [];
	if (method !== 'PUT' || name === undefined || !request_body?.includes('"options"')) return [];
	const answer = response_body ? (JSON.parse(response_body) as { error: { message: string } }) : undefined;
	const options = readBody(request_body.trim());
	const message = answer?.error.message ?? '';
	return options.length === 0 ? [] : [{ name: decodeURIComponent(name), options, status, message }];
}

function readBody(text: string): readonly UnitOption[] {
	if (!text.startsWith('{') || !text.endsWith('}')) return [];
	const { options } = JSON.parse(text) as { options?: readonly (Partial<UnitOption> | null)[] };
	if (!Array.isArray(options)) return [];
	return options.map((option) => ({
		section: option?.section ?? '',
		name: option?.name ?? '',
		value: option?.value ?? '',
	}));
}
