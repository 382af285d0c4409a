// Our texts for systemd.exec(5): variables and credentials. What programs make of them is theirs.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of unit files look like that.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const execEnvironmentTexts: DirectiveTexts = {
	Environment: {
		does: 'Sets variables for the processes: `NAME=value`, several on a line. A value with blanks needs quotes around the *whole* assignment. Later lines override earlier ones of the same name; an empty one clears all.',
		without: 'A short fixed set: `PATH`, `LANG`, with `User=` also `HOME` and the like. Nothing of your login shell.',
		pitfall:
			'`$` means nothing here: `PATH=$PATH:/opt/bin` sets exactly that text. `%` starts a specifier and is doubled. `export` is wrong. Everybody may read the values with `systemctl show`, so passwords belong in `LoadCredential=`. `docker run` does not hand them into the container without `-e`.',
		example: 'Environment="GREETING=hello world" PORT=8080',
	},
	EnvironmentFile: {
		does: 'Reads variables from a file at each start, one `NAME=value` a line, with `#` for comments. They override `Environment=`. A prefix `-` tolerates that the file is missing; patterns such as `/etc/app/*.env` are allowed.',
		without: 'Settings stand in the unit, and changing one means a new unit and `daemon-reload`.',
		pitfall:
			"It is no shell script: `export`, `$OTHER` and `$(…)` are not understood, and a `#` behind a value is part of it. Without `-`, a missing file stops the start (“Failed to load environment files”). It cannot provide what other lines of the unit need, but in commands `${NAME}` works. On CoreOS, `/etc/environment` holds the machine's addresses.",
		example: 'EnvironmentFile=-/etc/default/app',
	},
	ImportCredential: {
		does: 'Passes on credentials the system already holds, by name or with a `*` at the end: `app.*`. A second name behind a colon renames.',
		without: 'Credentials must be listed one by one, with their sources.',
		pitfall: 'Absent ones are no error. Since 254; renaming came later.',
	},
	LoadCredential: {
		does: 'Gives the service a secret from a file or socket: `token:/etc/app/token`. The program finds it as a read-only file in `$CREDENTIALS_DIRECTORY`, in memory that is not swapped, and only its own user can read it. systemd reads the source as root, so `User=` needs no access.',
		without: 'Secrets end up in `Environment=`, open to everyone, or in files with delicate permissions.',
		pitfall:
			'The variable holds a *directory*; the name before the colon is the file in it. It is a copy from the start: a changed source needs a restart. With an absolute path that is missing the start fails with 243/CREDENTIALS. All credentials of a unit together may have 1 MB.',
		example: 'LoadCredential=token:/etc/app/token\nExecStart=/usr/bin/app --token-file ${CREDENTIALS_DIRECTORY}/token',
		bounds: '1 MB for all credentials of a unit together',
	},
	LoadCredentialEncrypted: {
		does: 'Like its plain sibling, for files that `systemd-creds encrypt` has made; they are decrypted when the service starts.',
		without: 'The secret lies readable on disk and in back-ups.',
		pitfall:
			'The key is bound to this machine or its TPM: another machine, or a replaced board, cannot read it. The name is part of the encryption.',
	},
	PassEnvironment: {
		does: 'Hands variables of the service manager on to the service, by name.',
		without: 'System services see none of them; user services all.',
		pitfall:
			'Which ones PID 1 has is set on the kernel command line or by the container engine. Unset ones are skipped silently.',
	},
	SetCredential: {
		does: 'Passes a credential written literally into the unit file, often as a default for one loaded elsewhere.',
		without: 'There is no fallback if the real source is missing.',
		pitfall: 'Unit files are readable by all, so never for secrets. Other sources of the same name win.',
	},
	SetCredentialEncrypted: {
		does: 'Holds an encrypted credential as text in the unit, made by `systemd-creds encrypt -p`.',
		without: 'A second file has to be deployed with the unit.',
		pitfall: 'The text works on the machine it was made for, and the same unit on two machines needs two texts.',
	},
	UnsetEnvironment: {
		does: 'Removes variables at the very last, whoever set them; with `NAME=value` only if the value agrees.',
		without: 'Everything collected reaches the program.',
		pitfall: 'Command lines were expanded before that, so `${NAME}` in `ExecStart=` still has its value.',
	},
};
