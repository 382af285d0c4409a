// What a command is about. VS Code hands commands a row and the selected rows from the tree, addresses of files from the
// explorer and editor menus, and nothing from the palette: then it is the unit file in the active editor, or is asked.

import path from 'node:path';
import * as vscode from 'vscode';
import { localFileOf } from '../cluster-view/local-file.ts';
import type { TreeNode } from '../cluster-view/node.ts';
import type { Session } from '../clusters/session.ts';
import { currentUnitFile, savedFile } from '../unit-documents.ts';
import { pickConnected, pickUnit } from './pick.ts';
import type { ClusterServices } from './services.ts';

/** A unit of a cluster, with its file in the workspace where there is one. */
export interface UnitSubject {
	readonly session: Session;
	readonly unit: string;
	/** Its own file, or that of its template. */
	readonly file?: string;
	/** The machine that the row was about. */
	readonly machineId?: string;
}

/** The units that a command is about; none where the user gave up. Rows that are no units are left out. */
export async function unitsOf(services: ClusterServices, args: readonly unknown[]): Promise<readonly UnitSubject[]> {
	const named = namedUnit(args[0]);
	if (named !== undefined) return subjectOf(services, named);
	// A row that is gone meanwhile is no reason to take something else.
	if (isRow(args)) return rowsOf(services, args).flatMap((row) => unitsOfRow(services, row));
	const files = await filesOf(args);
	if (files.length === 0) return await pickUnit(services);
	const session = await pickConnected(services);
	if (session === undefined) return [];
	return files.map((file) => ({ session, unit: path.basename(file), file }));
}

/**
 * The units that may be changed, each once though it stands in several rows, such as below its machine. Those of clusters
 * that are only read here are told, and left out.
 */
export function writable(subjects: readonly UnitSubject[]): readonly UnitSubject[] {
	const kept = subjects.filter(({ session }) => session.identity.readOnly);
	const names = byCluster(kept).map(({ session }) => session.identity.name);
	if (names.length > 0) {
		const what = names.length === 1 ? 'is only read here' : 'are only read here';
		void vscode.window.showInformationMessage(`${names.join(' and ')} ${what}: nothing is changed there.`);
	}
	return onceEach(subjects.filter((subject) => !kept.includes(subject)));
}

function onceEach(subjects: readonly UnitSubject[]): readonly UnitSubject[] {
	const firstOf = (one: UnitSubject) =>
		subjects.find(({ session, unit }) => session === one.session && unit === one.unit);
	return subjects.filter((one) => firstOf(one) === one);
}

/** How operations are told of a unit: its file, or where that would be beside its template, or just its name. */
export function argumentOf({ unit, file }: UnitSubject): string {
	return file === undefined ? unit : path.join(path.dirname(file), unit);
}

/** The rows that a command is about: all that are selected, if the one it was called on is among them. */
export function rowsOf({ provider }: ClusterServices, args: readonly unknown[]): readonly TreeNode[] {
	if (!isRow(args)) return [];
	const [first, selected] = args;
	const ids = Array.isArray(selected) && selected.includes(first) ? selected : [first];
	return ids.flatMap((id) => (typeof id === 'string' ? (provider.node(id) ?? []) : []));
}

function isRow(args: readonly unknown[]): boolean {
	return typeof args[0] === 'string';
}

function unitsOfRow(services: ClusterServices, row: TreeNode): readonly UnitSubject[] {
	if (row.kind === 'group') return row.children.flatMap((child) => unitsOfRow(services, child));
	const { cluster, unit, machine } = row.about;
	return unit === undefined ? [] : subjectOf(services, { cluster, unit, machine });
}

function subjectOf({ clusters }: ClusterServices, { cluster, unit, machine }: NamedUnit): readonly UnitSubject[] {
	const session = clusters.session(cluster);
	if (session === undefined) return [];
	const file = localFileOf(unit, clusters.localFiles())?.path;
	return [{ session, unit, ...(file !== undefined && { file }), ...(machine !== undefined && { machineId: machine }) }];
}

/** What lenses and buttons of ours hand over in place of a row: the unit may stand in no row, because of a filter. */
export interface NamedUnit {
	/** The cluster's id. */
	readonly cluster: string;
	readonly unit: string;
	readonly machine?: string | undefined;
}

function namedUnit(value: unknown): NamedUnit | undefined {
	if (typeof value !== 'object' || value === null || !('cluster' in value) || !('unit' in value)) return undefined;
	const { cluster, unit } = value;
	return typeof cluster === 'string' && typeof unit === 'string' ? { cluster, unit } : undefined;
}

async function filesOf([first, selected]: readonly unknown[]): Promise<readonly string[]> {
	if (first instanceof vscode.Uri) {
		const all = Array.isArray(selected) && selected.length > 0 ? selected : [first];
		return all.flatMap((uri) => (uri instanceof vscode.Uri ? [uri.fsPath] : []));
	}
	const document = currentUnitFile();
	const file = document === undefined ? undefined : await savedFile(document);
	return file === undefined ? [] : [file];
}

/** Subjects by their cluster, in the order in which clusters first come. */
export function byCluster<T extends { readonly session: Session }>(
	subjects: readonly T[],
): readonly { readonly session: Session; readonly subjects: readonly T[] }[] {
	const sessions = [...new Set(subjects.map(({ session }) => session))];
	return sessions.map((session) => ({ session, subjects: subjects.filter((one) => one.session === session) }));
}
