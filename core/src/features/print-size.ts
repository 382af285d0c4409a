// Sizes for people, in the largest unit that leaves a number above one.

/** `1.5 GiB`; below a KiB, bytes. */
export function printSize(bytes: number): string {
	const rank = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
	if (rank === 0) return `${bytes} bytes`;
	return `${Number((bytes / 1024 ** rank).toFixed(2))} ${units[rank]}`;
}

const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'] as const;
