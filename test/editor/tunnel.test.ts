// Clusters behind a real sshd, in the workbench: reached through a host, as fleetctl's --tunnel does, with the user's own
// ssh. A host that cannot be trusted is told with its fingerprint, and never let in.
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedCluster, startEmbeddedCluster } from '../../cluster/src/embedded/server.ts';
import { createSshLab, type Sshd, type SshLab } from '../support/sshd.ts';
import {
	chooseFromFiles,
	chooseFromRow,
	expand,
	openClusters,
	picture,
	row,
	untilGone,
	untilUnit,
} from './cluster-steps.ts';
import { type Editor, startEditor } from './editor.ts';
import type { Page } from './playwright.ts';
import { temporaryWorkspace, vsix } from './support.ts';

describe('clusters behind a host', { timeout: 120_000 }, () => {
	const workspace = temporaryWorkspace();
	let lab: SshLab;
	let sshd: Sshd;
	let shop: EmbeddedCluster;
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		lab = createSshLab();
		sshd = await lab.sshd();
		chmodSync(lab.folder, 0o700);
		const socket = path.join(lab.folder, 'fleet.sock');
		shop = await startEmbeddedCluster({ listen: [`unix:${socket}`] });
		const hosts = ['shop', 'changed', 'unknown', 'denied'];
		const clusters = hosts.map((tunnel) => ({ name: `${tunnel} host`, tunnel, endpoint: `unix://${socket}` }));
		editor = await startEditor({
			install: vsix,
			settings: { 'fleetUnits.clusters': clusters, 'fleetUnits.sshPath': sshProgram(lab, sshd) },
		});
		page = editor.page;
		await editor.openFolder(workspace.folder);
		await openClusters(page);
	});

	afterEach(async ({ task }) => {
		await picture(page, `tunnel ${task.name}`);
	});

	afterAll(async () => {
		await editor?.close();
		await shop?.close();
		await lab?.dispose();
		workspace.remove();
	});

	test('a cluster is reached through its host, and units are started there', async () => {
		await expand(page, /^cluster shop host/);
		await row(page, /^cluster shop host, 3 machines, 0 units/).waitFor({ timeout: 60_000 });
		await chooseFromFiles(page, ['hello-world.service'], 'Start');
		await openClusters(page);
		await untilUnit(page, 'hello-world.service', 'active (running)');
		expect(sshd.logins()).toBeGreaterThan(0);
	});

	test('a host that falls silent and comes back is connected again', async () => {
		await sshd.kill();
		await row(page, /^cluster shop host, connection lost · 3 machines, 1 unit/).waitFor({ timeout: 60_000 });
		await untilUnit(page, 'hello-world.service', 'active (running)');
		await picture(page, 'tunnel host lost');
		await sshd.start();
		await row(page, /^Retry/).click();
		await row(page, /^cluster shop host, 3 machines, 1 unit/).waitFor({ timeout: 60_000 });
		await untilGone(page, /^Retry/);
		await chooseFromRow(page, /^cluster shop host/, 'Disconnect');
	});

	test('a host whose key has changed is told with its fingerprint, and not let in', async () => {
		const before = sshd.logins();
		await expand(page, /^cluster changed host/);
		await untrusted(page, lab).waitFor({ timeout: 60_000 });
		await row(page, /^cluster changed host, cannot be reached/).waitFor();
		await picture(page, 'tunnel host key changed');
		await row(page, /^Retry/).click();
		await row(page, /^cluster changed host, connecting|cannot be reached/).waitFor({ timeout: 60_000 });
		await untrusted(page, lab).waitFor({ timeout: 60_000 });
		expect(sshd.logins()).toBe(before);
		await chooseFromRow(page, /^cluster changed host/, 'Disconnect');
	});

	test('so is a host that is not known', async () => {
		const before = sshd.logins();
		await expand(page, /^cluster unknown host/);
		await untrusted(page, lab).waitFor({ timeout: 60_000 });
		expect(sshd.logins()).toBe(before);
		await chooseFromRow(page, /^cluster unknown host/, 'Disconnect');
	});

	test('who may not log in is told so', async () => {
		await expand(page, /^cluster denied host/);
		await row(page, /^access denied it let nobody in/).waitFor({ timeout: 60_000 });
	});
});

/** A program in place of `ssh` that reads the lab's config instead of the user's. */
function sshProgram(lab: SshLab, sshd: Sshd): string {
	// A config of its own for each, because what one knows of the host the others must not.
	const configs = [
		lab.config({ alias: 'shop', sshd }),
		lab.config({ alias: 'changed', sshd, hostKey: lab.key('another-host') }),
		lab.config({ alias: 'unknown', sshd, hostKey: 'none' }),
		lab.config({ alias: 'denied', sshd, key: lab.key('stranger') }),
	];
	const config = path.join(lab.folder, 'config');
	writeFileSync(config, configs.map((file) => readFileSync(file, 'utf8')).join('\n'));
	const program = path.join(lab.folder, 'ssh');
	writeFileSync(program, `#!/bin/sh\nexec /usr/bin/ssh -F '${config}' "$@"\n`, { mode: 0o755 });
	return program;
}

function untrusted(page: Page, lab: SshLab) {
	return row(page, new RegExp(`^host key not trusted .*${fingerprint(lab).replaceAll(/[+/]/g, '\\$&')}`));
}

/** `SHA256:…` of the key that the host sends. */
function fingerprint(lab: SshLab): string {
	const said = execFileSync('ssh-keygen', ['-l', '-f', path.join(lab.folder, 'host.pub')], { encoding: 'utf8' });
	return said.split(' ')[1] ?? '';
}
