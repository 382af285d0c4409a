// The escapes of unit names: `-` stands for `/`, and `\xNN` for any byte ("String escaping" in systemd.unit(5)).

/** The text that a part of a unit name stands for; what is no UTF-8 or no escape stays as it is written. */
export function unescapeUnitName(name: string): string {
	const slashes = name.replaceAll('-', '/');
	if (!slashes.includes('\\x')) return slashes;
	return slashes.replace(/(?:\\x[0-9a-f]{2})+/g, decodeBytes);
}

/** The absolute path that a part of a unit name stands for. */
export function unescapePath(name: string): string {
	return name === '-' ? '/' : `/${unescapeUnitName(name).replace(/^\/+/, '')}`;
}

function decodeBytes(escapes: string): string {
	try {
		return decodeURIComponent(escapes.replaceAll('\\x', '%'));
	} catch {
		return escapes;
	}
}
