// Flags are read as fleetctl's were meant, and the environment is not ignored silently.
import { describe, expect, test } from 'vitest';
import { readFlags, splitAtFirstName } from '../../../cli/src/ctl/flags.ts';
import { readGlobalSettings } from '../../../cli/src/ctl/global-options.ts';

const table = {
	full: { type: 'boolean', short: 'l', help: '' },
	follow: { type: 'boolean', short: 'f', help: '' },
	lines: { type: 'string', short: 'n', help: '' },
	'ca-file': { type: 'string', help: '' },
} as const;

describe('flags', () => {
	test.each([
		[['--full'], { full: true }],
		[['--full=true'], { full: true }],
		[['--full=false'], { full: false }],
		[['--full', '--full=0'], { full: false }],
		[['--full=false', '--full'], { full: true }],
		[['-l'], { full: true }],
		[['--l'], { full: true }],
		[['--f', '--lines=3'], { follow: true, lines: '3' }],
		[['-n5', '-f'], { lines: '5', follow: true }],
		[['--etcd-cafile', 'x'], { 'ca-file': 'x' }],
	])('%j mean %j', (argv, values) => {
		expect({ ...readFlags(argv, table).values }).toEqual(values);
	});

	test('that are neither true nor false are wrong', () => {
		expect(() => readFlags(['--full=maybe'], table)).toThrow('--full is true or false, not `maybe`');
	});

	test('after two dashes are none', () => {
		expect(readFlags(['web', '--', '--full=false'], table).positionals).toEqual(['web', '--full=false']);
	});

	test.each([
		[
			['-n', '5', 'web', '-f', 'x'],
			['-n', '5', 'web'],
			['-f', 'x'],
		],
		[
			['-n5', '--full', 'web', 'ls', '-l'],
			['-n5', '--full', 'web'],
			['ls', '-l'],
		],
		[['--lines=5', '--', 'web', 'ls'], ['--lines=5'], ['web', 'ls']],
		[['--full'], ['--full'], []],
		[[], [], []],
	])('%j end at the first name', (argv, own, rest) => {
		expect(splitAtFirstName(argv, table)).toEqual({ own, rest });
	});
});

describe('the settings of a call', () => {
	test('are fleetctl’s where nothing is said', () => {
		expect(readGlobalSettings({}, {})).toEqual({
			driver: 'api',
			sshTimeout: 10_000,
			strictHostKeyChecking: true,
			etcdKeyPrefix: '/_coreos.com/fleet/',
			format: 'table',
			debug: false,
		});
	});

	test('come from the environment, and flags outweigh it', () => {
		const env = {
			FLEETCTL_ENDPOINT: 'http://127.0.0.1:49153',
			FLEETCTL_TUNNEL: 'core@10.0.0.1:2222',
			FLEETCTL_DRIVER: 'API',
			FLEETCTL_SSH_USERNAME: 'admin',
			FLEETCTL_SSH_TIMEOUT: '2.5',
			FLEETCTL_REQUEST_TIMEOUT: '3',
			FLEETCTL_STRICT_HOST_KEY_CHECKING: 'false',
			FLEETCTL_DEBUG: '1',
			FLEETCTL_KNOWN_HOSTS_FILE: '',
		};
		expect(readGlobalSettings({ endpoint: 'unix:///x.sock', 'strict-host-key-checking': true }, env)).toMatchObject({
			endpoint: 'unix:///x.sock',
			tunnel: 'core@10.0.0.1:2222',
			driver: 'api',
			sshUsername: 'admin',
			sshTimeout: 2_500,
			requestTimeout: 3_000,
			strictHostKeyChecking: true,
			debug: true,
		});
		expect(readGlobalSettings({}, env)).not.toHaveProperty('knownHostsFile');
	});

	test.each([
		[{}, { FLEETCTL_SSH_TIMEOUT: 'soon' }, 'FLEETCTL_SSH_TIMEOUT: `soon` is no number of seconds, such as 3 or 0.5'],
		[
			{},
			{ FLEETCTL_STRICT_HOST_KEY_CHECKING: 'no' },
			'FLEETCTL_STRICT_HOST_KEY_CHECKING: `no` is neither true nor false',
		],
		[{ driver: 'etdc' }, {}, '--driver: there is no `etdc`; use api or etcd; did you mean etcd'],
		[{ 'request-timeout': '-1' }, {}, '--request-timeout: `-1` is no number of seconds'],
		[{ format: 'yaml' }, {}, '--format: there is no `yaml`; use table or json'],
	])('%j with %j are refused', (flags, env, message) => {
		expect(() => readGlobalSettings(flags, env)).toThrow(message);
	});
});
