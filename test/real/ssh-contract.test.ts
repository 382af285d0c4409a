// The contract of `ClusterBackend` over a practice cluster that stands behind a real ssh: by a forwarded socket, and by
// the fleetctl of a host that forwards none.
import path from 'node:path';
import { startEmbeddedCluster } from '../../cluster/src/embedded/server.ts';
import { createFleetApi } from '../../cluster/src/fleet-api/backend.ts';
import { open } from '../../cluster/src/transport/open.ts';
import { type ClusterForTest, describeBackend } from '../cluster/contract.ts';
import { fleetctl } from '../support/fd-forward.ts';
import { createSshLab, type SshdOptions } from '../support/sshd.ts';

const traits = { capabilities: ['schedule', 'submit', 'metadata'], alive: true } as const;

describeBackend('a fleet behind a host', traits, () => clusterBehind({}));

describeBackend('a fleet behind a host that forwards to no sockets', traits, () =>
	clusterBehind({ config: ['AllowStreamLocalForwarding no'], programs: { fleetctl } }),
);

async function clusterBehind(options: SshdOptions): Promise<ClusterForTest> {
	const lab = createSshLab();
	const socket = path.join(lab.folder, 'fleet.sock');
	const cluster = await startEmbeddedCluster({ listen: [`unix:${socket}`] });
	const configFile = lab.config({ alias: 'tunnel', sshd: await lab.sshd(options) });
	const ssh = { configFile, connectTimeout: 30_000 };
	const [transport] = open([{ kind: 'unix', path: socket }], { host: 'tunnel' }, { ssh }).transports;
	if (transport === undefined) throw new Error('one endpoint gives one transport');
	const backend = createFleetApi({ transport });
	return {
		backend,
		stop: async () => {
			await backend.dispose();
			await cluster.close();
			await lab.dispose();
		},
	};
}
