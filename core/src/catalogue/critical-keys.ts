// Settings that systemd does not go on without: where it cannot read the value, it refuses the unit.

/** Keys whose wrong value makes systemd refuse the unit, as running it otherwise would be dangerous. */
export const criticalKeys: ReadonlySet<string> = new Set([
	'AppArmorProfile',
	'DynamicUser',
	'ExtensionImagePolicy',
	'Group',
	'MountImagePolicy',
	'RootDirectory',
	'RootImage',
	'RootImagePolicy',
	'RootMStack',
	'RootVerity',
	'SELinuxContext',
	'SmackProcessLabel',
	'SocketGroup',
	'SocketUser',
	'SupplementaryGroups',
	'User',
	'WorkingDirectory',
]);

/** First release that refuses the unit; those before skipped the setting. */
export const criticalSince = 235;
