// Specifiers and variables in the commands of a unit, replaced as systemd.unit(5) and systemd.exec(5) have it. Those
// that need a real machine (users, folders, boot IDs) stay as written.

import { splitUnitName } from '../../../../core/src/fleet/unit-name.ts';

/** What specifiers and variables stand for. */
export interface Expansion {
	readonly unitName: string;
	readonly machineId: string;
	readonly hostName: string;
	readonly environment: ReadonlyMap<string, string>;
}

/** A text with its specifiers replaced; `%%` is a percent sign. */
export function expandSpecifiers(text: string, { unitName, machineId, hostName }: Expansion): string {
	const parts = splitUnitName(unitName);
	const instance = parts?.instance ?? '';
	const values: Readonly<Record<string, string>> = {
		'%': '%',
		n: unitName,
		N: unitName.slice(0, unitName.lastIndexOf('.')),
		p: parts?.prefix ?? unitName,
		P: unescapeName(parts?.prefix ?? unitName),
		i: instance,
		I: unescapeName(instance),
		m: machineId,
		H: hostName,
	};
	return text.replace(/%(.)/g, (written, letter: string) => values[letter] ?? written);
}

/** The words of a command with `$NAME` and `${NAME}` replaced. A word that is one `$NAME` is split at blanks. */
export function expandVariables(words: readonly string[], environment: Expansion['environment']): readonly string[] {
	return words.flatMap((word) => {
		const whole = /^\$([A-Za-z_][A-Za-z0-9_]*)$/.exec(word)?.[1];
		if (whole !== undefined) return (environment.get(whole) ?? '').split(/\s+/).filter((part) => part !== '');
		return word.replace(/\$\$|\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (_, name: string | undefined) =>
			name === undefined ? '$' : (environment.get(name) ?? ''),
		);
	});
}

function unescapeName(name: string): string {
	return name
		.replaceAll('-', '/')
		.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
