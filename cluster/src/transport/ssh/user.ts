// Who logs in where nobody said it. fleetctl takes `core` always; here the person's ssh config comes first, and only ssh
// knows what that says. So ssh is asked, with a config that has theirs first and ours last: the first value counts
// (ssh_config(5)).

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { within } from '../deadline.ts';
import { runToEnd } from '../run.ts';
import { configArgv, type Login } from './argv.ts';
import { makePrivateFolder } from './private-folder.ts';

/** The same login, with the user that the ssh config names, or else the fallback. */
export async function withUser(login: Login): Promise<Login> {
	const { tunnel, settings } = login;
	if (tunnel.user !== undefined || settings.fallbackUser === undefined) return login;
	const user = await askForUser(login, settings.fallbackUser);
	return user === undefined ? login : { ...login, tunnel: { ...tunnel, user } };
}

/** The text of a config that has the person's first. */
export function configWithFallback(configFile: string | undefined, user: string): string {
	const files = configFile === undefined ? ['~/.ssh/config', systemConfig()] : [configFile];
	return [...files.map((file) => `Include "${file}"`), 'Host *', `\tUser ${user}`, ''].join('\n');
}

function systemConfig(): string {
	const base = process.platform === 'win32' ? process.env['ProgramData'] : undefined;
	return base === undefined ? '/etc/ssh/ssh_config' : `${base}/ssh/ssh_config`;
}

async function askForUser(login: Login, fallback: string): Promise<string | undefined> {
	const folder = makePrivateFolder();
	try {
		const file = path.join(folder.path, 'config');
		await writeFile(file, configWithFallback(login.settings.configFile, fallback));
		const limits = { signals: [], timeout: 5_000, what: `reading the ssh config for ${login.tunnel.host}` };
		const { stdout } = await within(limits, (inner) => runToEnd(configArgv(login, file), {}, inner));
		// What keeps ssh from reading its config comes up again when it logs in, and is told then.
		return /^user (\S+)$/m.exec(stdout)?.[1];
	} finally {
		folder.remove();
	}
}
