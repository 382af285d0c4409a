// Columns that a facts file has wrong, with the reason. They win over the file.
import type { Directive } from '../../core/src/catalogue/directive.ts';

/** Systemd 252 does not know the later ones; which release brought them is not known closer, but for some. */
const emergencyActions: Directive['of'] = [
	...['none', ['exit', 240] as const, ['exit-force', 240] as const, 'reboot', 'reboot-force', 'reboot-immediate'],
	...['poweroff', 'poweroff-force', 'poweroff-immediate', ['soft-reboot', 254] as const],
	...([
		['soft-reboot-force', 254],
		['kexec', 253],
		['kexec-force', 253],
	] as const),
	...([
		['halt', 253],
		['halt-force', 253],
		['halt-immediate', 253],
	] as const),
];

/** The usual ones first. */
const architectures: Directive['of'] = [
	...['x86', 'x86-64', 'arm64', 'arm64-be', 'arm', 'arm-be', 'ppc', 'ppc-le', 'ppc64', 'ppc64-le', 's390', 's390x'],
	...['alpha', 'arc', 'arc-be', 'cris', 'ia64', 'loongarch64', 'm68k', 'mips', 'mips-le', 'mips64', 'mips64-le'],
	...['nios2', 'parisc', 'parisc64', 'riscv32', 'riscv64', 'sh', 'sh64', 'sparc', 'sparc64', 'tilegx'],
];

const secureBits: Directive['of'] = [
	...['keep-caps', 'keep-caps-locked', 'no-setuid-fixup', 'no-setuid-fixup-locked', 'noroot', 'noroot-locked'],
	...([
		['no-cap-ambient-raise', 258],
		['no-cap-ambient-raise-locked', 258],
		['exec-restrict-file', 258],
		['exec-restrict-file-locked', 258],
		['exec-deny-interactive', 258],
		['exec-deny-interactive-locked', 258],
	] as const),
];

/** Right values by `table.Key`. */
export const corrections: Readonly<Record<string, Partial<Directive>>> = {
	// The man page names two settings in one heading; the default of the first was taken for both.
	'unit.StartLimitIntervalSec': { default: 'DefaultStartLimitIntervalSec= (10s)' },
	'unit.StartLimitInterval': { default: 'DefaultStartLimitIntervalSec= (10s)' },
	'unit.StartLimitBurst': { default: 'DefaultStartLimitBurst= (5)' },
	'service.StartLimitBurst': { default: 'DefaultStartLimitBurst= (5)' },
	'service.StartLimitInterval': { default: 'DefaultStartLimitIntervalSec= (10s)' },
	'socket.TriggerLimitBurst': { default: '20 (200 with Accept=yes)' },
	'path.TriggerLimitBurst': { default: '200' },
	'socket.PollLimitIntervalSec': { default: '2s' },
	'socket.PollLimitBurst': { default: '15 (150 with Accept=yes)' },
	'unit.OnSuccessJobMode': { default: 'fail' },
	// `continue` holds for delegated units only.
	'service.OOMPolicy': { default: 'DefaultOOMPolicy= (stop)' },
	// Slices, scopes, devices, swaps, mounts and automounts begin with `true`.
	'unit.IgnoreOnIsolate': { default: 'false for services, sockets, targets, paths and timers' },
	'service.TimeoutStartSec': { default: 'DefaultTimeoutStartSec= (90s), none for Type=oneshot' },
	'service.TimeoutStopSec': { default: 'DefaultTimeoutStopSec= (90s)' },
	// The stable branch of 252 took this key from 253. `continue` holds for delegated scopes only.
	'scope.OOMPolicy': { since: 252, default: 'DefaultOOMPolicy= (stop)' },
	// An empty value had no meaning before these releases.
	'exec.PrivateMounts': { empty: 257 },
	'exec.ProtectHostname': { empty: 258 },
	// The old limits took an empty value while they worked.
	'resource-control.BlockIOWeight': { empty: true },
	'resource-control.StartupBlockIOWeight': { empty: true },
	'resource-control.CPUShares': { empty: true },
	'resource-control.StartupCPUShares': { empty: true },
	'resource-control.DefaultMemoryLow': { empty: true },
	'resource-control.DefaultMemoryMin': { empty: true },
	'resource-control.DefaultStartupMemoryLow': { empty: true },
	'resource-control.MemoryLimit': { empty: true },
	// What systemd 262 does with it shows that it is a list of names.
	'service.LUOSession': { value: 'luo-session' },
	// Systemd 252 does not know the word; which release brought it is not known closer.
	'socket.SocketProtocol': { of: ['udplite', 'sctp', ['mptcp', 253]] },
	'service.FailureAction': { of: emergencyActions },
	'service.StartLimitAction': { of: emergencyActions },
	'unit.FailureAction': { of: emergencyActions },
	'unit.JobTimeoutAction': { of: emergencyActions },
	'unit.StartLimitAction': { of: emergencyActions },
	'unit.SuccessAction': { of: emergencyActions },
	// The parser of unit files skips these; `systemctl enable` reads names of units.
	'install.RequiredBy': { value: 'unit-name' },
	'install.UpheldBy': { value: 'unit-name' },
	'install.WantedBy': { value: 'unit-name' },
	// A truth value will do.
	'socket.Timestamping': { value: 'enum-or-boolean' },
	// `PrivateTmp=` became more than a boolean.
	'exec.PrivateTmp': { value: 'enum-or-boolean', of: ['no', 'yes', ['disconnected', 257]] },
	// Each machine takes its own architecture, whichever of systemd's names that is; the man page lists the usual ones.
	'exec.Personality': { of: architectures },
	// The man page of 262 has six words more than that of 257; which release between brought them is not known closer.
	'exec.SecureBits': { of: secureBits },
};
