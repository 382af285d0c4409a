// Specifiers in [X-Fleet]: fleet expands four of them and leaves everything else as it stands.

/** `%` and what follows it, where that looks like a specifier that fleet does not expand. */
export function unexpandedSpecifiers(text: string): readonly { readonly text: string; readonly at: number }[] {
	return [...text.matchAll(/%([a-zA-Z%])/g)]
		.filter(([, letter = '']) => !'nNpi'.includes(letter))
		.map(({ 0: found, index }) => ({ text: found, at: index }));
}

/** Whether any stands in a text. */
export function hasUnexpandedSpecifier(text: string): boolean {
	return unexpandedSpecifiers(text).length > 0;
}
