// What `systemctl status` would print of a unit on a machine of the practice cluster, and how it would exit.

import type { CommandResult } from '../../backend.ts';
import type { JournalLine } from '../../model.ts';
import { type Host, hostName } from '../machine/host.ts';
import { readJournal } from '../systemd/journal.ts';
import { titleOf } from '../systemd/moment.ts';
import type { SystemdUnit } from '../systemd/systemd.ts';

/** The status of a unit. Exit codes are systemctl's: 0 active, 3 not active, 4 no such unit. */
export function statusText(host: Host, name: string, now: number): CommandResult {
	const unit = host.systemd.units.get(name);
	if (unit === undefined) return { exitCode: 4, stdout: '', stderr: `Unit ${name} could not be found.\n` };
	const isUp = unit.active === 'active' || unit.active === 'reloading' || unit.active === 'activating';
	const lines = readJournal(host.systemd.journal, name, host.facts.id, { lines: 10 }, now);
	const journal = lines.map((line) => printJournalLine(line, hostName(host)));
	const stdout = [...head(unit, now), ...(journal.length > 0 ? ['', ...journal] : [])].join('\n');
	return { exitCode: isUp ? 0 : 3, stdout: `${stdout}\n`, stderr: '' };
}

/** A line as `journalctl --output=short` has it. */
function printJournalLine({ at, identifier = 'unknown', pid, message }: JournalLine, host: string): string {
	return `${shortTime(at)} ${host} ${identifier}${pid === undefined ? '' : `[${pid}]`}: ${message}`;
}

function head({ plan, active, sub, since, main }: SystemdUnit, now: number): readonly string[] {
	const bullet = active === 'active' ? '●' : active === 'failed' ? '×' : '○';
	const reason = plan.load.kind === 'loaded' ? '' : `Reason: ${plan.load.reason}; `;
	return [
		`${bullet} ${titleOf(plan)}`,
		`     Loaded: ${plan.load.kind} (${reason}/run/systemd/system/${plan.name}; linked-runtime; preset: enabled)`,
		`     Active: ${active} (${sub}) since ${longTime(since)}; ${age(now - since)} ago`,
		...(main === undefined ? [] : [`   Main PID: ${main.pid} (${main.run.program})`]),
	];
}

function shortTime(at: number): string {
	const date = new Date(at);
	const month = months[date.getUTCMonth()] ?? '';
	return `${month} ${pad(date.getUTCDate())} ${clockTime(date)}`;
}

function longTime(at: number): string {
	const date = new Date(at);
	const day = days[date.getUTCDay()] ?? '';
	const iso = date.toISOString();
	return `${day} ${iso.slice(0, 10)} ${clockTime(date)} UTC`;
}

function clockTime(date: Date): string {
	return date.toISOString().slice(11, 19);
}

function pad(number: number): string {
	return String(number).padStart(2, '0');
}

/** As systemd counts: the two largest units that are not nothing. */
function age(milliseconds: number): string {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	if (seconds < 60) return `${seconds}s`;
	if (seconds < 3600) return `${Math.floor(seconds / 60)}min ${seconds % 60}s`;
	return seconds < 86_400
		? `${Math.floor(seconds / 3600)}h ${Math.floor((seconds % 3600) / 60)}min`
		: `${Math.floor(seconds / 86_400)} days`;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const days = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
