// After any change, a file of which rules say something else than before is among those that are checked again.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	affectedFiles,
	defaultSettings,
	emptyWorkspace,
	type IndexedFile,
	indexFile,
	lint,
	readUnitFileName,
	updateWorkspace,
	type WorkspaceView,
} from '../../core/src/index.ts';

const names = ['web@.service', 'web@1.service', 'web@2.service', 'db.service', 'side@.service', 'side@1.service'];
const paths = [...names.map((name) => `/a/${name}`), '/b/db.service', '/a/db.service.d/x.conf', '/a/bd.service'];
const unitLines = [
	'After=db.service',
	'Before=db.service',
	'After=web@1.service',
	'BindsTo=web@%i.service',
	'Requires=db.service',
	'Alias=db.service',
];
const fleetLines = [
	'MachineOf=web@%i.service',
	'MachineOf=db.service',
	'Conflicts=web@*.service',
	'Conflicts=d*.service',
	'Global=true',
	'MachineOf=side@1.service',
];

const text = fc
	.tuple(fc.subarray(unitLines), fc.option(fc.subarray(fleetLines)))
	.map(([unit, fleet]) => `[Unit]\n${unit.join('\n')}\n${fleet === null ? '' : `[X-Fleet]\n${fleet.join('\n')}\n`}`);
const workspace = fc.dictionary(fc.constantFrom(...paths), text, { maxKeys: 6, noNullPrototype: true });
const change = fc.tuple(fc.constantFrom(...paths), fc.option(text, { nil: undefined }));

test('no file is forgotten', () => {
	fc.assert(
		fc.property(workspace, change, (files, [path, now]) => {
			const before = updateWorkspace(
				emptyWorkspace,
				new Map(Object.entries(files).map(([at, written]) => [at, indexFile(at, written)])),
			);
			const after = updateWorkspace(before, new Map([[path, now === undefined ? undefined : indexFile(path, now)]]));
			const affected = affectedFiles(before, after, new Set([path]));
			const differing = [...after.files.values()].filter((file) => said(before, file) !== said(after, file));
			for (const file of differing) expect([...affected]).toContain(file.path);
		}),
		{ numRuns: 1500 },
	);
});

function said(view: WorkspaceView, { path, unit }: IndexedFile): string {
	const context = { ...defaultSettings, file: readUnitFileName(path), path, workspace: view };
	return JSON.stringify(lint(view.files.get(path)?.unit ?? unit, context));
}
