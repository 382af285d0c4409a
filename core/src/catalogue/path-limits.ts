// What systemd asks of paths beside being absolute, by key.

/** Keys whose path may not lie below /proc, /sys or /dev, as systemd checks since `kernelPathsSince`. */
export const keysOutsideKernelPaths: ReadonlySet<string> = new Set([
	'ExtensionImages',
	'ListenFIFO',
	'ListenMessageQueue',
	'ListenUSBFunction',
	'MountImages',
	'PIDFile',
]);

/** First release that looks at that. */
export const kernelPathsSince = 257;

/** NAME_MAX and PATH_MAX of Linux, in bytes. */
export const pathLimits = { name: 255, path: 4095 } as const;
