// Which file each value kind is: the one table. A kind of the catalogue that is missing here does not compile.

import type { ValueKind } from '../catalogue/value-kinds.ts';
import { addressFamilySet } from './address-family-set.ts';
import { base64 } from './base64.ts';
import { bindPath } from './bind-path.ts';
import { boolean } from './boolean.ts';
import { bpfProgram } from './bpf-program.ts';
import { busName } from './bus-name.ts';
import { calendar } from './calendar.ts';
import { capabilitySet } from './capability-set.ts';
import { commandLine } from './command-line.ts';
import { conditionPath, conditionString } from './condition.ts';
import { coredumpFilter } from './coredump-filter.ts';
import { cpuSet, numaMask } from './cpu-set.ts';
import { credentialImport, credentialLoad, credentialSet } from './credential.ts';
import { cgroupController, delegate } from './delegate.ts';
import { deviceAllow, deviceBandwidth, deviceLatency, deviceWeight } from './device.ts';
import { documentationUri } from './documentation-uri.ts';
import { environmentAssignment, environmentName, environmentNameOrAssignment } from './environment.ts';
import { errorNumberOrKill } from './error-number.ts';
import { execDirectory } from './exec-directory.ts';
import { exitStatusList } from './exit-status-list.ts';
import { filesystemSet } from './filesystem-set.ts';
import { imagePolicy } from './image-policy.ts';
import { imageSpec } from './image-spec.ts';
import { interfaceName, interfaceSet } from './interface-name.ts';
import { ipPrefix } from './ip-prefix.ts';
import { journalField, logNamespace } from './log-namespace.ts';
import { mountOptions } from './mount-options.ts';
import { mountSource } from './mount-source.ts';
import { cgroupName, fdName, luoSession, oomRulesetName, xattrAssignment } from './name-in-path.ts';
import { namespaceSet } from './namespace-set.ts';
import { nftSet } from './nft-set.ts';
import { octalMode } from './octal-mode.ts';
import { oneOf, oneOfOrBoolean } from './one-of.ts';
import { openFile } from './open-file.ts';
import { path } from './path.ts';
import { percent } from './percent.ts';
import { optionalPath, prefixedPaths, workingDirectory } from './prefixed-path.ts';
import { rlimit } from './rlimit.ts';
import { rootHash, rootHashSignature } from './root-hash.ts';
import { signal } from './signal.ts';
import { sizeIec, sizeOrPercent, sizeOrPercentOrInfinity } from './size.ts';
import { socketAddress } from './socket-address.ts';
import { socketBindRule } from './socket-bind-rule.ts';
import { stdio } from './stdio.ts';
import { syscallArchitecture } from './syscall-architecture.ts';
import { syscallFilter } from './syscall-filter.ts';
import { tasksMax } from './tasks-max.ts';
import { anything, escapedText, text } from './text.ts';
import { timeSpan, timeSpanNsec } from './time-span.ts';
import { tmpfsSpec } from './tmpfs-spec.ts';
import { unitDependency, unitName } from './unit-name.ts';
import { group, user } from './user.ts';
import type { ValueBehaviour } from './value-kind.ts';
import * as numbers from './whole-number.ts';

/** What each kind does. */
export const valueKinds: Readonly<Record<ValueKind, ValueBehaviour>> = {
	'address-family-set': addressFamilySet,
	base64,
	'bind-path': bindPath,
	boolean,
	'bpf-program': bpfProgram,
	'bus-name': busName,
	calendar,
	'capability-set': capabilitySet,
	'capability-text': anything,
	'cgroup-controller': cgroupController,
	'cgroup-name': cgroupName,
	'cgroup-weight': numbers.cgroupWeight,
	'cgroup-weight-or-idle': numbers.cgroupWeightOrIdle,
	'cgroup-weight-v1': numbers.cgroupWeightV1,
	'command-line': commandLine,
	'condition-path': conditionPath,
	'condition-string': conditionString,
	'coredump-filter': coredumpFilter,
	'count-or-percent-or-infinity': tasksMax,
	'cpu-set': cpuSet,
	'credential-import': credentialImport,
	'credential-load': credentialLoad,
	'credential-set': credentialSet,
	delegate,
	'device-allow': deviceAllow,
	'device-bandwidth': deviceBandwidth,
	'device-latency': deviceLatency,
	'device-weight': deviceWeight,
	'documentation-uri': documentationUri,
	enum: oneOf,
	'enum-or-boolean': oneOfOrBoolean,
	'environment-assignment': environmentAssignment,
	'environment-name': environmentName,
	'environment-name-or-assignment': environmentNameOrAssignment,
	'errno-or-kill': errorNumberOrKill,
	'exec-directory': execDirectory,
	'exit-status': numbers.exitStatus,
	'exit-status-or-signal': exitStatusList,
	'fd-name': fdName,
	'filesystem-set': filesystemSet,
	// fleet's own options are judged by the rules of fleet.
	'fleet-boolean': anything,
	group,
	ignored: anything,
	'image-policy': imagePolicy,
	'image-spec': imageSpec,
	'instance-name': text,
	integer: numbers.integer,
	'interface-name': interfaceName,
	'interface-set': interfaceSet,
	'io-priority': numbers.ioPriority,
	'ip-prefix': ipPrefix,
	'journal-field-assignment': journalField,
	'log-namespace': logNamespace,
	'luo-session': luoSession,
	'machine-id': anything,
	'machine-metadata': anything,
	'mount-options': mountOptions,
	'mount-source': mountSource,
	'namespace-set': namespaceSet,
	'nft-set': nftSet,
	nice: numbers.nice,
	'numa-mask': numaMask,
	'octal-mode': octalMode,
	'oom-ruleset-name': oomRulesetName,
	'oom-score-adjust': numbers.oomScoreAdjust,
	'open-file': openFile,
	path,
	'path-optional': optionalPath,
	'path-prefixed': prefixedPaths,
	'pcre2-pattern': text,
	percent,
	rlimit,
	'root-hash': rootHash,
	'root-hash-signature': rootHashSignature,
	'sched-priority': numbers.schedulingPriority,
	signal,
	'size-iec': sizeIec,
	'size-or-percent': sizeOrPercent,
	'size-or-percent-or-infinity': sizeOrPercentOrInfinity,
	'socket-address': socketAddress,
	'socket-bind-rule': socketBindRule,
	'stdio-input': stdio,
	'stdio-output': stdio,
	string: text,
	'string-c-escaped': escapedText,
	'string-optional': text,
	'syscall-architecture': syscallArchitecture,
	'syscall-filter': syscallFilter,
	'time-span': timeSpan,
	'time-span-nsec': timeSpanNsec,
	'tmpfs-spec': tmpfsSpec,
	'unit-dependency': unitDependency,
	'unit-glob': text,
	'unit-name': unitName,
	unknown: anything,
	'unsigned-or-infinity': numbers.countOrInfinity,
	unsigned: numbers.count,
	user,
	'working-directory': workingDirectory,
	'xattr-assignment': xattrAssignment,
};
