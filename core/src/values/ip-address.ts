// IP addresses as inet_pton() reads them.

/** Whether a text is an address of either family. */
export function addressFamilyOf(text: string): 'ipv4' | 'ipv6' | undefined {
	if (isIpv4(text)) return 'ipv4';
	return isIpv6(text) ? 'ipv6' : undefined;
}

/** Four numbers without zeros in front. */
export function isIpv4(text: string): boolean {
	const parts = text.split('.');
	return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** Eight groups of hex digits, of which `::` stands for those that are zero; the last two may be an IPv4 address. */
export function isIpv6(text: string): boolean {
	const halves = text.split('::');
	if (halves.length > 2 || !/^[0-9a-fA-F:.]+$/.test(text)) return false;
	const sides = halves.map((half, side) => groupsIn(half, side === halves.length - 1));
	if (sides.includes(undefined)) return false;
	const groups = sides.reduce((sum: number, count) => sum + (count ?? 0), 0);
	return halves.length === 2 ? groups <= 7 : groups === 8;
}

function groupsIn(text: string, isLast: boolean): number | undefined {
	if (text === '') return 0;
	const groups = text.split(':');
	const tail = isLast && isIpv4(groups.at(-1) ?? '') ? groups.pop() : undefined;
	if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
	return groups.length + (tail === undefined ? 0 : 2);
}
