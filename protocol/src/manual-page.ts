// Names of manual pages as they travel between extension and server, such as `systemd.service(5)`. They end as
// arguments of a program, so both ends ask what may be one.

/** A page of the manual, taken apart. */
export interface ManualPage {
	readonly name: string;
	readonly section: string;
}

/** Reads the name of a page; `undefined` for anything else. No name begins with a `-`, which would be an option. */
export function readManualPage(page: unknown): ManualPage | undefined {
	if (typeof page !== 'string') return undefined;
	const [, name, section] = /^([a-z0-9][a-z0-9.@_-]*)\((\d)\)$/i.exec(page) ?? [];
	return name === undefined || section === undefined ? undefined : { name, section };
}
