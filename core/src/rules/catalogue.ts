// Made by `npm run generate` from the files of this folder: every rule, by id.

import { blankAfterBackslash } from './blank-after-backslash.ts';
import { blankLineInContinuation } from './blank-line-in-continuation.ts';
import { carriageReturnAfterBackslash } from './carriage-return-after-backslash.ts';
import { commentInContinuation } from './comment-in-continuation.ts';
import { containerTty } from './container-tty.ts';
import { continuedComment } from './continued-comment.ts';
import { deprecatedDirective } from './deprecated-directive.ts';
import { detachedContainer } from './detached-container.ts';
import { duplicateDirective } from './duplicate-directive.ts';
import { emptyInstanceSpecifier } from './empty-instance-specifier.ts';
import { fleetCommentedHeader } from './fleet-commented-header.ts';
import { fleetCrowdedCluster } from './fleet-crowded-cluster.ts';
import { fleetDistantRequirement } from './fleet-distant-requirement.ts';
import { fleetDroppedMetadata } from './fleet-dropped-metadata.ts';
import { fleetDuplicateUnit } from './fleet-duplicate-unit.ts';
import { fleetEmptySection } from './fleet-empty-section.ts';
import { fleetEmptyValue } from './fleet-empty-value.ts';
import { fleetFalseGlobal } from './fleet-false-global.ts';
import { fleetInstallSection } from './fleet-install-section.ts';
import { fleetLiteralCredential } from './fleet-literal-credential.ts';
import { fleetLiteralQuotes } from './fleet-literal-quotes.ts';
import { fleetMalformedMachineId } from './fleet-malformed-machine-id.ts';
import { fleetMissingPeer } from './fleet-missing-peer.ts';
import { fleetOverlongLine } from './fleet-overlong-line.ts';
import { fleetOverriddenSetting } from './fleet-overridden-setting.ts';
import { fleetPeerCycle } from './fleet-peer-cycle.ts';
import { fleetReadsOtherwise } from './fleet-reads-otherwise.ts';
import { fleetRefusedCombination } from './fleet-refused-combination.ts';
import { fleetRefusedText } from './fleet-refused-text.ts';
import { fleetSelfConflict } from './fleet-self-conflict.ts';
import { fleetTemplateDrift } from './fleet-template-drift.ts';
import { fleetTooNewSetting } from './fleet-too-new-setting.ts';
import { fleetTrailingComment } from './fleet-trailing-comment.ts';
import { fleetUncoupledSidekick } from './fleet-uncoupled-sidekick.ts';
import { fleetUnexpandedSpecifier } from './fleet-unexpanded-specifier.ts';
import { fleetUnmatchableGlob } from './fleet-unmatchable-glob.ts';
import { fleetUnmatchableMetadata } from './fleet-unmatchable-metadata.ts';
import { fleetUnmatchedConflict } from './fleet-unmatched-conflict.ts';
import { fleetUnmatchedMachine } from './fleet-unmatched-machine.ts';
import { fleetUnschedulableMachineOf } from './fleet-unschedulable-machine-of.ts';
import { fleetUnsupportedUnit } from './fleet-unsupported-unit.ts';
import { globDependency } from './glob-dependency.ts';
import { ignoredDirective } from './ignored-directive.ts';
import { invalidUtf8 } from './invalid-utf8.ts';
import { invalidValue } from './invalid-value.ts';
import { malformedHeader } from './malformed-header.ts';
import { mergeConflictMarker } from './merge-conflict-marker.ts';
import { miscasedName } from './miscased-name.ts';
import { mismatchedContainerName } from './mismatched-container-name.ts';
import { misplacedDirective } from './misplaced-directive.ts';
import { misplacedPrefix } from './misplaced-prefix.ts';
import { misplacedSection } from './misplaced-section.ts';
import { missingContainerCleanup } from './missing-container-cleanup.ts';
import { missingContainerDaemon } from './missing-container-daemon.ts';
import { missingContainerStop } from './missing-container-stop.ts';
import { missingContinuation } from './missing-continuation.ts';
import { missingEquals } from './missing-equals.ts';
import { missingExecStart } from './missing-exec-start.ts';
import { misspeltUnit } from './misspelt-unit.ts';
import { nulByte } from './nul-byte.ts';
import { orderCycle } from './order-cycle.ts';
import { overlongLine } from './overlong-line.ts';
import { relativeProgram } from './relative-program.ts';
import { removedDirective } from './removed-directive.ts';
import { repeatedExecStart } from './repeated-exec-start.ts';
import type { Rule } from './rule.ts';
import { shellSyntaxWithoutShell } from './shell-syntax-without-shell.ts';
import { singleDashOption } from './single-dash-option.ts';
import { swallowedSetting } from './swallowed-setting.ts';
import { templateDependency } from './template-dependency.ts';
import { textOutsideSection } from './text-outside-section.ts';
import { tooNewDirective } from './too-new-directive.ts';
import { unboundedPull } from './unbounded-pull.ts';
import { uncheckedCleanup } from './unchecked-cleanup.ts';
import { unknownDirective } from './unknown-directive.ts';
import { unknownSection } from './unknown-section.ts';
import { unorderedRequirement } from './unordered-requirement.ts';
import { unterminatedContinuation } from './unterminated-continuation.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** All rules, by id. */
export const allRules: readonly Rule[] = [
	blankAfterBackslash,
	blankLineInContinuation,
	carriageReturnAfterBackslash,
	commentInContinuation,
	containerTty,
	continuedComment,
	deprecatedDirective,
	detachedContainer,
	duplicateDirective,
	emptyInstanceSpecifier,
	fleetCommentedHeader,
	fleetCrowdedCluster,
	fleetDistantRequirement,
	fleetDroppedMetadata,
	fleetDuplicateUnit,
	fleetEmptySection,
	fleetEmptyValue,
	fleetFalseGlobal,
	fleetInstallSection,
	fleetLiteralCredential,
	fleetLiteralQuotes,
	fleetMalformedMachineId,
	fleetMissingPeer,
	fleetOverlongLine,
	fleetOverriddenSetting,
	fleetPeerCycle,
	fleetReadsOtherwise,
	fleetRefusedCombination,
	fleetRefusedText,
	fleetSelfConflict,
	fleetTemplateDrift,
	fleetTooNewSetting,
	fleetTrailingComment,
	fleetUncoupledSidekick,
	fleetUnexpandedSpecifier,
	fleetUnmatchableGlob,
	fleetUnmatchableMetadata,
	fleetUnmatchedConflict,
	fleetUnmatchedMachine,
	fleetUnschedulableMachineOf,
	fleetUnsupportedUnit,
	globDependency,
	ignoredDirective,
	invalidUtf8,
	invalidValue,
	malformedHeader,
	mergeConflictMarker,
	miscasedName,
	mismatchedContainerName,
	misplacedDirective,
	misplacedPrefix,
	misplacedSection,
	missingContainerCleanup,
	missingContainerDaemon,
	missingContainerStop,
	missingContinuation,
	missingEquals,
	missingExecStart,
	misspeltUnit,
	nulByte,
	orderCycle,
	overlongLine,
	relativeProgram,
	removedDirective,
	repeatedExecStart,
	shellSyntaxWithoutShell,
	singleDashOption,
	swallowedSetting,
	templateDependency,
	textOutsideSection,
	tooNewDirective,
	unboundedPull,
	uncheckedCleanup,
	unknownDirective,
	unknownSection,
	unorderedRequirement,
	unterminatedContinuation,
	unusedSuppression,
];
