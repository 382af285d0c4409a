// The specifiers: what `%` and a letter stand for, and which release reads them where ("Specifiers" in
// systemd.unit(5)). What they become in a given unit is not known here.

import type { Directive } from './directive.ts';

/** A letter after `%`. The numbers are the first releases that read it, by the table of the directive's row. */
export interface Specifier {
	/** A phrase. Markdown: examples are in backticks. */
	readonly meaning: string;
	/** In most values. */
	readonly unit?: number;
	/** Where unit names are expected. */
	readonly 'unit-name'?: number;
	/** In [Install]. */
	readonly install?: number;
	/** No longer documented. */
	readonly outdated?: true;
}

/** Which table of specifiers a directive uses. */
export type SpecifierTable = NonNullable<Directive['specifiers']>;

/** From this release on an unknown specifier is a fault; before, it stayed as it was written. */
export const specifiersAreStrictSince = 236;

/** Keys whose specifiers are read from a later release on than the key itself. */
export const specifiersReadSince: Readonly<Record<string, number>> = { BindToDevice: 258, NUMAMask: 258 };

/** The specifiers by letter; `%%` is a percent sign in all of them. */
export const specifiers: Readonly<Record<string, Specifier>> = {
	A: { meaning: 'version of the OS image', unit: 249, 'unit-name': 249, install: 249 },
	B: { meaning: 'build ID of the OS', unit: 247, 'unit-name': 246, install: 246 },
	C: { meaning: 'root of cache directories: `/var/cache`, or `$XDG_CACHE_HOME`', unit: 236 },
	D: { meaning: 'root of shared data: `/usr/share/`, or `$XDG_DATA_HOME`', unit: 256 },
	E: { meaning: 'root of configuration: `/etc`, or `$XDG_CONFIG_HOME`', unit: 239 },
	G: { meaning: "numeric group of the manager's user", unit: 240, 'unit-name': 240, install: 240 },
	H: { meaning: 'host name', unit: 183, 'unit-name': 233, install: 183 },
	I: { meaning: 'instance name, unescaped', unit: 183 },
	J: { meaning: 'last `-` part of the prefix, unescaped', unit: 239 },
	L: { meaning: 'root of log directories: `/var/log`, or `log` in `$XDG_STATE_HOME`', unit: 236 },
	M: { meaning: 'identifier of the OS image', unit: 249, 'unit-name': 249, install: 249 },
	N: { meaning: 'unit name without its suffix', unit: 183, 'unit-name': 183, install: 183 },
	P: { meaning: 'prefix of the unit name, unescaped', unit: 183 },
	R: { meaning: 'cgroup path of the parent slice', unit: 183, outdated: true },
	S: { meaning: 'root of state directories: `/var/lib`, or `$XDG_STATE_HOME`', unit: 236 },
	T: { meaning: 'directory for temporary files: `/tmp`', unit: 239 },
	U: { meaning: 'numeric user of the manager', unit: 197, 'unit-name': 233, install: 183 },
	V: { meaning: 'directory for larger temporary files: `/var/tmp`', unit: 239 },
	W: { meaning: 'variant of the OS', unit: 247, 'unit-name': 246, install: 246 },
	Y: { meaning: 'directory of the unit file', unit: 251 },
	a: { meaning: 'architecture, such as `x86-64`', unit: 247, 'unit-name': 246, install: 246 },
	b: { meaning: 'ID of this boot', unit: 183, 'unit-name': 233, install: 183 },
	c: { meaning: 'cgroup path of the unit', unit: 183, outdated: true },
	d: { meaning: 'directory of the credentials', unit: 251 },
	f: { meaning: 'instance name or prefix as a path', unit: 183 },
	g: { meaning: "group of the manager's user", unit: 240, 'unit-name': 240, install: 240 },
	h: { meaning: "home of the manager's user", unit: 183 },
	i: { meaning: 'instance name: what stands after the `@`', unit: 183, 'unit-name': 183, install: 183 },
	j: { meaning: 'last `-` part of the prefix', unit: 239, 'unit-name': 241, install: 239 },
	l: { meaning: 'host name up to the first dot', unit: 246, 'unit-name': 247, install: 247 },
	m: { meaning: 'machine ID', unit: 183, 'unit-name': 233, install: 183 },
	n: { meaning: 'full unit name', unit: 183, 'unit-name': 183, install: 183 },
	o: { meaning: 'ID of the OS, such as `debian`', unit: 247, 'unit-name': 246, install: 246 },
	p: { meaning: 'prefix of the unit name: what stands before the `@`', unit: 183, 'unit-name': 183, install: 183 },
	q: { meaning: 'pretty host name', unit: 251, 'unit-name': 251, install: 251 },
	r: { meaning: "root of the manager's cgroups", unit: 183, outdated: true },
	s: { meaning: "shell of the manager's user", unit: 183 },
	t: { meaning: 'runtime directory: `/run`, or `$XDG_RUNTIME_DIR`', unit: 183 },
	u: { meaning: 'user of the manager', unit: 183, 'unit-name': 233, install: 183 },
	v: { meaning: 'release of the kernel', unit: 206, 'unit-name': 246, install: 206 },
	w: { meaning: 'version ID of the OS', unit: 247, 'unit-name': 246, install: 246 },
	y: { meaning: 'path of the unit file', unit: 251 },
};
