// The workspace as rules across files see it: all unit files below the open folders, kept up to date. Open documents
// win over files on disk. There is no view before all files are read, so that nothing is missed by mistake.

import type { Connection } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
	affectedFiles,
	emptyWorkspace,
	type IndexedFile,
	indexFile,
	updateWorkspace,
	type WorkspaceView,
} from '../../core/src/index.ts';
import { isBelow, isFoundBelow, unitFilesBelow } from './find-unit-files.ts';
import { filePath } from './from-lsp.ts';
import { inBackground } from './guard.ts';
import { createIndexProgress } from './index-progress.ts';
import { readUnitFiles, type WhileReading } from './read-unit-files.ts';

/** What the workspace is told of, and whom it tells. */
export interface WorkspaceHost {
	readonly connection: Connection;
	readonly folders: () => readonly string[];
	readonly documents: () => readonly TextDocument[];
	/** Rules across files may say something else of `affected` paths than before, because of edits of `edited` ones. */
	readonly changed: (affected: ReadonlySet<string>, edited: ReadonlySet<string>) => void;
}

/** The files of a session's workspace. Nothing is read before the first unit file is opened. */
export class WorkspaceFiles {
	readonly #host: WorkspaceHost;
	readonly #open = new Map<string, TextDocument>();
	/** Open ones whose text the view may not have, yet. */
	readonly #edited = new Set<string>();
	/** Files on disk that are still to be read. */
	#waiting = new Set<string>();
	#view = emptyWorkspace;
	#phase: 'idle' | 'reading all' | 'complete' | 'reading changes' | 'given up' = 'idle';
	/** Grows when everything begins anew; work of an earlier turn is dropped. */
	#turn = 0;

	constructor(host: WorkspaceHost) {
		this.#host = host;
	}

	/** The newest view for a file that is in it; `undefined` while the view is incomplete. */
	viewFor(path: string): WorkspaceView | undefined {
		if (!this.#isComplete()) return undefined;
		this.#takeEdits();
		return this.#view.files.has(path) ? this.#view : undefined;
	}

	/** A document is open now. The first one starts the reading. */
	opened(document: TextDocument): void {
		const path = filePath(document.uri);
		if (path === undefined || !isFoundBelow(this.#host.folders(), path)) return;
		this.#open.set(path, document);
		this.#edited.add(path);
		if (this.#phase === 'idle') this.#begin();
	}

	/** The text of an open document has changed. */
	edited({ uri }: TextDocument): void {
		const path = filePath(uri);
		if (path !== undefined && this.#open.has(path)) this.#edited.add(path);
	}

	/** A document is open no longer: its file on disk counts again. */
	closed({ uri }: TextDocument): void {
		const path = filePath(uri);
		if (path === undefined || !this.#open.delete(path)) return;
		this.#edited.delete(path);
		this.changedOnDisk([path]);
	}

	/** Files, or whole folders, have been created, changed or deleted. */
	changedOnDisk(paths: readonly string[]): void {
		if (this.#phase === 'idle' || this.#phase === 'given up') return;
		const folders = this.#host.folders();
		for (const path of paths) {
			if (isFoundBelow(folders, path)) this.#waiting.add(path);
			else for (const known of this.#view.files.keys()) if (isBelow(path, known)) this.#waiting.add(known);
		}
		if (this.#phase === 'complete' && this.#waiting.size > 0) this.#readChanges();
	}

	/** Other folders are open than before: everything begins anew. */
	foldersChanged(): void {
		this.#turn++;
		this.#phase = 'idle';
		this.#view = emptyWorkspace;
		this.#open.clear();
		this.#edited.clear();
		for (const document of this.#host.documents()) this.opened(document);
	}

	#isComplete(): boolean {
		return this.#phase === 'complete' || this.#phase === 'reading changes';
	}

	#begin(): void {
		this.#phase = 'reading all';
		this.#waiting = new Set();
		inBackground(this.#host.connection, 'reading the workspace', this.#readAll(++this.#turn));
	}

	async #readAll(turn: number): Promise<void> {
		const progress = createIndexProgress(this.#host.connection);
		const goOn: WhileReading = (done) => {
			progress.update(done, done + this.#waiting.size);
			return turn === this.#turn && !progress.isCancelled();
		};
		try {
			const obstacle = await this.#findAll(goOn);
			const files = obstacle === undefined ? await readUnitFiles(this.#waiting, goOn, this.#fault) : undefined;
			if (turn !== this.#turn) return;
			if (files === undefined) this.#giveUp(obstacle ?? cancelled);
			else this.#complete(files);
		} finally {
			progress.end();
		}
	}

	/** Puts all unit files on the list of those to be read. Gives what is in the way, if anything. */
	async #findAll(goOn: WhileReading): Promise<string | undefined> {
		const waiting = this.#waiting;
		let folders = 0;
		for await (const found of unitFilesBelow(this.#host.folders(), this.#fault)) {
			for (const file of found.files) waiting.add(file);
			folders += found.folders;
			if (waiting.size > mostFiles) return `there are more than ${mostFiles} unit files in the open folders`;
			if (folders > mostFolders) return `there are more than ${mostFolders} folders in the open ones`;
			if (!goOn(0)) return cancelled;
		}
		return undefined;
	}

	#giveUp(reason: string): void {
		this.#phase = 'given up';
		this.#waiting.clear();
		this.#host.connection.console.warn(`rules across files keep silent: ${reason}`);
	}

	#complete(files: Map<string, IndexedFile | undefined>): void {
		for (const [path, document] of this.#open) files.set(path, indexFile(path, document.getText()));
		this.#edited.clear();
		this.#view = updateWorkspace(emptyWorkspace, files);
		this.#phase = 'complete';
		this.#host.connection.console.info(`unit files for rules across files: ${this.#view.files.size}`);
		this.#host.changed(new Set(this.#open.keys()), none);
	}

	#readChanges(): void {
		this.#phase = 'reading changes';
		inBackground(this.#host.connection, 'reading changed files', this.#readWaiting(this.#turn));
	}

	async #readWaiting(turn: number): Promise<void> {
		const isCurrent = () => turn === this.#turn;
		try {
			const files = await readUnitFiles(this.#waiting, isCurrent, this.#fault);
			if (files !== undefined && isCurrent())
				this.#put(
					[...files].filter(([path]) => !this.#open.has(path)),
					none,
				);
		} finally {
			if (isCurrent()) this.#phase = 'complete';
		}
	}

	/** Brings the texts of open documents into the view. */
	#takeEdits(): void {
		if (this.#edited.size === 0) return;
		const edited = new Set(this.#edited);
		this.#edited.clear();
		const files = [...edited].map((path) => [path, this.#indexOpen(path)] as const);
		this.#put(files, edited);
	}

	#indexOpen(path: string): IndexedFile | undefined {
		const text = this.#open.get(path)?.getText() ?? '';
		const known = this.#view.files.get(path);
		return known?.unit.text === text ? known : indexFile(path, text);
	}

	#put(files: readonly (readonly [string, IndexedFile | undefined])[], edited: ReadonlySet<string>): void {
		const before = this.#view;
		const changes = new Map(files.filter(([path, file]) => before.files.get(path)?.unit.text !== file?.unit.text));
		if (changes.size === 0) return;
		this.#view = updateWorkspace(before, changes);
		this.#host.changed(affectedFiles(before, this.#view, new Set(changes.keys())), edited);
	}

	readonly #fault = (file: string, error: unknown): void => {
		const reason = error instanceof Error ? error.message : String(error);
		this.#host.connection.console.warn(`rules across files do not know what is in ${file}: ${reason}`);
	};
}

const none: ReadonlySet<string> = new Set();
const cancelled = 'the reading of the unit files was cancelled';
const mostFiles = 20_000;
/** More than any project has: somebody has opened the root of a file system. */
const mostFolders = 100_000;
