// The test of a connection before a cluster is saved.

import { expect, test, vi } from 'vitest';
import type { ClusterServices } from '../../../client/src/cluster-commands/services.ts';
import { works } from '../../../client/src/cluster-commands/test-connection.ts';
import { ClusterError } from '../../../cluster/src/errors.ts';
import { answerWith, told } from '../../support/fake-editor.ts';

vi.mock('vscode', async () => (await import('../../support/fake-editor.ts')).fakeVscode);

const target = {
	name: 'shop',
	endpoint: 'unix:///var/run/fleet.sock',
	driver: 'api',
	tunnel: 'core@10.0.0.1',
} as const;
const unknownHost = new ClusterError(
	'host-key',
	'logging in to 10.0.0.1: the host key is not known; it sent SHA256:abc',
	{
		advice: 'compare the fingerprint',
		process: {
			argv: ['ssh', '-o', 'BatchMode=yes', '--', '10.0.0.1'],
			exitCode: 255,
			stderr: 'No ED25519 host key is known\n',
		},
	},
);

test('what answers works, and nothing is asked', async () => {
	answerWith();
	expect(await works(servicesWith(0), target)).toBe(true);
	expect(told).toEqual([]);
});

test('what does not answer is told with the whole command and what it said', async () => {
	answerWith('Try Again', undefined);
	expect(await works(servicesWith(2), target)).toBe(false);
	expect(told[0]).toMatchInlineSnapshot(`
		"shop: logging in to 10.0.0.1: the host key is not known; it sent SHA256:abc; compare the fingerprint
		Nothing was saved.

		ssh -o BatchMode=yes -- 10.0.0.1 (exit code 255): No ED25519 host key is known [Try Again] [Log In by Hand]"
	`);
	expect(told).toHaveLength(2);
});

test('who logs in by hand goes on from there, and what was typed is not lost', async () => {
	answerWith('Log In by Hand', 'Try Again');
	expect(await works(servicesWith(1), target)).toBe(true);
	expect(told.slice(1)).toEqual([
		'terminal ssh (shop): ssh -l core -- 10.0.0.1',
		'When you have logged in, shop can be tried again. [Try Again]',
	]);
});

/** Services whose cluster fails so often before it answers. */
function servicesWith(failures: number): ClusterServices {
	let left = failures;
	const services = {
		output: { error: () => {} },
		login: () => ['ssh', '-l', 'core', '--', '10.0.0.1'],
		open: async () => {
			if (left-- > 0) throw unknownHost;
			return { machines: async () => [], dispose: async () => {} };
		},
	};
	// What the test of a connection asks for.
	return services as unknown as ClusterServices;
}
