// The unit files of ../shared/corpus.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedFolder } from './shared.ts';

/** All files of a folder of the corpus, with those below it. */
export function corpusFiles(folder: string): readonly { readonly file: string; readonly text: string }[] {
	return readdirSync(path.join(sharedFolder, 'corpus', folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}
