// The page of a webview as HTML: nothing but the script and the style of this extension, and nothing from anywhere else.

/** Addresses and secrets of a page. */
export interface PageParts {
	readonly title: string;
	readonly script: string;
	readonly style: string;
	/** Where the webview's own files come from, as a source of a content security policy. */
	readonly source: string;
	/** A secret that only our script has. */
	readonly nonce: string;
	/** What the page needs beside its script and style, as directives of a content security policy: `img-src data:`. */
	readonly allow?: readonly string[];
}

/** The page. */
export function pageHtml({ title, script, style, source, nonce, allow = [] }: PageParts): string {
	const policy = [
		"default-src 'none'",
		`style-src ${source}`,
		`script-src 'nonce-${nonce}'`,
		...allow,
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
	return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${escapeHtml(style)}">
</head>
<body>
<script nonce="${escapeHtml(nonce)}" src="${escapeHtml(script)}"></script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
