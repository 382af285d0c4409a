// Certificates that are thrown away: an authority, and what it signed, by openssl(1) in a folder of their own.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** PEM files of an authority. */
export interface Authority {
	readonly ca: string;
	/** A certificate for 127.0.0.1, for servers and clients, and its key. */
	issue(name: string): { readonly cert: string; readonly key: string };
	/** Removes all of its files. */
	remove(): void;
}

/** Makes an authority. */
export function createAuthority(): Authority {
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-ca-'));
	const file = (name: string) => path.join(folder, name);
	const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
	const keyOf = (name: string) => ['-newkey', 'rsa:2048', '-nodes', '-keyout', file(`${name}.key`)];
	openssl('req', '-x509', ...keyOf('ca'), '-out', file('ca.pem'), '-subj', '/CN=throw-away', '-days', '2');
	writeFileSync(file('extensions'), 'subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n');
	return {
		ca: file('ca.pem'),
		issue: (name) => {
			openssl('req', ...keyOf(name), '-out', file(`${name}.csr`), '-subj', `/CN=${name}`);
			const signing = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-days', '2'];
			const extensions = ['-extfile', file('extensions')];
			openssl('x509', '-req', '-in', file(`${name}.csr`), '-out', file(`${name}.pem`), ...signing, ...extensions);
			return { cert: file(`${name}.pem`), key: file(`${name}.key`) };
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
