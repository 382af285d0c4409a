// The hosts of an ssh config that are offered to choose from.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sshHosts } from '../../../client/src/clusters/ssh-hosts.ts';

test('hosts are named in their order, patterns are not, includes are read', async () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-test-'));
	mkdirSync(path.join(folder, 'more'));
	const config = path.join(folder, 'config');
	writeFileSync(
		config,
		[
			'# Host comment',
			'Host core-1 core-2',
			'  HostName 10.0.0.1',
			'Include more/*.conf absent.conf',
			'host = "quoted"',
			'Host *.example.com !bad ?',
			'Match host x',
			'HOST core-1',
			'Include config',
		].join('\n'),
	);
	writeFileSync(path.join(folder, 'more', 'a.conf'), 'Host from-a\r\n');
	writeFileSync(path.join(folder, 'more', 'b.txt'), 'Host from-b\n');
	expect(await sshHosts(config)).toEqual(['core-1', 'core-2', 'from-a', 'quoted']);
	rmSync(folder, { recursive: true });
});

test('without a config there are none', async () => {
	expect(await sshHosts(path.join(tmpdir(), 'no such folder', 'config'))).toEqual([]);
});
