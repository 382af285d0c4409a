// Names on D-Bus (sd_bus_service_name_is_valid()).

import type { Flaw } from './fault.ts';
import { checkWhole } from './judge.ts';
import { plain } from './quote.ts';
import { noItems, type ValueBehaviour } from './value-kind.ts';

/** `BusName=`. */
export const busName: ValueBehaviour = {
	check: checkWhole(judgeName),
	complete: () => noItems,
	describe: () => undefined,
};

function judgeName(text: string): Flaw | undefined {
	const unique = text.startsWith(':');
	const parts = (unique ? text.slice(1) : text).split('.');
	const part = unique ? /^[A-Za-z0-9_-]+$/ : /^[A-Za-z_-][A-Za-z0-9_-]*$/;
	if (parts.length > 1 && parts.every((name) => part.test(name)) && text.length <= 255) return undefined;
	return { what: `\`${plain(text)}\` is no name on D-Bus`, advice: 'write one such as `org.example.App`' };
}
