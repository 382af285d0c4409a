// A day with fleetctl, recorded on a real cluster, lived again with `ctl` on a practice cluster of the same machines:
// the same commands in the same order. What comes out differently is listed here, with the reason.

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type FleetctlRun, readRuns } from './fleetctl-runs.ts';
import { type PracticeServer, practiceServer } from './practice-server.ts';

const scenarios = ['fleetctl-basics', 'fleetctl-modified-file', 'fleetctl-templates', 'fleetctl-global'];

test('commands end as fleetctl’s did, and print what it printed', async () => {
	const server = await practiceServer({}, recordedMachines);
	const day = readRuns().filter(({ scenario, args }) => scenarios.includes(scenario) && !isAboutItself(args));
	const different: string[] = [];
	for (const run of day) different.push(...(await compare(run, server)));
	expect(day.length).toBeGreaterThan(85);
	expect(different).toEqual(differences.map(([command, ctl]) => `${command} → ${ctl}`));
}, 120_000);

/** What `ctl` does where fleetctl did something else: the command, the exit code and output of `ctl`, and why. */
const differences: readonly (readonly [command: string, ctl: string, why: string])[] = [
	['nosuch', '2', 'an unknown command fails'],
	['list-units -l', '0 UNIT MACHINE ACTIVE SUB', 'short flags work'],
	[
		'list-machines -l',
		'0 MACHINE IP METADATA | 08bb6dd03108f43ad200f109b81f4d77 10.77.0.12 disk=hdd,region=eu-2,role=web | 88274bd31c8f3a8efad3d11297046bd9 10.77.0.11 disk=ssd,region=eu-1,role=web | 8c97e8ab706ee7c9b3501c81b6cbf9b4 10.77.0.13 disk=ssd,region=eu-1,role=db',
		'short flags work',
	],
	[
		'list-units',
		'0 UNIT MACHINE ACTIVE SUB | web.service 08bb6dd0.../10.77.0.12 inactive dead',
		'stop is over when the unit has stopped, and so it shows',
	],
	['restart web.service', '0 Unit web.service launched on 08bb6dd0.../10.77.0.12', 'said once'],
	['submit', '2', 'no units is wrong usage'],
	['start', '2', 'no units is wrong usage'],
	['destroy', '2', 'no units is wrong usage'],
	[
		'list-unit-files',
		'0 UNIT HASH DSTATE STATE TARGET | crlf.service cfbbb16 inactive inactive -',
		'one bad file among several keeps all of them from being sent',
	],
	['start --no-block web.service', '0 Triggered unit web.service start', 'said once'],
	[
		'list-unit-files',
		'0 UNIT HASH DSTATE STATE TARGET | crlf.service cfbbb16 inactive inactive - | web.service cfbbb16 launched launched 08bb6dd0.../10.77.0.12',
		'in fast time, units are placed at once',
	],
	[
		'start --block-attempts=2 none.service',
		'1',
		'the unit was wanted from the first, and is not said to have been inactive',
	],
	[
		'list-unit-files',
		'0 UNIT HASH DSTATE STATE TARGET | crlf.service cfbbb16 inactive inactive - | none.service 65a5a81 launched inactive - | web.service cfbbb16 launched launched 08bb6dd0.../10.77.0.12',
		'web2.service was not sent before',
	],
	[
		'list-units --full --fields unit,load,active,sub,machine,hash',
		'0 UNIT LOAD ACTIVE SUB MACHINE HASH | web.service loaded active running 08bb6dd03108f43ad200f109b81f4d77/10.77.0.12 cfbbb16ec6e355aca624233fcd85499d7ea7ce0e | web2.service loaded inactive dead 88274bd31c8f3a8efad3d11297046bd9/10.77.0.11 c6a2055e975b2b39cf799a024f5855f7d1612fb0',
		'in fast time, units are loaded at once',
	],
	[
		'list-unit-files --fields unit,hash,dstate,state,target,global,desc --full',
		'0 UNIT HASH DSTATE STATE TARGET GLOBAL DESC | crlf.service cfbbb16ec6e355aca624233fcd85499d7ea7ce0e inactive inactive - false web | web.service cfbbb16ec6e355aca624233fcd85499d7ea7ce0e launched launched 08bb6dd03108f43ad200f109b81f4d77/10.77.0.12 false web | web2.service c6a2055e975b2b39cf799a024f5855f7d1612fb0 loaded loaded 88274bd31c8f3a8efad3d11297046bd9/10.77.0.11 false web2',
		'in fast time, units are loaded at once',
	],
	[
		'start --replace web.service',
		'0 Unit web.service launched on 08bb6dd0.../10.77.0.12',
		'the text is replaced in one write, and the unit stays wanted',
	],
	['submit --replace web2.service', '1', 'what is not replaced is a failure, which names what would do it'],
	[
		'load --replace web2.service',
		'0 Unit web2.service loaded on 88274bd3.../10.77.0.11',
		'the text is replaced in one write',
	],
	['start tp@.service', '1', 'a template is refused before anything is sent'],
	['submit tp@.service', '0 Unit tp@.service inactive', 'the refused start before has not made it'],
	['start tp@1', '0 Unit tp@1.service launched on 08bb6dd0.../10.77.0.12', 'made and launched in one write'],
	['start tp@2.service', '0 Unit tp@2.service launched on 88274bd3.../10.77.0.11', 'made and launched in one write'],
	[
		'start --no-block tp@{3,4}.service',
		'0 Triggered unit tp@3.service start | Triggered unit tp@4.service start',
		'choices are understood',
	],
	[
		'list-unit-files',
		'0 UNIT HASH DSTATE STATE TARGET | crlf.service cfbbb16 inactive inactive - | tp@.service 72092d1 inactive inactive - | tp@1.service 72092d1 launched launched 08bb6dd0.../10.77.0.12 | tp@2.service 72092d1 launched launched 88274bd3.../10.77.0.11 | tp@3.service 72092d1 launched launched 8c97e8ab.../10.77.0.13 | tp@4.service 72092d1 launched launched 08bb6dd0.../10.77.0.12',
		'tp@{3,4} are there',
	],
	[
		'list-unit-files',
		'0 UNIT HASH DSTATE STATE TARGET | crlf.service cfbbb16 inactive inactive - | tp@1.service 72092d1 launched launched 08bb6dd0.../10.77.0.12 | tp@2.service 72092d1 launched launched 88274bd3.../10.77.0.11 | tp@3.service 72092d1 launched launched 8c97e8ab.../10.77.0.13 | tp@4.service 72092d1 launched launched 08bb6dd0.../10.77.0.12',
		'tp@{3,4} are there',
	],
	[
		'destroy tp@1.service tp@2.service tp@*',
		'0 Destroyed tp@1.service | Destroyed tp@2.service | Destroyed tp@3.service | Destroyed tp@4.service',
		'globs are understood',
	],
	['start g.service', '0 Global unit g.service launched on 3 machines', 'global units are waited for'],
	[
		'list-units',
		'0 UNIT MACHINE ACTIVE SUB | g.service 08bb6dd0.../10.77.0.12 active running | g.service 88274bd3.../10.77.0.11 active running | g.service 8c97e8ab.../10.77.0.13 active running',
		'global units were waited for',
	],
	['status g.service', '0 …', 'global units have a status on each machine'],
	['journal g.service', '0 …', 'global units have a journal on each machine'],
	['stop g.service', '0 Global unit g.service loaded on 3 machines', 'global units are waited for'],
	['unload g.service', '0 Unit g.service inactive', 'global units are waited for'],
];

/** fleetctl's own help and version. */
function isAboutItself(args: readonly string[]): boolean {
	return args.length === 1 || args.some((word) => ['help', '--help', '--version', 'version', 'verify'].includes(word));
}

/** What `ctl` does instead; nothing where it does the same. */
async function compare(run: FleetctlRun, { ctl, folder }: PracticeServer): Promise<readonly string[]> {
	for (const [name, text] of Object.entries(run.files ?? {})) writeFileSync(path.join(folder, name), text);
	const { code, stdout } = await ctl(run.args.slice(1));
	if (code === run.exit && stdout === run.stdout) return [];
	// What machines say has the time in it.
	const isOfMachines = ['status', 'journal'].includes(run.args[1] ?? '');
	const output = isOfMachines ? '…' : stdout.trimEnd().replaceAll('\n', ' | ').replace(/\t+/g, ' ');
	return [`${run.args.slice(1).join(' ')} → ${code}${output === '' ? '' : ` ${output}`}`];
}

const recordedMachines = [
	{
		id: '08bb6dd03108f43ad200f109b81f4d77',
		primaryIP: '10.77.0.12',
		metadata: { disk: 'hdd', region: 'eu-2', role: 'web' },
	},
	{
		id: '88274bd31c8f3a8efad3d11297046bd9',
		primaryIP: '10.77.0.11',
		metadata: { disk: 'ssd', region: 'eu-1', role: 'web' },
	},
	{
		id: '8c97e8ab706ee7c9b3501c81b6cbf9b4',
		primaryIP: '10.77.0.13',
		metadata: { disk: 'ssd', region: 'eu-1', role: 'db' },
	},
];
