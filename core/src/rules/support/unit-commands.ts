// The commands of a unit's Exec*= lines, and those of container programs among them: also behind `env`, `sudo`,
// `exec` and in a simple `sh -c '…'`. What cannot be read through is kept as opaque, so that rules can keep silent.

import type { FoundDirective } from '../../catalogue/lookup.ts';
import type { SectionName } from '../../catalogue/section-name.ts';
import { type Command, type CommandFault, type CommandWord, parseCommandLine } from '../../syntax/command-line.ts';
import { sourceSpan } from '../../syntax/joined.ts';
import type { Span } from '../../syntax/span.ts';
import type { Entry, UnitFile } from '../../syntax/tree.ts';
import type { LintContext } from '../settings.ts';
import { hasConflictMarker } from './conflict-markers.ts';
import { type ContainerCommand, parseContainerCommand } from './container-command.ts';
import { type Setting, settingsOf } from './settings-of.ts';
import { isShell, splitScript } from './shell-script.ts';

/** A command of an Exec*= line. */
export interface UnitCommand {
	readonly entry: Entry;
	readonly section: SectionName;
	/** The directive, such as `ExecStart`. */
	readonly key: string;
	readonly command: Command;
}

/** A command of a container program. */
export interface ContainerUse extends UnitCommand {
	readonly container: ContainerCommand;
	/** The operators around it in the script it stands in; absent where systemd runs it itself. */
	readonly script?: { readonly before: string; readonly after: string };
}

/** A fault of an Exec*= line, as systemd reads it. */
export interface FoundCommandFault extends Pick<UnitCommand, 'entry' | 'section'> {
	readonly fault: CommandFault;
}

/** What a unit runs. Containers are looked for in [Service] alone. */
export interface UnitCommands {
	readonly commands: readonly UnitCommand[];
	readonly faults: readonly FoundCommandFault[];
	readonly containers: readonly ContainerUse[];
	/** Commands that are no container's and could not be read through: scripts, other programs. */
	readonly opaque: readonly UnitCommand[];
}

const known = new WeakMap<readonly Setting[], UnitCommands>();

/**
 * The commands of a file, less those that an empty assignment takes back. Found once for each tree. Where no container
 * program is named, plain lines (a path, no sign of a shell) are not read: no rule has a question about them.
 */
export function unitCommands(unit: UnitFile, context: LintContext): UnitCommands {
	const settings = settingsOf(unit, context);
	const found = known.get(settings) ?? findCommands(unit, settings);
	known.set(settings, found);
	return found;
}

/** Whether a container that runs is what `ExecStart=` is about, and not a step of a longer script. */
export function isMainContainer({ key, container, script }: ContainerUse): boolean {
	if (key !== 'ExecStart' || container.action !== 'run') return false;
	return script === undefined || (script.after === '' && script.before !== '|');
}

/** Where a span of a command's value stands in the file. */
export function placeOf({ entry }: Pick<UnitCommand, 'entry'>, { start, end }: Span): Span {
	return sourceSpan(entry.value, start, end);
}

function findCommands(unit: UnitFile, settings: readonly Setting[]): UnitCommands {
	const written = execSettings(settings).filter(({ entry }) => !hasConflictMarker(unit, entry));
	const containerised = written.some(({ entry }) => /docker|podman|rkt/.test(entry.value.text));
	const worthReading = containerised ? written : written.filter(({ entry }) => !isPlain(entry.value.text));
	const lines = worthReading.map(({ entry, section }) => ({
		entry,
		section,
		key: entry.key.text,
		...parseCommandLine(entry.value.text),
	}));
	const commands = lines.flatMap(({ commands: all, faults: _, ...place }) =>
		all.map((command) => ({ ...place, command })),
	);
	const faults = lines.flatMap(({ entry, section, faults: all }) => all.map((fault) => ({ entry, section, fault })));
	const service = commands.filter(({ section }) => section === 'Service');
	const read = service.map((command) => ({ command, found: containersIn(command) }));
	const containers = read.flatMap(({ found }) => found.containers);
	return {
		commands,
		faults,
		containers,
		opaque: read.filter(({ found }) => !found.whole).map(({ command }) => command),
	};
}

/** An absolute path and arguments without anything that a shell would act upon. */
function isPlain(value: string): boolean {
	return /^[-@:+!]*\//.test(value) && !/[|&<>;`]|\$\(/.test(value);
}

function execSettings(settings: readonly Setting[]): readonly Setting[] {
	// A directive is one of its section alone.
	const kept = new Map<FoundDirective, Setting[]>();
	for (const setting of settings) {
		const { entry, key } = setting;
		if (key.kind !== 'known' || key.directive.value !== 'command-line') continue;
		const before = kept.get(key.directive);
		if (entry.value.text === '') kept.delete(key.directive);
		else if (before === undefined) kept.set(key.directive, [setting]);
		else before.push(setting);
	}
	return [...kept.values()].flat();
}

/** The container commands that a command comes down to. `whole`: there are no others. */
interface Found {
	readonly containers: readonly ContainerUse[];
	readonly whole: boolean;
}

const nothing: Found = { containers: [], whole: true };
const unread: Found = { containers: [], whole: false };

function containersIn(from: UnitCommand): Found {
	const { command } = from;
	if (command.viaShell) return unread;
	const program = { text: command.path.text, span: command.path.span, origins: [] };
	return readWords(from, [program, ...command.argv.slice(1)], undefined);
}

function readWords(from: UnitCommand, words: readonly CommandWord[], script: ContainerUse['script']): Found {
	const inner = unwrap(words);
	const container = parseContainerCommand(inner);
	if (container) return { containers: [{ ...from, container, ...(script && { script }) }], whole: true };
	const [program] = inner;
	if (program === undefined) return nothing;
	if (isShell(program.text)) return script ? unread : readShell(from, inner);
	return harmless.has(baseName(program.text)) ? nothing : unread;
}

/** Programs that have nothing to do with containers, even by way of their arguments. */
const harmless = new Set(
	'[ cat chmod chown cp cd echo etcdctl export false kill ln logger ls mkdir mv printf sleep systemctl test touch true'.split(
		' ',
	),
);

function readShell(from: UnitCommand, words: readonly CommandWord[]): Found {
	const at = words.findIndex(({ text }, index) => index > 0 && /^-[a-z]*c$/.test(text));
	const plain = words.slice(1, at).every(({ text }) => text.startsWith('-'));
	const script = words[at + 1];
	const commands = at > 0 && plain && script ? splitScript(script) : undefined;
	if (commands === undefined) return unread;
	const found = commands.map(({ words: inner, before, after }) => readWords(from, inner, { before, after }));
	return { containers: found.flatMap(({ containers }) => containers), whole: found.every(({ whole }) => whole) };
}

/** Takes away the programs that only run another: `env A=b`, `sudo -u x`, `exec`, `nohup`. */
function unwrap(words: readonly CommandWord[]): readonly CommandWord[] {
	const [program] = words;
	const name = program && baseName(program.text);
	const options = name === undefined ? undefined : wrappers.get(name);
	if (options === undefined) return words;
	let at = 1;
	for (let text = words[at]?.text; text !== undefined; text = words[at]?.text) {
		if (options.withValue.includes(text)) at += 2;
		else if (/^-/.test(text) || (options.assigns && /^[A-Za-z_]\w*=/.test(text))) at++;
		else break;
	}
	return unwrap(words.slice(at));
}

const wrappers: ReadonlyMap<string, { readonly withValue: readonly string[]; readonly assigns: boolean }> = new Map([
	['env', { withValue: ['-u', '--unset', '-C', '--chdir'], assigns: true }],
	['sudo', { withValue: ['-u', '-g', '-h', '-p', '--user', '--group'], assigns: true }],
	['exec', { withValue: ['-a'], assigns: false }],
	['nohup', { withValue: [], assigns: false }],
]);

function baseName(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
