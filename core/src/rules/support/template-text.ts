// Text that a template engine will replace, in values that rules look at closely. Whole files of an engine (`.in`,
// `.j2`) are seen to elsewhere; such marks stand in plain unit files, too.

/** Whether a text holds a template engine's mark, so that it may become anything. */
export function hasTemplateMark(text: string): boolean {
	return /\{\{|\}\}|\{%|<%|%>|@[A-Za-z_][A-Za-z0-9_]*@|%%[A-Z_]+%%/.test(text);
}

/** Whether a line begins with a template engine's mark, so that lines may come and go. */
export function hasTemplateBlock(text: string): boolean {
	if (!/\{\{|[{<]%/.test(text)) return false; // Nearly every file.
	return /^[ \t]*(?:[#;][ \t]*)?(?:\{\{|\{%|<%)/m.test(text);
}
