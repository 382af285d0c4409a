// What happens after a service was told to stop: its stop commands, SIGTERM, and SIGKILL where it does not hear that.

import { type Moment, outputOf, resultLine, said, titleOf } from './moment.ts';
import type { Run } from './plan.ts';
import type { ServiceUnit } from './start-service.ts';

/** The moments of a stop. `running` is the main process, if there is one. */
export function stopMoments({ plan, service }: ServiceUnit, running: Run | undefined): readonly Moment[] {
	const stopping: Moment = {
		at: 0,
		state: ['deactivating', running === undefined ? 'stop' : 'stop-sigterm'],
		lines: [said(`Stopping ${titleOf(plan)}...`)],
	};
	const commands = commandMoments(service.stop);
	const end = commands.end + timeToEnd(running, service.stopTimeout);
	const killed = running !== undefined && running.stopAfter > service.stopTimeout;
	const result = killed ? 'timeout' : 'success';
	const lines = [
		...(killed ? killLines(plan.name) : []),
		...service.stopPost.flatMap(outputOf),
		resultLine(plan, result),
	];
	return [
		stopping,
		...commands.moments,
		{ at: commands.end, state: ['deactivating', 'stop-sigterm'], lines: [] },
		{
			at: end,
			state: killed ? ['failed', 'failed'] : ['inactive', 'dead'],
			lines: [...lines, said(`Stopped ${titleOf(plan)}.`)],
			main: { kind: 'ends' },
		},
	];
}

function commandMoments(runs: readonly Run[]): { readonly moments: readonly Moment[]; readonly end: number } {
	const moments: Moment[] = [];
	let at = 0;
	for (const run of runs) {
		moments.push({ at, state: ['deactivating', 'stop'], lines: outputOf(run) });
		at += Number.isFinite(run.duration) ? run.duration : 0;
	}
	return { moments, end: at };
}

// A process that stop commands were for has mostly gone with them; the rest is SIGTERM's.
function timeToEnd(running: Run | undefined, timeout: number): number {
	return running === undefined ? 0 : Math.min(running.stopAfter, timeout);
}

function killLines(name: string): Moment['lines'] {
	return [
		said(`${name}: State 'stop-sigterm' timed out. Killing.`, 4),
		said(`${name}: Main process exited, code=killed, status=9/KILL`, 5),
	];
}
