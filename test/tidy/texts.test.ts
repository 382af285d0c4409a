// The texts about directives keep their promises: every row has one, of a length that is read, saying what people need;
// none says what another says, and what they name exists.
import { expect, test } from 'vitest';
import { findDirective } from '../../core/src/catalogue/lookup.ts';
import { isSectionName, sectionNames } from '../../core/src/catalogue/section-name.ts';
import { directiveTables } from '../../core/src/catalogue/tables.ts';
import type { DirectiveText } from '../../core/src/catalogue/texts/directive-text.ts';
import { sectionTables } from '../../core/src/catalogue/unit-kinds.ts';
import { wordsOf } from '../../core/src/features/words.ts';
import { parse } from '../../core/src/syntax/parse.ts';
import { texts } from '../../core/src/texts.ts';

/** Those in everyday units, which get more words. */
const common = new Set(
	Object.entries({
		unit: `Description Documentation After Before Requires Requisite Wants BindsTo PartOf Upholds Conflicts OnFailure
			OnSuccess ConditionPathExists ConditionVirtualization ConditionHost StartLimitIntervalSec StartLimitBurst
			DefaultDependencies RequiresMountsFor FailureAction`,
		service: `Type ExecCondition ExecStartPre ExecStart ExecStartPost ExecReload ExecStop ExecStopPost Restart
			RestartSec TimeoutStartSec TimeoutStopSec TimeoutSec RemainAfterExit PIDFile BusName NotifyAccess WatchdogSec
			SuccessExitStatus RestartPreventExitStatus`,
		exec: `User Group SupplementaryGroups DynamicUser WorkingDirectory Environment EnvironmentFile StandardOutput
			SyslogIdentifier UMask LimitNOFILE CapabilityBoundingSet AmbientCapabilities NoNewPrivileges PrivateTmp
			PrivateDevices PrivateNetwork ProtectSystem ProtectHome ReadWritePaths ReadOnlyPaths BindPaths RuntimeDirectory
			StateDirectory CacheDirectory LogsDirectory SystemCallFilter LoadCredential`,
		kill: 'KillMode KillSignal SendSIGKILL',
		'resource-control': 'CPUQuota CPUWeight MemoryMax MemoryHigh TasksMax Slice Delegate',
		socket: `ListenStream ListenDatagram ListenSequentialPacket ListenFIFO ListenSpecial ListenNetlink
			ListenMessageQueue Accept SocketMode Service`,
		timer: `OnCalendar OnActiveSec OnBootSec OnStartupSec OnUnitActiveSec OnUnitInactiveSec Persistent AccuracySec
			RandomizedDelaySec Unit`,
		path: 'PathExists PathExistsGlob PathChanged PathModified DirectoryNotEmpty',
		mount: 'What Where Type Options',
		automount: 'Where TimeoutIdleSec',
		swap: 'What',
		install: 'WantedBy RequiredBy Alias Also',
		'x-fleet': 'Global MachineID MachineMetadata MachineOf Conflicts Replaces',
	}).flatMap(([table, keys]) => keys.split(/\s+/).map((key) => `${table}.${key}`)),
);

const rows = directiveTables.flatMap((table) =>
	table.directives.map((row) => ({ table, row, name: `${table.name}.${row.key}` })),
);
const written = Object.entries(texts).flatMap(([table, keys]) =>
	Object.entries(keys).map(([key, text]) => ({ name: `${table}.${key}`, text })),
);
const everyText = new Map(written.map(({ name, text }) => [name, text]));

test('every directive has a text, and every text is of a directive', () => {
	expect(written.map(({ name }) => name).sort()).toEqual(rows.map(({ name }) => name).sort());
});

test('the 531 names of today say what they do, what holds without them, and where the pitfall is', () => {
	const current = rows.filter(({ row, table }) => row.removed === undefined && table.name !== 'x-fleet');
	expect(new Set(current.map(({ row }) => row.key)).size).toBe(531);
	const short = rows.filter(({ row, name }) => isInUse(row) && !isComplete(everyText.get(name)));
	expect(short.map(({ name }) => name)).toEqual([]);
});

test('a text has about forty words, a common one 80 to 120, and none more than 800 characters', () => {
	expect([...common].filter((name) => !everyText.has(name))).toEqual([]);
	expect(common.size).toBe(121);
	const amiss = written.filter(({ name, text }) => {
		const [least, most] = common.has(name) ? [80, 120] : isComplete(text) ? [25, 65] : [5, 35];
		const { length } = words(prose(text));
		return length < least || length > most || prose(text).length > 800;
	});
	expect(amiss.map(({ name, text }) => `${name}: ${words(prose(text)).length} words`)).toEqual([]);
});

test('no sentence has more than 35 words', () => {
	const long = parts().flatMap(({ text }) => sentences(text).filter((sentence) => words(sentence).length > 35));
	expect(long).toEqual([]);
});

test('texts are whole sentences in sound Markdown', () => {
	const unsound = parts().filter(({ text }) => {
		const isSentence = /^[\p{Lu}\d`“*].*[.”?]$/u.test(text);
		const hasPairs = text.split('`').length % 2 === 1;
		return !isSentence || !hasPairs || /[<>]|\]\(/.test(text.replace(/`[^`]*`/g, ''));
	});
	expect(unsound).toEqual([]);
});

test('no two texts share eight words in a row', () => {
	const owners = new Map<string, string>();
	const shared: string[] = [];
	for (const { name, text } of proseOnce()) {
		for (const run of new Set(runsOf(text, 8))) {
			const other = owners.get(run);
			if (other !== undefined && other !== name) shared.push(`${name} and ${other}: ${run}`);
			owners.set(run, name);
		}
	}
	expect(shared).toEqual([]);
});

test('every word of a closed set is explained, and no other', () => {
	for (const { row, name } of rows) {
		const set = row.value === 'boolean' || row.aliasOf === 'OnFailureJobMode' ? [] : wordsOf(row);
		const explained = Object.keys(everyText.get(name)?.words ?? {});
		expect(explained.sort(), name).toEqual(set.map(({ word }) => word).sort());
	}
});

test('the words of one directive mean different things', () => {
	for (const { name, text } of written) {
		const meanings = wordSentences(text);
		expect(new Set(meanings).size, name).toBe(meanings.length);
	}
});

test('every directive that a text names is one', () => {
	const known = new Set(rows.map(({ row }) => row.key));
	const elsewhere = /^Default[A-Z]|^(?:SystemdService|ProcessSizeMax)$/;
	const named = parts().flatMap(({ name, text }) =>
		[...text.matchAll(/`([A-Z][A-Za-z]*[a-z][A-Za-z]*)=[^`]*`/g)].map(([, key = '']) => ({ name, key })),
	);
	expect(named.length).toBeGreaterThan(500);
	expect(named.filter(({ key }) => !known.has(key) && !elsewhere.test(key))).toEqual([]);
});

test('examples are lines of a unit file, with the directive among them', () => {
	for (const { table, row, name } of rows) {
		const example = everyText.get(name)?.example;
		if (example === undefined) continue;
		const home = sectionNames.find((section) => sectionTables[section].includes(table)) ?? '';
		const unit = parse(example.startsWith('[') ? example : `[${home}]\n${example}`);
		const entries = unit.sections.flatMap((section) => section.entries.map((entry) => ({ section, entry })));
		expect(
			entries.map(({ entry }) => entry.key.text),
			name,
		).toContain(row.key);
		for (const { section, entry } of entries) {
			const isKnown = isSectionName(section.name) && findDirective(section.name, entry.key.text) !== undefined;
			expect(isKnown, `${name}: ${entry.key.text}`).toBe(true);
		}
	}
});

function isInUse({ removed, ignored, aliasOf, undocumented }: (typeof rows)[number]['row']): boolean {
	return removed === undefined && ignored === undefined && aliasOf === undefined && undocumented === undefined;
}

function isComplete(text: DirectiveText | undefined): boolean {
	return text?.without !== undefined && text.pitfall !== undefined;
}

function prose({ does, without, pitfall }: DirectiveText): string {
	return [does, without, pitfall].filter((part) => part !== undefined).join(' ');
}

/** The paragraphs of all texts and the sentences of their words, each with whose it is. */
function parts(): readonly { readonly name: string; readonly text: string }[] {
	return written.flatMap(({ name, text }) =>
		[text.does, text.without, text.pitfall, ...wordSentences(text)].flatMap((part) =>
			part === undefined ? [] : [{ name, text: part }],
		),
	);
}

function wordSentences(text: DirectiveText): readonly string[] {
	return Object.values(text.words ?? {});
}

/** The prose of each text, and each word's sentence; sets of words that directives share stand once. */
function proseOnce(): readonly { readonly name: string; readonly text: string }[] {
	const sets = new Map(written.flatMap(({ name, text }) => (text.words ? [[text.words, name] as const] : [])));
	const ofWords = [...sets].flatMap(([set, name]) =>
		Object.entries(set).map(([word, text]) => ({ name: `${name}=${word}`, text })),
	);
	return [...written.map(({ name, text }) => ({ name, text: prose(text) })), ...ofWords];
}

function sentences(text: string): readonly string[] {
	return text.replace(/`[^`]*`/g, 'x').split(/(?<=[.!?])\s+/);
}

function words(text: string): readonly string[] {
	return text.replaceAll('`', '').match(/\S*[\p{L}\p{N}]\S*/gu) ?? [];
}

function runsOf(text: string, length: number): readonly string[] {
	const plain = words(text).map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}=%/-]/gu, ''));
	return plain.slice(0, -length + 1).map((_, at) => plain.slice(at, at + length).join(' '));
}
