// Made by `npm run generate` from the files of this folder: every rule, by id.

import { beforeDevice } from './before-device.ts';
import { blankAfterBackslash } from './blank-after-backslash.ts';
import { blankLineInContinuation } from './blank-line-in-continuation.ts';
import { carriageReturnAfterBackslash } from './carriage-return-after-backslash.ts';
import { commentInContinuation } from './comment-in-continuation.ts';
import { containerTty } from './container-tty.ts';
import { continuedComment } from './continued-comment.ts';
import { contradictoryDependency } from './contradictory-dependency.ts';
import { deprecatedDirective } from './deprecated-directive.ts';
import { detachedContainer } from './detached-container.ts';
import { dormantTimer } from './dormant-timer.ts';
import { duplicateDirective } from './duplicate-directive.ts';
import { dynamicUserConflict } from './dynamic-user-conflict.ts';
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
import { impossibleCondition } from './impossible-condition.ts';
import { ineffectiveSetting } from './ineffective-setting.ts';
import { invalidUnitName } from './invalid-unit-name.ts';
import { invalidUtf8 } from './invalid-utf8.ts';
import { invalidValue } from './invalid-value.ts';
import { killModeNone } from './kill-mode-none.ts';
import { legacyRunPath } from './legacy-run-path.ts';
import { lingeringService } from './lingering-service.ts';
import { malformedHeader } from './malformed-header.ts';
import { mergeConflictMarker } from './merge-conflict-marker.ts';
import { miscasedName } from './miscased-name.ts';
import { mismatchedContainerName } from './mismatched-container-name.ts';
import { misnamedMount } from './misnamed-mount.ts';
import { misplacedDirective } from './misplaced-directive.ts';
import { misplacedPrefix } from './misplaced-prefix.ts';
import { misplacedSection } from './misplaced-section.ts';
import { missingActivatedUnit } from './missing-activated-unit.ts';
import { missingBusName } from './missing-bus-name.ts';
import { missingContainerCleanup } from './missing-container-cleanup.ts';
import { missingContainerDaemon } from './missing-container-daemon.ts';
import { missingContainerStop } from './missing-container-stop.ts';
import { missingContinuation } from './missing-continuation.ts';
import { missingEquals } from './missing-equals.ts';
import { missingEssentialSetting } from './missing-essential-setting.ts';
import { missingExecStart } from './missing-exec-start.ts';
import { missingPidFile } from './missing-pid-file.ts';
import { misspeltUnit } from './misspelt-unit.ts';
import { nulByte } from './nul-byte.ts';
import { orderCycle } from './order-cycle.ts';
import { overlongLine } from './overlong-line.ts';
import { overriddenNotifyAccess } from './overridden-notify-access.ts';
import { refusedAlias } from './refused-alias.ts';
import { refusedCombination } from './refused-combination.ts';
import { refusedSocket } from './refused-socket.ts';
import { relativeProgram } from './relative-program.ts';
import { removedDirective } from './removed-directive.ts';
import { repeatedExecStart } from './repeated-exec-start.ts';
import { reservedMountPoint } from './reserved-mount-point.ts';
import { restartedOneshot } from './restarted-oneshot.ts';
import type { Rule } from './rule.ts';
import { selfDependency } from './self-dependency.ts';
import { severalIsolatedUnits } from './several-isolated-units.ts';
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
import { unreachableStartLimit } from './unreachable-start-limit.ts';
import { unterminatedContinuation } from './unterminated-continuation.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** All rules, by id. */
export const allRules: readonly Rule[] = [
	beforeDevice,
	blankAfterBackslash,
	blankLineInContinuation,
	carriageReturnAfterBackslash,
	commentInContinuation,
	containerTty,
	continuedComment,
	contradictoryDependency,
	deprecatedDirective,
	detachedContainer,
	dormantTimer,
	duplicateDirective,
	dynamicUserConflict,
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
	impossibleCondition,
	ineffectiveSetting,
	invalidUnitName,
	invalidUtf8,
	invalidValue,
	killModeNone,
	legacyRunPath,
	lingeringService,
	malformedHeader,
	mergeConflictMarker,
	miscasedName,
	mismatchedContainerName,
	misnamedMount,
	misplacedDirective,
	misplacedPrefix,
	misplacedSection,
	missingActivatedUnit,
	missingBusName,
	missingContainerCleanup,
	missingContainerDaemon,
	missingContainerStop,
	missingContinuation,
	missingEquals,
	missingEssentialSetting,
	missingExecStart,
	missingPidFile,
	misspeltUnit,
	nulByte,
	orderCycle,
	overlongLine,
	overriddenNotifyAccess,
	refusedAlias,
	refusedCombination,
	refusedSocket,
	relativeProgram,
	removedDirective,
	repeatedExecStart,
	reservedMountPoint,
	restartedOneshot,
	selfDependency,
	severalIsolatedUnits,
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
	unreachableStartLimit,
	unterminatedContinuation,
	unusedSuppression,
];
