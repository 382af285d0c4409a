// What happens to a unit after it was told to start or stop, moment by moment: shapes, and the lines that systemd
// writes about it.

import type { Run, UnitPlan } from './plan.ts';

/** Something that happens so many milliseconds after the order. */
export interface Moment {
	readonly at: number;
	/** The unit's new states. */
	readonly state?: readonly [active: string, sub: string];
	readonly lines: readonly Said[];
	/** The main process begins, or ends. */
	readonly main?: { readonly kind: 'begins'; readonly run: Run } | { readonly kind: 'ends' };
	/** What systemd does by itself then. */
	readonly next?:
		| { readonly kind: 'restart' }
		| { readonly kind: 'trigger'; readonly unit: string; readonly every?: number };
}

/** A line for the journal. */
export interface Said {
	/** `systemd`, or the name of a program. */
	readonly by: string;
	readonly text: string;
	/** As in syslog(3); 6 where it is absent. */
	readonly priority?: number;
}

/** How a service ended. */
export type Result = 'success' | 'exit-code' | 'timeout' | 'start-limit-hit';

/** A line of systemd. */
export function said(text: string, priority?: number): Said {
	return { by: 'systemd', text, ...(priority !== undefined && { priority }) };
}

/** What a command prints as it starts. */
export function outputOf({ program, output }: Run): readonly Said[] {
	return output.map((text) => ({ by: program, text }));
}

/** A unit as systemd names it in the journal: `web.service - The web`. */
export function titleOf({ name, description }: UnitPlan): string {
	return description === name ? name : `${name} - ${description}`;
}

/** What systemd says of the end of a main process. */
export function exitLine({ name }: UnitPlan, { exitCode }: Run): readonly Said[] {
	if (exitCode === 0) return [];
	const word = exitCode === 203 ? 'EXEC' : 'FAILURE';
	return [said(`${name}: Main process exited, code=exited, status=${exitCode}/${word}`, 5)];
}

/** What systemd says of a result. */
export function resultLine({ name }: UnitPlan, result: Result): Said {
	if (result === 'success') return said(`${name}: Deactivated successfully.`);
	return said(`${name}: Failed with result '${result}'.`, 4);
}
