// Elements of a page in one expression. Texts are texts: nothing of them is ever read as HTML.

/** An element with its attributes and what is in it. An attribute that is `undefined` is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Readonly<Record<string, string | undefined>> = {},
	...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
	const made = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value);
	made.append(...content);
	return made;
}
