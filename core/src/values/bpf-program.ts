// BPF programs that hold for a unit: a hook and the path where the program is pinned.

import { bpfHooks } from '../catalogue/bpf-hooks.ts';
import { nearest } from '../catalogue/nearest.ts';
import type { Flaw } from './fault.ts';
import { wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { judgePath } from './path.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour, ValueContext } from './value-kind.ts';

/** `BPFProgram=`. */
export const bpfProgram: ValueBehaviour = {
	check: checkWhole(judgeProgram),
	complete: (value, offset, context) =>
		wholeItems(
			value,
			offset,
			context,
			bpfHooks.map((hook) => ({ label: `${hook}:`, detail: '' })),
		),
	describe: () => undefined,
};

function judgeProgram(text: string, context: ValueContext): Flaw | undefined {
	const colon = text.indexOf(':');
	const hook = text.slice(0, Math.max(0, colon));
	const path = text.slice(colon + 1);
	if (hook === '' || path === '') return { what: `\`${plain(text)}\` is no BPF program`, advice: 'write `hook:path`' };
	if (!bpfHooks.includes(hook)) {
		const near = nearest(hook, bpfHooks);
		const advice = near === undefined ? 'write one such as `egress`' : `did you mean \`${near}\`?`;
		return { what: `\`${plain(hook)}\` is no hook for BPF`, part: { start: 0, end: colon }, advice };
	}
	const flaw = judgePath(path, context);
	return flaw && { ...flaw, part: { start: colon + 1, end: text.length } };
}
