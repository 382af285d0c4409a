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

const names = ['web@.service', 'web@1.service', 'web@2.service', 'data.service', 'side@.service', 'side@1.service'];
const activators = ['/a/data.timer', '/a/web.socket', '/a/web@.socket', '/a/data.socket'];
const others = ['/b/data.service', '/a/dtaa.service', '/a/datta.service', '/a/web.service'];
const paths = [...names.map((name) => `/a/${name}`), ...others, ...activators];
const dropIns = ['/a/data.service.d/x.conf', '/a/data.service.d/y.conf'];
const unitLines = [
	'After=data.service',
	'Before=data.service',
	'After=web@1.service',
	'BindsTo=web@%i.service',
	'Requires=data.service',
	'Alias=data.service',
];
const serviceLines = ['Type=oneshot', 'ExecStart=', 'ExecStart=/usr/bin/a', 'ExecStop=/usr/bin/b'];
const fleetLines = [
	'MachineOf=web@%i.service',
	'MachineOf=data.service',
	'Conflicts=web@*.service',
	'Conflicts=d*.service',
	'Conflicts=daata.service web@1.service',
	'MachineMetadata=role=web',
	'Global=true',
	'MachineOf=side@1.service',
];

const lines = fc.tuple(
	section('Unit', fc.subarray(unitLines)),
	section('Timer', fc.subarray(['OnCalendar=daily', 'Unit=web@1.service'])),
	section('Socket', fc.subarray(['ListenStream=80', 'Accept=yes', 'Service=side@1.service'])),
	section('Service', fc.shuffledSubarray(serviceLines)),
	section('X-Fleet', fc.subarray(fleetLines)),
);
const text = lines.map((sections) => sections.join(''));
const path = fc.constantFrom(...paths, ...dropIns);
const workspace = fc.dictionary(path, text, { maxKeys: 6, noNullPrototype: true });
const change = fc.tuple(path, fc.option(text, { nil: undefined }));
const machines = [{ id: 'a', metadata: { role: 'web' } }];

test('no file is forgotten', () => {
	fc.assert(
		fc.property(workspace, change, (files, [at, now]) => {
			const before = viewOf(files);
			const after = updateWorkspace(before, new Map([[at, now === undefined ? undefined : indexFile(at, now)]]));
			const affected = affectedFiles(before, after, new Set([at]));
			const differing = [...after.files.values()].filter((file) => said(before, file) !== said(after, file));
			for (const file of differing) expect([...affected]).toContain(file.path);
		}),
		{ numRuns: 1000 },
	);
});

test('no file is forgotten when machines come or go', () => {
	fc.assert(
		fc.property(workspace, (files) => {
			const before = viewOf(files);
			const after = { ...before, machines };
			const affected = affectedFiles(before, after, new Set());
			const differing = [...after.files.values()].filter((file) => said(before, file) !== said(after, file));
			for (const file of differing) expect([...affected]).toContain(file.path);
		}),
		{ numRuns: 300 },
	);
});

/** A section with lines, or nothing. */
function section(name: string, written: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> {
	return fc.option(written).map((found) => (found === null ? '' : `[${name}]\n${found.join('\n')}\n`));
}

function viewOf(files: Readonly<Record<string, string>>): WorkspaceView {
	return updateWorkspace(
		emptyWorkspace,
		new Map(Object.entries(files).map(([at, written]) => [at, indexFile(at, written)])),
	);
}

function said(view: WorkspaceView, { path, unit }: IndexedFile): string {
	const context = { ...defaultSettings, file: readUnitFileName(path), path, workspace: view };
	return JSON.stringify(lint(view.files.get(path)?.unit ?? unit, context));
}
