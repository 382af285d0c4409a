// Settings of devices: a node with its rights, a weight, a rate or a latency.

import type { Flaw, ValueFault } from './fault.ts';
import { ofWhole, toFault } from './fault.ts';
import { emptyFaults, judgeExpanded } from './judge.ts';
import { readUnsigned } from './numbers.ts';
import { judgePath } from './path.ts';
import { plain } from './quote.ts';
import { readSize } from './size.ts';
import { readTimeSpan, spanFlaw } from './time-span.ts';
import { noFaults, noItems, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `DeviceAllow=`: a node or a class of devices, and rights if not all. */
export const deviceAllow = withDevice(
	judgeNode,
	(rights) => (/^[rwm]*$/.test(rights) ? undefined : rightsFlaw(rights)),
	'optional',
);

/** `IODeviceWeight=` and its predecessor. */
export const deviceWeight = withDevice(judgeDevicePath, judgeWeight, 'required');

/** `IOReadBandwidthMax=` and its like. */
export const deviceBandwidth = withDevice(judgeDevicePath, judgeRate, 'required');

/** `IODeviceLatencyTargetSec=`. */
export const deviceLatency = withDevice(judgeDevicePath, (text) => spanFlaw(text, readTimeSpan(text)), 'required');

type Part = (text: string, context: ValueContext) => Flaw | undefined;

/** A kind whose values are a device and something after it. */
function withDevice(device: Part, rest: Part, needs: 'required' | 'optional'): ValueBehaviour {
	return {
		check: (value, context) => (value === '' ? emptyFaults(context) : checkParts(value, device, rest, needs, context)),
		complete: () => noItems,
		describe: () => undefined,
	};
}

function checkParts(
	value: string,
	device: Part,
	rest: Part,
	needs: 'required' | 'optional',
	context: ValueContext,
): readonly ValueFault[] {
	const [, first = '', second = ''] = /^("[^"]*"|'[^']*'|\S+)\s*(.*)$/.exec(value) ?? [];
	const from = value.length - second.length;
	const name = first.replace(/^(["'])(.*)\1$/, '$2');
	const flaw = judgeExpanded(device, name, context);
	if (flaw !== undefined) return [toFault(ofWhole(flaw), { start: 0, end: first.length }, 'skips-setting')];
	if (second === '' && needs === 'optional') return noFaults;
	const wrong = second === '' ? missing : rest(second, context);
	return wrong === undefined ? noFaults : [toFault(wrong, { start: from, end: value.length }, 'skips-setting')];
}

const missing: Flaw = { what: 'the value for the device is missing', advice: 'write it after the device' };

/** Nodes lie below /dev; `char-` and `block-` stand for classes. */
function judgeNode(text: string, context: ValueContext): Flaw | undefined {
	if (/^(?:char|block)-/.test(text)) return undefined;
	const isNode = /^\/+dev(?:\/|$)/.test(text) || text.startsWith('/run/systemd/inaccessible/');
	return isNode
		? judgePath(text, context)
		: { what: `\`${plain(text)}\` is no device`, advice: 'write a path below `/dev`, or a class such as `char-tty`' };
}

/** A file on the device will do, so no path need be a device's. */
function judgeDevicePath(text: string, context: ValueContext): Flaw | undefined {
	return text.startsWith('/') ? judgePath(text, context) : undefined;
}

function rightsFlaw(rights: string): Flaw {
	return { what: `\`${plain(rights)}\` are no rights`, advice: 'use letters of `rwm` without blanks' };
}

function judgeWeight(text: string, { directive }: ValueContext): Flaw | undefined {
	const [least, most] = directive.key === 'BlockIODeviceWeight' ? [10, 1000] : [1, 10_000];
	const weight = readUnsigned(text);
	if (typeof weight === 'number' && weight >= least && weight <= most) return undefined;
	return { what: `\`${plain(text)}\` is no weight`, advice: `write a number from ${least} to ${most}` };
}

function judgeRate(text: string): Flaw | undefined {
	if (text === 'infinity') return undefined;
	const rate = readSize(text, 1000);
	if (typeof rate === 'number' && rate > 0) return undefined;
	return { what: `\`${plain(text)}\` is no rate`, advice: 'write a number a second, such as `5M`, or `infinity`' };
}
