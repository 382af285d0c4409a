// What is done with each file where the core is measured by itself.

import { defaultSettings, lint, type Problem, parse } from '../../core/src/index.ts';
import type { NamedFile } from './corpus.ts';

/** Parses and lints a file under default settings. */
export function lintOnce({ text, file }: NamedFile): readonly Problem[] {
	return lint(parse(text), { ...defaultSettings, file });
}
