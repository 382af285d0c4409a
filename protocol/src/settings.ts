// The settings that editor and server share, by the names that package.json declares. No behaviour.

/** Language id of unit files in editors. */
export const languageId = 'systemd-unit';

/** Section of all settings in an editor's configuration. */
export const settingsSection = 'fleetUnits';

/** Settings as an editor sends them, unchecked: any of them may be absent or of another type. */
export interface ClientSettings {
	/** `"latest"`, or the number of a systemd release. */
	readonly systemdVersion?: unknown;
	/** The release of fleet, such as `"1.0"` or `"0.11"`. */
	readonly fleetVersion?: unknown;
	/** Rule id → severity or `"off"`. */
	readonly rules?: unknown;
	/** `"off"`, `"names"` or `"all"`. */
	readonly inlayHints?: unknown;
	/** `"local"`, or the IANA name of a time zone. */
	readonly timeZone?: unknown;
}

/** Names of the settings below `fleetUnits`, as in package.json. A tidy test compares the two. */
export const settingNames = [
	'systemdVersion',
	'fleetVersion',
	'inlayHints',
	'timeZone',
	'clusters',
	'sshPath',
	'refreshSeconds',
	'codeLens',
	'offerRedeploy',
	'rules',
	'trace.server',
] as const;
