// Lines on standard error, beside the report. Names in them come from anybody, so controls are made visible.

import type { Io } from './io.ts';
import { visible } from './visible.ts';

/** Says why something asked for was not done. */
export function complain({ stderr }: Pick<Io, 'stderr'>, message: string): void {
	stderr.write(`fleet-units: ${visible(message)}\n`);
}

/** Says something good to know. */
export function tell({ stderr }: Pick<Io, 'stderr'>, message: string): void {
	stderr.write(`${visible(message)}\n`);
}
