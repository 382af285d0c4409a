// The shape of a row of the catalogue: one directive of one section's table. The rows stand in `sections/`.
// What a value may say in detail is the business of the value kinds; a row only names its kind.

import type { SectionName } from './section-name.ts';
import type { ValueKind } from './value-kinds.ts';

/** A key that systemd (or fleet) knows, with the facts a reader has to decide by. */
export interface Directive {
	readonly key: string;
	readonly value: ValueKind;
	/** The words that the value may be, where they are a closed set; a pair names the release that added the word. */
	readonly of?: readonly EnumMember[];
	/** A number stands for a word, too, as in `IOSchedulingClass=2`. */
	readonly orInteger?: true;
	/** What a second assignment does. Absent: the last one wins. */
	readonly repeat?: Repeat;
	/** systemd takes an empty value, too, from that release on if it is one; it brings back the default or does nothing. */
	readonly empty?: true | number;
	/** How one value holds several items. Absent: it holds one. */
	readonly list?: 'words' | 'flags' | 'colons';
	/** Which specifier table expands `%` in the value. Absent: none does. */
	readonly specifiers?: 'unit' | 'unit-name' | 'install';
	/** The sections that support the key, where not all that include its table do. */
	readonly only?: readonly SectionName[];
	/** First systemd release that knows the key. Absent: `oldestRelease` or older. */
	readonly since?: number;
	/** First release that no longer knows the key. */
	readonly removed?: number;
	/** First release that accepts the key and does nothing with it. */
	readonly ignored?: number;
	/** The key is an old name of this one, and means the same. `Unit.Key` where that moved to another section. */
	readonly aliasOf?: string;
	/** The key to use instead; its values may be written differently. */
	readonly replacedBy?: string;
	/** systemd reads the key without documenting it. */
	readonly undocumented?: true;
	/** What holds when the key is not set, in the words of the value. */
	readonly default?: string;
	/** Fragment of the man page's address, where it is not the key and `=`. */
	readonly anchor?: string;
	/** What the directive does for the reader, at most 100 characters, in our own words. */
	readonly summary: string;
}

/** A word of a closed set, or a word with the release that added it. */
export type EnumMember = string | readonly [word: string, since: number];

/** `append`: adds to what came before. `reset-on-empty`: likewise, and an empty value clears what came before. */
export type Repeat = 'append' | 'reset-on-empty';

/** The directives that one man page describes; sections are made of one or more tables. */
export interface DirectiveTable {
	/** Also the name of the file that holds it. */
	readonly name: string;
	/** Man page with its section, such as `systemd.service(5)`. */
	readonly man: string;
	readonly directives: readonly Directive[];
}

/** The release that the tables begin with: what is as old or older carries no `since`. */
export const oldestRelease = 183;
