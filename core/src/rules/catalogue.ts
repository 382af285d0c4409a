// Made by `npm run generate` from the files of this folder: every rule, by id.

import type { Rule } from './rule.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** All rules, by id. */
export const allRules: readonly Rule[] = [unusedSuppression];
