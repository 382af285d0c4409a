// The shape of what we say about a directive. Facts (kind, default, release, repetition) stand in the rows of
// `sections/`; here are the sentences that help a person to decide. All of it is our own wording, in Markdown.

/** What a person who decides about a directive should know. Whole sentences, at most 800 characters together. */
export interface DirectiveText {
	/** What it does. For a key that is gone: what it did, and what does it now. */
	readonly does: string;
	/** What holds where it is not set. Absent for keys that are gone and for old names. */
	readonly without?: string;
	/** What people fall into, and how to avoid it. Absent for keys that are gone and for old names. */
	readonly pitfall?: string;
	/** Lines of a unit file, where seeing them helps. */
	readonly example?: string;
	/** The least and the most, as a phrase, where what the key takes does not say it. */
	readonly bounds?: string;
	/** What each word of its closed set means, in a sentence. */
	readonly words?: WordTexts;
}

/** A sentence for each word. */
export type WordTexts = Readonly<Record<string, string>>;

/** Texts by key. */
export type DirectiveTexts = Readonly<Record<string, DirectiveText>>;

/** Texts by the name of a directive table, and by key. */
export type Texts = Readonly<Record<string, DirectiveTexts>>;
