// Which drop-ins amend which unit file, and in which order systemd reads them.
import { expect, test } from 'vitest';
import type { IndexedFile, WorkspaceView } from '../../core/src/index.ts';
import { amendedBy, dropInsOf, partsOf } from '../../core/src/workspace/drop-ins.ts';
import { workspaceOf } from '../support/workspace.ts';

const view = workspaceOf({
	'/lib/web.service.d/50-b.conf': '',
	'/etc/web.service.d/10-a.conf': '',
	'/lib/web.service': '',
	'/lib/db.service.d/20-c.conf': '',
	'/lib/lost.service.d/x.conf': '',
});

test('those of its own name, by file name whatever the folder', () => {
	expect(paths(dropInsOf(view, fileAt(view, '/lib/web.service')))).toEqual([
		'/etc/web.service.d/10-a.conf',
		'/lib/web.service.d/50-b.conf',
	]);
});

test('the parts of a unit are the same from each of them', () => {
	const parts = ['/lib/web.service', '/etc/web.service.d/10-a.conf', '/lib/web.service.d/50-b.conf'];
	for (const part of parts) expect(paths(partsOf(view, fileAt(view, part)))).toEqual(parts);
});

test('a drop-in without its unit has no parts', () => {
	expect(partsOf(view, fileAt(view, '/lib/lost.service.d/x.conf'))).toEqual([]);
});

test('of several units of its name, a drop-in amends the nearest', () => {
	const copies = workspaceOf({ '/a/web.service': '', '/b/web.service': '', '/b/web.service.d/x.conf': '' });
	expect(paths(amendedBy(copies, fileAt(copies, '/b/web.service.d/x.conf')))).toEqual(['/b/web.service']);
	expect(dropInsOf(copies, fileAt(copies, '/a/web.service'))).toEqual([]);
});

function fileAt({ files }: WorkspaceView, path: string): IndexedFile {
	const file = files.get(path);
	if (file === undefined) throw new Error(`${path} is not there`);
	return file;
}

function paths(files: readonly IndexedFile[]): readonly string[] {
	return files.map(({ path }) => path);
}
