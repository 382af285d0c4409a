// What is said of units and globs in [X-Fleet]: which units of the workspace they are, and where a chain of MachineOf
// leads. Everything that comes from a file is escaped.

import { matchGlob } from '../fleet/glob.ts';
import { readOptions } from '../fleet/options.ts';
import { requirementsOf } from '../fleet/requirements.ts';
import type { LintContext } from '../rules/settings.ts';
import type { WorkspaceView } from '../workspace/model.ts';
import { filesNamed } from '../workspace/names.ts';
import { type PeerChain, peerChains } from './fleet-chain.ts';
import type { ValueText } from './fleet-hover.ts';
import { ownName } from './fleet-own.ts';
import { unitsMatching } from './fleet-unit-values.ts';
import { bullets, escapeMarkdown, inlineCode, shorten } from './markdown.ts';
import { counted } from './phrases.ts';

/** A glob of Conflicts or Replaces: the units that it matches. */
export function globMarkdown(key: 'Conflicts' | 'Replaces', glob: string, context: LintContext): ValueText {
	const { workspace, file } = context;
	const what = key === 'Conflicts' ? 'never on one machine with such units' : 'takes the place of such units';
	const own = ownName(context);
	const isTemplate = file?.instance !== undefined && !file.dropIn;
	const matchesOwn = own !== undefined && matchGlob(glob, own);
	const self = isTemplate ? 'It matches the other instances of this template.' : 'The unit itself is exempt.';
	const names = workspace && unitsMatching(workspace, glob).filter((name) => name !== file?.unit);
	return { what, more: [matchesOwn ? self : undefined, workspace && names && matchesText(names, workspace)] };
}

const most = 10;

function matchesText(names: readonly string[], view: WorkspaceView): string {
	if (names.length === 0) return 'It matches no other unit of the workspace.';
	const rest = names.length > most ? `and ${names.length - most} more` : undefined;
	const rows = names.slice(0, most).map((name) => unitText(name, view));
	return `It matches ${counted(names.length, 'other unit')} of the workspace:\n\n${bullets([...rows, rest])}`;
}

/** A name of MachineOf: the chain of units that it stands in, from the file under the caret on. */
export function peerMarkdown(peer: string, context: LintContext): ValueText {
	const { workspace } = context;
	const what = 'a unit to share a machine with';
	if (workspace === undefined) return { what, more: [] };
	const own = ownName(context);
	const chains = peerChains(own ?? peer, (name) => (name === own ? [peer] : peersNamed(name, context, workspace)));
	const names = new Set(chains.flatMap((chain) => chain.names));
	return {
		what,
		more: [chains.map(chainText).join('\\\n'), bullets([...names].map((name) => unitText(name, workspace)))],
	};
}

/** The peers of a unit; of a template’s instance, those that the template has for it. */
function peersNamed(name: string, { fleetRelease }: LintContext, view: WorkspaceView): readonly string[] | undefined {
	const [file] = filesNamed(view, name);
	if (file === undefined) return undefined;
	return requirementsOf(readOptions(file.unit.text, fleetRelease).options, name, fleetRelease).peers;
}

const endings: Readonly<Record<PeerChain['end'], string>> = {
	free: '',
	cycle: ' — **a cycle**: each waits for another to be placed, so none ever is',
	unknown: ' — not in the workspace',
	cut: ' → …',
};

function chainText({ names, end }: PeerChain): string {
	return names.map((name) => inlineCode(shorten(name, 80))).join(' → ') + endings[end];
}

function unitText(name: string, view: WorkspaceView): string {
	const description = filesNamed(view, name).find((file) => file.description !== undefined)?.description;
	const said = description === undefined ? '' : ` — ${escapeMarkdown(shorten(description, 120))}`;
	const state = view.unitStates.get(name);
	return inlineCode(shorten(name, 80)) + said + (state === undefined ? '' : ` — ${escapeMarkdown(state)}`);
}
