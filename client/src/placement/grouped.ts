// Many things of which the same is to be said, said once: “a, b and 3 more: has no role”. Shapes of text only.

/** A thing and what is said of it. */
export interface Said {
	readonly name: string;
	readonly sentence: string;
}

/** What is said, each sentence once with the names of all that it is said of, in the order in which they come. */
export function groupBySentence(
	said: readonly Said[],
): readonly { readonly sentence: string; readonly names: readonly string[] }[] {
	const groups = new Map<string, string[]>();
	for (const { name, sentence } of said) {
		const names = groups.get(sentence);
		if (names === undefined) groups.set(sentence, [name]);
		else names.push(name);
	}
	return [...groups].map(([sentence, names]) => ({ sentence, names }));
}

/** Names in one line, the first of them where there are many: `a, b and 3 more`. */
export function namesText(names: readonly string[], most = 6): string {
	if (names.length <= most) return names.join(', ');
	return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}
