// The directives of systemd.path(5): facts, and one sentence of ours for each.
// `npm run generate:directives` makes every column but `summary` and `replacedBy`, which are written by hand.

import type { DirectiveTable } from '../directive.ts';

/** Directives that systemd.path(5) describes. */
export const pathDirectives: DirectiveTable = {
	name: 'path',
	man: 'systemd.path(5)',
	directives: [
		{ key: 'DirectoryMode', value: 'octal-mode', default: '0755', summary: 'Permissions of directories that MakeDirectory creates' },
		{ key: 'DirectoryNotEmpty', value: 'path', repeat: 'reset-on-empty', specifiers: 'unit', anchor: 'PathExists=', summary: 'Starts the unit whenever this directory contains something' },
		{ key: 'MakeDirectory', value: 'boolean', default: 'false', summary: 'Creates the directories to watch if missing; not for PathExists' },
		{ key: 'PathChanged', value: 'path', repeat: 'reset-on-empty', specifiers: 'unit', anchor: 'PathExists=', summary: 'Starts the unit when this file or directory changes, after the writer closes it' },
		{ key: 'PathExists', value: 'path', repeat: 'reset-on-empty', specifiers: 'unit', summary: 'Starts the unit whenever this file or directory exists' },
		{ key: 'PathExistsGlob', value: 'path', repeat: 'reset-on-empty', specifiers: 'unit', anchor: 'PathExists=', summary: 'Starts the unit whenever something matches this wildcard pattern' },
		{ key: 'PathModified', value: 'path', repeat: 'reset-on-empty', specifiers: 'unit', anchor: 'PathExists=', summary: 'Like PathChanged, but also fires on each single write to the file' },
		{ key: 'TriggerLimitBurst', value: 'unsigned', since: 250, default: '200', anchor: 'TriggerLimitIntervalSec=', summary: 'Activations allowed per TriggerLimitIntervalSec before the path unit fails' },
		{ key: 'TriggerLimitIntervalSec', value: 'time-span', since: 250, default: '2s', summary: 'Window in which TriggerLimitBurst counts activations' },
		{ key: 'Unit', value: 'unit-name', specifiers: 'unit-name', summary: 'Unit to start, if it is not the service named like the path unit' },
	],
};
