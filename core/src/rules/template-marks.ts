// Lines that a template engine will replace are not unit text yet; rules keep silent about them.

import { overlaps, textAt } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { Problem } from './problem.ts';

// Jinja and Go templates, ERB, mustache, autoconf and m4, in the forms seen around unit files.
const templateMark = /\{\{|\}\}|\{%|%\}|<%|%>|@[A-Za-z_][A-Za-z0-9_]*@|\bm4_|\b(?:define|ifdef|ifelse|include|dnl)\b/;

/** The problems whose item has no template mark on any of its lines. */
export function outsideTemplateMarks(unit: UnitFile, problems: readonly Problem[]): readonly Problem[] {
	const marked = unit.items.filter(({ span }) => templateMark.test(textAt(unit.text, span)));
	return problems.filter(({ span }) => !marked.some((item) => overlaps(item.span, span)));
}
