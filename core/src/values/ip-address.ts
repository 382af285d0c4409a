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
	const [head = '', tail, ...rest] = text.split('::');
	const before = countGroups(head, tail === undefined ? 'last' : 'first');
	const after = tail === undefined ? 0 : countGroups(tail, 'last');
	if (before === undefined || after === undefined || rest.length > 0) return false;
	return tail === undefined ? before === 8 : before + after <= 7;
}

/** The groups of one side of `::`; only the last side may end in an IPv4 address, which counts twice. */
function countGroups(text: string, side: 'first' | 'last'): number | undefined {
	const groups = text === '' ? [] : text.split(':');
	const address = side === 'last' && isIpv4(groups.at(-1) ?? '') ? groups.pop() : undefined;
	if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
	return groups.length + (address === undefined ? 0 : 2);
}
