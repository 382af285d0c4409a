// Where the extension runs, in words, when that is not the computer in front of the person: `ssh`, its keys and all
// sockets are those of that place. How VS Code tells of it is not known here.

/** Where an extension runs, as VS Code and its computer tell. */
export interface Host {
	/** `vscode.env.remoteName`: `ssh-remote`, `wsl`, `dev-container` …; absent on the person's own computer. */
	readonly remoteName: string | undefined;
	/** What the computer, or the container, calls itself. */
	readonly hostname: string;
	/** The distribution of a WSL (`WSL_DISTRO_NAME`). */
	readonly distribution?: string | undefined;
}

/** `core-1 (SSH)`, `WSL (Debian)`, `the container 3f2a`; `undefined` on the person's own computer. */
export function hostWords({ remoteName, hostname, distribution }: Host): string | undefined {
	if (remoteName === undefined || remoteName === '') return undefined;
	if (remoteName === 'ssh-remote') return `${hostname} (SSH)`;
	if (remoteName === 'wsl') return distribution === undefined ? 'WSL' : `WSL (${distribution})`;
	if (remoteName === 'codespaces') return 'the codespace';
	if (remoteName === 'tunnel') return `${hostname} (tunnel)`;
	return remoteName.endsWith('-container') ? `the container ${hostname}` : hostname;
}

/** What follows from it, in a sentence. */
export function hostSentence(host: string): string {
	return `Reached from ${host}: ssh, its keys and sockets are those there.`;
}
