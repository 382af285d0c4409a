// Where this extension runs, as VS Code and its computer tell of it.

import { hostname } from 'node:os';
import * as vscode from 'vscode';
import { hostWords } from '../cluster-view/host-words.ts';
import { findProgram } from '../find-program.ts';

/** The place in words; `undefined` on the person's own computer. */
export function thisHost(): string | undefined {
	const distribution = process.env['WSL_DISTRO_NAME'];
	return hostWords({ remoteName: vscode.env.remoteName, hostname: hostname(), distribution });
}

/** What clusters are reached with, for the log: `clusters are reached from core-1 (SSH), with /usr/bin/ssh`. */
export function rangeText(sshPath: unknown): string {
	const program = typeof sshPath === 'string' && sshPath !== '' ? sshPath : 'ssh';
	const found = program.includes('/') || process.platform === 'win32' ? program : findProgram(program);
	const means = found === undefined ? `and there is no ${program} here` : `with ${found}`;
	return `clusters are reached from ${thisHost() ?? 'this computer'}, ${means}`;
}
