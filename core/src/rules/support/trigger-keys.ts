// The keys by which timers, paths and sockets are triggered. Within a unit the settings of each set are one list: an
// empty value of one key takes back those of the others, too (config_parse_timer(), config_parse_path_spec(),
// config_parse_socket_listen() of systemd).

/** The times of a timer. */
export const timerKeys: ReadonlySet<string> = new Set([
	'OnActiveSec',
	'OnBootSec',
	'OnStartupSec',
	'OnUnitActiveSec',
	'OnUnitInactiveSec',
	'OnCalendar',
]);

/** What a path unit watches. */
export const watchKeys: ReadonlySet<string> = new Set([
	'PathExists',
	'PathExistsGlob',
	'PathChanged',
	'PathModified',
	'DirectoryNotEmpty',
]);

/** What a socket unit listens on. */
export const listenKeys: ReadonlySet<string> = new Set([
	'ListenStream',
	'ListenDatagram',
	'ListenSequentialPacket',
	'ListenFIFO',
	'ListenSpecial',
	'ListenNetlink',
	'ListenMessageQueue',
	'ListenUSBFunction',
]);
