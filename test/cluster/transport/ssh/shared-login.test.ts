// What becomes of a login where ssh cannot share connections: each stream is a process of its own. ssh is played here.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { open } from '../../../../cluster/src/transport/open.ts';
import { fleetctl } from '../../../support/fd-forward.ts';
import { httpServer, never, temporaryFolder } from '../servers.ts';

/** An ssh that cannot share connections as OpenSSH says it, and otherwise is logged in to this very host. */
function sshThatCannotShare(complaint: string, ending: string): string {
	const folder = temporaryFolder();
	writeFileSync(path.join(folder, 'fleetctl'), fleetctl, { mode: 0o755 });
	const program = path.join(folder, 'ssh');
	const script = `#!/bin/sh
for word; do
	if [ "$word" = -M ]; then echo '${complaint}' >&2; ${ending}; fi
	last=$word
done
PATH='${folder}':'${path.dirname(process.execPath)}':$PATH exec sh -c "$last"
`;
	writeFileSync(program, script, { mode: 0o755 });
	return program;
}

test.each([
	['ends', 'muxserver_listen: link mux listener /a => /b: Operation not permitted', 'exit 255'],
	['goes on without', 'ControlSocket /a already exists, disabling multiplexing', 'exec sleep 600'],
])('an ssh that cannot share connections and %s is used all the same', async (_what, complaint, ending) => {
	const socket = await httpServer((request, response) => response.end(request.url));
	const ssh = { program: sshThatCannotShare(complaint, ending) };
	const road = open([{ kind: 'unix', path: socket }], { host: 'tunnel' }, { ssh });
	onTestFinished(() => road.dispose());
	const [transport] = road.transports;
	const answers = [1, 2].map((number) =>
		transport?.send({ method: 'GET', path: `/${number}`, timeout: 20_000 }, never),
	);
	expect((await Promise.all(answers)).map((answer) => answer?.body)).toEqual(['/1', '/2']);
});
