// What is said of metadata and machine IDs in [X-Fleet]: what they ask for, and which of the known machines have it.

import { matchesMachineId } from '../fleet/eligibility.ts';
import { metadataOf } from '../fleet/machine-load.ts';
import type { Requirements } from '../fleet/model.ts';
import { splitMetadata } from '../fleet/requirements.ts';
import type { WorkspaceView } from '../workspace/model.ts';
import type { ValueText } from './fleet-hover.ts';
import { bullets, escapeMarkdown, inlineCode, shorten } from './markdown.ts';
import { counted, dotted, listed } from './phrases.ts';

type Machine = WorkspaceView['machines'][number];

/** A value of MachineMetadata. */
export function metadataMarkdown(pair: string, own: Requirements, view: WorkspaceView | undefined): ValueText {
	const split = splitMetadata(pair);
	if (split === undefined) return { what: 'fleet ignores this value', more: [malformed] };
	const [key, value] = split;
	const values = [...(own.metadata.get(key) ?? [value])];
	const words = values.map((one) => inlineCode(shorten(one, 60))).join(' or ');
	const meaning = `Only machines whose metadata ${inlineCode(shorten(key, 60))} is ${words}, letter by letter.`;
	const fitting = view?.machines.filter((machine) => values.includes(metadataOf(machine, key) ?? '')) ?? [];
	return { what: 'metadata of a machine', more: [meaning, machinesText(fitting, view)] };
}

const malformed =
	'It is not one key, one `=` and one value, so it asks for nothing, and the unit may land on any machine. Several pairs ' +
	'are written each in double quotes, with one space between.';

/** A value of MachineID; fleet takes the whole ID or its first eight characters. */
export function machineMarkdown(id: string, view: WorkspaceView | undefined): ValueText | undefined {
	if (view === undefined || view.machines.length === 0) return undefined;
	const machine = view.machines.find((known) => matchesMachineId(known, id));
	if (machine === undefined) return { what: 'no machine of the cluster has this ID', more: [] };
	return { what: 'a machine of the cluster', more: [bullets([machineText(machine)])] };
}

const most = 10;

function machinesText(fitting: readonly Machine[], view: WorkspaceView | undefined): string | undefined {
	if (view === undefined || view.machines.length === 0) return undefined;
	const all = counted(view.machines.length, 'machine');
	if (fitting.length === 0) return `**None** of ${all} of the cluster has it.`;
	const rest = fitting.length > most ? `and ${fitting.length - most} more` : undefined;
	const rows = [...fitting.slice(0, most).map(machineText), rest];
	return `${fitting.length} of ${all} of the cluster ${fitting.length === 1 ? 'has' : 'have'} it:\n\n${bullets(rows)}`;
}

function machineText({ id, primaryIP, metadata }: Machine): string {
	const what = escapeMarkdown(shorten(dotted([primaryIP, listed(metadata)]), 120));
	return inlineCode(shorten(id, 40)) + (what === '' ? '' : ` — ${what}`);
}
