// What a run says when a mended file cannot be written. The system's refusal is made up, because tests may run as
// root, whom no file mode stops.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderWith, runCli } from '../../support/cli.ts';

vi.mock('node:fs', async (importOriginal) => {
	const fs = await importOriginal<typeof import('node:fs')>();
	const renameSync: typeof fs.renameSync = (from, to) => {
		if (String(to).endsWith('kept.service')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
		fs.renameSync(from, to);
	};
	return { ...fs, renameSync };
});

test('--fix names a file it cannot write, reports its problems, and mends the others', async () => {
	const misspelt = '[Service]\nExecStrat=/bin/true\n';
	const cwd = folderWith({ 'kept.service': misspelt, 'web.service': misspelt });
	const { code, stdout, stderr } = await runCli(['lint', '--fix', '.'], { cwd });
	expect(stderr).toBe('fleet-units: kept.service: cannot be written: permission denied\n');
	expect(stdout).toContain('kept.service:2:1: warning:');
	expect(stdout).toContain('1 warning in 1 of 2 files; 1 fixed; 1 can be fixed with --fix\n');
	expect(code).toBe(2);
	expect(readFileSync(path.join(cwd, 'kept.service'), 'utf8')).toBe(misspelt);
	expect(readdirSync(cwd)).toEqual(['kept.service', 'web.service']);
});
