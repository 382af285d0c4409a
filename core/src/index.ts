// The core as its hosts see it: the server, the command line and the scripts import from here and from nowhere else
// in the core. Inside the core, files import each other directly.

export { type Directive, type DirectiveTable, oldestRelease } from './catalogue/directive.ts';
export { latestRelease } from './catalogue/latest-release.ts';
export { nearest } from './catalogue/nearest.ts';
export type { DirectiveText, Texts } from './catalogue/texts/directive-text.ts';
export { readUnitFileName, type UnitFileName } from './catalogue/unit-file-name.ts';
export { type UnitKind, unitKindNames } from './catalogue/unit-kinds.ts';
export { type CodeAction, codeActions } from './features/code-actions.ts';
export { type About, type CompletionItem, type Completions, complete, type ItemKind } from './features/complete.ts';
export { completionDocumentation } from './features/complete-documentation.ts';
export { type FolderEntry, type PathPlace, pathCompletions, pathPlaceAt } from './features/complete-paths.ts';
export { type Definition, definitionAt } from './features/definition.ts';
export { type DocumentLink, documentLinks } from './features/document-links.ts';
export { type Folding, foldings } from './features/folding.ts';
export { format } from './features/format.ts';
export { type Hover, type HoverContext, hover } from './features/hover.ts';
export { type InlayHint, type InlayHintAmount, inlayHints } from './features/inlay-hints.ts';
export { manualPageAt } from './features/manual-page.ts';
export { type AskedUnit, highlightsAt, type PlacedMention, referencesTo, unitAt } from './features/references.ts';
export { type FileEdits, type Move, mentionEdits, type Rename, renameableAt, renameUnit } from './features/rename.ts';
export { selectionSpans } from './features/selection-ranges.ts';
export { type OutlineSymbol, symbols } from './features/symbols.ts';
export { type Token, type TokenType, tokenModifiers, tokens, tokenTypes } from './features/tokens.ts';
export { canonicalText } from './fleet/canonical.ts';
export { describeRequirements } from './fleet/describe-requirements.ts';
export type { Obstacle, Verdict } from './fleet/eligibility.ts';
export { verdictSentence } from './fleet/explain.ts';
export { unitHash } from './fleet/hash.ts';
export { machineLoads } from './fleet/machine-load.ts';
export * from './fleet/model.ts';
export { readOptions } from './fleet/options.ts';
export { requirementsOf, unknownRequirementKeys } from './fleet/requirements.ts';
export { splitUnitName, templateName, unitNameFault } from './fleet/unit-name.ts';
export { validateOptions } from './fleet/validate.ts';
export { applyEdits, chooseFixes } from './rules/apply-fixes.ts';
export { allRules } from './rules/catalogue.ts';
export {
	type ConfigResult,
	configFileName,
	readConfig,
	readRuleLevel,
	requireRule,
} from './rules/config-file.ts';
export { errorsOnly } from './rules/errors-only.ts';
export {
	type Fix,
	type Problem,
	type ProblemTag,
	type RelatedPlace,
	type Severity,
	severities,
	type TextEdit,
} from './rules/problem.ts';
export type { BadExample, GoodExample, Rule, RuleExample } from './rules/rule.ts';
export { lint } from './rules/run.ts';
export {
	defaultSettings,
	type LintContext,
	type LintSettings,
	readFleetRelease,
	readRelease,
} from './rules/settings.ts';
export { unifiedDiff } from './syntax/line-diff.ts';
export { parse } from './syntax/parse.ts';
export { print, printTree } from './syntax/print.ts';
export type { Span } from './syntax/span.ts';
export type * from './syntax/tree.ts';
export { isTimeZone } from './values/time-zone.ts';
export type { Moment } from './values/value-kind.ts';
export { affectedFiles } from './workspace/affected.ts';
export { indexFile, updateWorkspace } from './workspace/index-files.ts';
export { emptyWorkspace, type IndexedFile, type WorkspaceView } from './workspace/model.ts';
