// Our texts for systemd.exec(5): input, output, logs and terminals. The journal’s own settings are not known here.

import type { DirectiveTexts } from './directive-text.ts';
import { logLevelWords, outputWords } from './shared-words.ts';

/** Texts by key. */
export const execLoggingTexts: DirectiveTexts = {
	LogExtraFields: {
		does: 'Adds fixed fields to every journal entry of the unit, such as `TEAM=web`, to filter by.',
		without: 'Entries carry the usual fields only.',
		pitfall:
			'Names are upper case and must not begin with an underscore. Put quotes round values with blanks. Text forwarded to syslog loses them.',
	},
	LogFilterPatterns: {
		does: 'Keeps only messages that match a regular expression, or with `~` drops those that do.',
		without: 'All messages are stored.',
		pitfall:
			'With one allowing pattern, whatever matches none is gone for good. Lines that systemd writes about the unit are not filtered. System services only, since 253.',
	},
	LogLevelMax: {
		does: 'Drops messages less important than this level; `notice` silences `info` and `debug`.',
		without: 'All levels pass.',
		pitfall:
			"Plain output counts as `info`, see `SyslogLevel=`: with `LogLevelMax=warning`, ordinary prints vanish. systemd's own lines about the unit are measured likewise.",
		words: logLevelWords,
	},
	LogNamespace: {
		does: "Sends the unit's logs to a journal of their own, with separate files and limits.",
		without: 'Everything goes into the system journal, where one chatty service pushes out the rest.',
		pitfall:
			'`journalctl -u app` shows nothing any more; it takes `--namespace=NAME`. Log shippers must be told as well.',
	},
	LogRateLimitBurst: {
		does: 'How many messages the unit may log within the interval.',
		without: 'The limit of `journald.conf`, 10000 as a rule.',
		pitfall:
			'Surplus lines are lost; a note with their number is all that remains. Files written directly are not counted.',
	},
	LogRateLimitIntervalSec: {
		does: 'The interval for the rate limit; 0 lifts it.',
		without: '30 seconds, from `journald.conf`.',
		pitfall:
			'Lifting it lets one loop fill the journal and so erase the older entries of all others. Raising the burst is the milder measure.',
	},
	StandardError: {
		does: 'Where error output goes; the values are those of `StandardOutput=`.',
		without: 'It follows normal output, so both arrive in one place and in order.',
		pitfall:
			'Sent to another target than normal output, the order between the two is lost. In scripts `> /dev/stderr` fails, since it is a socket; write `>&2`.',
		words: outputWords,
	},
	StandardInput: {
		does: 'Where the program reads from: nothing, a terminal, a socket from activation, a file, or data in the unit.',
		without: '`/dev/null`: reading gives end of file at once.',
		pitfall:
			'Shells and REPLs therefore end immediately; that is not a crash. `tty` waits until the terminal is free. `docker run -i` has nobody to read from, and `-t` no terminal.',
		words: {
			null: 'Reading gives end of file at once.',
			tty: 'The terminal of `TTYPath=`, waiting until nobody else controls it.',
			'tty-force': 'The terminal, taken from whoever controls it.',
			'tty-fail': 'The terminal, or failure if somebody else controls it.',
			socket: 'The connection or socket that started the service.',
			fd: 'A descriptor from a socket unit, by its name after a colon.',
			data: 'The bytes of `StandardInputText=` and `StandardInputData=`.',
			file: 'The file, FIFO or Unix socket after the colon, as in `file:/srv/list`.',
		},
	},
	StandardInputData: {
		does: 'Bytes in Base64 that the program reads as input.',
		without: 'No input.',
		pitfall:
			'Anyone can read the unit, so it is unsuitable for secrets. The lines add up with those of `StandardInputText=`, in their order.',
	},
	StandardInputText: {
		does: 'Lines of text that the program reads as input; each assignment adds one, with a line break.',
		without: 'Nothing to read.',
		pitfall:
			'Leading and trailing blanks are cut. `%` and backslashes are interpreted. An empty assignment clears all that came before.',
	},
	StandardOutput: {
		does: 'Where normal output goes: the journal, read with `journalctl -u`; a file (`append:/var/log/app.log`); a terminal, a socket, or nowhere. Error output follows unless it has its own line.',
		without: 'The journal, with time stamps, rotation and priorities.',
		pitfall:
			'`>` in `ExecStart=` is an argument and redirects nothing. `file:` begins at the start of an existing file and leaves its old end standing; `append:` (240) is nearly always meant. Such files are opened by root and nobody rotates them. `syslog` has meant the journal since 246.',
		example: 'StandardOutput=append:/var/log/app.log',
		words: outputWords,
	},
	SyslogFacility: {
		does: 'The syslog category of output lines, for daemons that sort by it.',
		without: '`daemon`.',
		pitfall:
			"It concerns stdout and stderr; what the program sends by `syslog()` has its own. Only root's services should pose as `auth` or `kern`.",
		words: {
			kern: 'Messages of the kernel; not meant for services.',
			user: 'Programs that users run.',
			mail: 'Mail servers and delivery.',
			daemon: 'System services without a category of their own.',
			auth: 'Logins and permissions, readable by many.',
			syslog: "The logging system's own messages.",
			lpr: 'Printing.',
			news: 'Usenet servers.',
			uucp: 'The old dial-up transfer; free for reuse in practice.',
			cron: 'Jobs run by the clock.',
			authpriv: 'Logins and permissions, usually stored in a file that few may read.',
			ftp: 'FTP servers.',
			local0: 'Free for local use; syslog rules give it meaning.',
			local1: 'Second category for local use.',
			local2: 'Third category for local use.',
			local3: 'Fourth category for local use.',
			local4: "Fifth category for local use; OpenLDAP's habit.",
			local5: 'Sixth category for local use.',
			local6: 'Seventh category for local use.',
			local7: 'Eighth category for local use; boot messages of some distributions.',
		},
	},
	SyslogIdentifier: {
		does: 'The name that stands before each line in the log, by default that of the program. Services written in Python, Java or shell all log as `python3`, `java` or `sh`; a name of their own makes `journalctl -t` useful.',
		without: 'The name of the executable, whatever is really running in it.',
		pitfall:
			'It affects what is printed to stdout and stderr. Libraries that log by themselves choose their own tag. It does not rename the unit: `journalctl -u` goes on working by unit. In templates, `%p-%i` keeps instances apart; a bare fixed name mixes them. Rules of rsyslog that match `programname` compare exactly this text.',
		example: 'SyslogIdentifier=%p-%i',
	},
	SyslogLevel: {
		does: 'Importance of lines without one of their own.',
		without: '`info`.',
		pitfall:
			'Setting `debug` here hides the whole output behind filters. stderr gets the same level as stdout, so errors are not red by themselves.',
		words: logLevelWords,
	},
	SyslogLevelPrefix: {
		does: 'Reads `<3>` and the like at the beginning of a line as its level, and removes it.',
		without: 'On.',
		pitfall:
			'Programs whose normal output begins with `<` and a digit, XML fragments for one, lose characters. Turn it off for those.',
	},
	TTYColumns: {
		does: 'Width of the terminal in characters.',
		without: 'Asked from the terminal, else 80.',
		pitfall: 'Only with a tty as input or output. A wrong figure breaks the display of editors and menus.',
	},
	TTYPath: {
		does: 'The terminal device for `StandardInput=tty` and its like, such as `/dev/tty2`.',
		without: '`/dev/console`.',
		pitfall: 'A getty on the same terminal competes for it: mask `getty@tty2.service` or say `Conflicts=` with it.',
	},
	TTYReset: {
		does: 'Puts the terminal into a sane state before and after the run.',
		without: 'Left as it was found.',
		pitfall: 'A crashed program can leave a terminal without echo. It clears neither screen nor scroll-back.',
	},
	TTYRows: {
		does: 'Height of the terminal in lines.',
		without: 'Asked from the terminal, else 24.',
		pitfall: 'Serial consoles report nothing, and there this line helps; on real ones it only gets in the way.',
	},
	TTYVHangup: {
		does: 'Throws all other programs off the terminal before and after the run, a safeguard for login prompts.',
		without: 'Programs of the previous user may go on reading.',
		pitfall: 'Background jobs with that terminal are hung up as well.',
	},
	TTYVTDisallocate: {
		does: 'Clears the virtual console with its history, so the next user sees nothing of it.',
		without: 'The last screen stays readable.',
		pitfall:
			'It also erases the boot messages on the first console, which is why `getty@tty1` is often changed by drop-in.',
	},
	UtmpIdentifier: {
		does: 'Four characters that identify the unit in utmp, as `who` shows it; getty-like services need it.',
		without: 'No record is written.',
		pitfall: 'Longer text is cut to its last four characters. systemd builds without utmp ignore it.',
		bounds: 'four characters; of longer ones the last four count',
	},
	UtmpMode: {
		does: 'Kind of the utmp record: left to a getty, to a login program, or complete for a user session.',
		without: '`init`, which expects a getty in the service.',
		pitfall: 'Without `UtmpIdentifier=` it has no effect. A wrong kind gives sessions that `who` never shows.',
		words: {
			init: 'Writes the record of a started process; the getty inside completes it.',
			login: 'Also writes the record of a waiting login; the login program inside completes it.',
			user: 'Writes all records up to a logged-in user, for programs that are sessions themselves.',
		},
	},
};
