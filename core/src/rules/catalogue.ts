// Made by `npm run generate` from the files of this folder: every rule, by id.

import { blankAfterBackslash } from './blank-after-backslash.ts';
import { blankLineInContinuation } from './blank-line-in-continuation.ts';
import { carriageReturnAfterBackslash } from './carriage-return-after-backslash.ts';
import { commentInContinuation } from './comment-in-continuation.ts';
import { continuedComment } from './continued-comment.ts';
import { deprecatedDirective } from './deprecated-directive.ts';
import { duplicateDirective } from './duplicate-directive.ts';
import { ignoredDirective } from './ignored-directive.ts';
import { invalidUtf8 } from './invalid-utf8.ts';
import { malformedHeader } from './malformed-header.ts';
import { mergeConflictMarker } from './merge-conflict-marker.ts';
import { miscasedName } from './miscased-name.ts';
import { misplacedDirective } from './misplaced-directive.ts';
import { misplacedPrefix } from './misplaced-prefix.ts';
import { misplacedSection } from './misplaced-section.ts';
import { missingContinuation } from './missing-continuation.ts';
import { missingEquals } from './missing-equals.ts';
import { nulByte } from './nul-byte.ts';
import { overlongLine } from './overlong-line.ts';
import { removedDirective } from './removed-directive.ts';
import type { Rule } from './rule.ts';
import { swallowedSetting } from './swallowed-setting.ts';
import { textOutsideSection } from './text-outside-section.ts';
import { tooNewDirective } from './too-new-directive.ts';
import { unknownDirective } from './unknown-directive.ts';
import { unknownSection } from './unknown-section.ts';
import { unterminatedContinuation } from './unterminated-continuation.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** All rules, by id. */
export const allRules: readonly Rule[] = [
	blankAfterBackslash,
	blankLineInContinuation,
	carriageReturnAfterBackslash,
	commentInContinuation,
	continuedComment,
	deprecatedDirective,
	duplicateDirective,
	ignoredDirective,
	invalidUtf8,
	malformedHeader,
	mergeConflictMarker,
	miscasedName,
	misplacedDirective,
	misplacedPrefix,
	misplacedSection,
	missingContinuation,
	missingEquals,
	nulByte,
	overlongLine,
	removedDirective,
	swallowedSetting,
	textOutsideSection,
	tooNewDirective,
	unknownDirective,
	unknownSection,
	unterminatedContinuation,
	unusedSuppression,
];
