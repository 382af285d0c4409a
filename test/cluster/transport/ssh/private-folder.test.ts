// Folders for the sockets of ssh: where they may stand, who may enter them, and that they go.

import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderBases, makePrivateFolder } from '../../../../cluster/src/transport/ssh/private-folder.ts';
import { temporaryFolder } from '../servers.ts';

test('a folder is for us alone, and is removed with all in it', () => {
	const folder = makePrivateFolder();
	expect(statSync(folder.path).mode & 0o777).toBe(0o700);
	writeFileSync(path.join(folder.path, 'master'), '');
	folder.remove();
	expect(existsSync(folder.path)).toBe(false);
});

test('a folder stands where sockets of this session do', () => {
	const runtime = temporaryFolder();
	const folder = makePrivateFolder({ XDG_RUNTIME_DIR: runtime });
	expect(path.dirname(folder.path)).toBe(runtime);
	folder.remove();
});

test('a folder stands elsewhere where that place is gone', () => {
	const folder = makePrivateFolder({ XDG_RUNTIME_DIR: '/run/user/gone' });
	expect(path.dirname(folder.path)).toBe(tmpdir());
	folder.remove();
});

test.each([
	['too long for a socket', `/${'x'.repeat(80)}`],
	['relative', 'run'],
	['with a space', '/run/a b'],
	['with a colon, which ssh reads', '/run/a:b'],
	['with a percent sign, which ssh reads', '/run/%h'],
	['absent', ''],
])('a place that is %s is not taken', (_why, place) => {
	expect(folderBases({ XDG_RUNTIME_DIR: place })).not.toContain(place);
});

test('the usual place of macOS is short enough', () => {
	const place = '/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T';
	expect(folderBases({ XDG_RUNTIME_DIR: place })).toContain(place);
});

test('the name tells the process that made it', () => {
	const runtime = path.join(temporaryFolder(), 'r');
	mkdirSync(runtime);
	const folder = makePrivateFolder({ XDG_RUNTIME_DIR: runtime });
	expect(path.basename(folder.path)).toMatch(new RegExp(`^fleet-ssh-${process.pid}-`));
	folder.remove();
});
