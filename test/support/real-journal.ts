// A journal in a folder of its own, written as tests go on: Debian's systemd-journal-remote(8) makes journal files of
// what it reads, as anybody and without a journald. A machine has it when its `journalctl` reads that folder.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

/** A journal that grows. */
export interface RealJournal {
	/** A `journalctl` for the PATH of a machine: the real one, on this journal. */
	readonly program: string;
	/** Adds an entry, one second after the one before. */
	write(unit: string, fields: Readonly<Record<string, string>>): void;
	/** Ends the writer. Everything is in the files when it resolves. */
	close(): Promise<void>;
}

/** When the first entry was written, in seconds since 1970. */
export const firstSecond = 1_700_000_000;

/** Makes an empty journal below a folder. */
export function createRealJournal(below: string): RealJournal {
	const folder = path.join(below, 'journal');
	mkdirSync(folder);
	const writer = spawn('/lib/systemd/systemd-journal-remote', [`--output=${path.join(folder, 'test.journal')}`, '-'], {
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	let written = 0;
	return {
		program: `#!/bin/sh\nexec /usr/bin/journalctl --directory=${folder} "$@"\n`,
		write(unit, fields) {
			writer.stdin.write(entry({ ...stamp(written++), _SYSTEMD_UNIT: unit, ...fields }));
		},
		async close() {
			if (writer.exitCode !== null) return;
			writer.stdin.end();
			await once(writer, 'exit');
		},
	};
}

function stamp(seconds: number): Readonly<Record<string, string>> {
	return {
		__REALTIME_TIMESTAMP: String((firstSecond + seconds) * 1_000_000),
		__MONOTONIC_TIMESTAMP: String((1 + seconds) * 1_000_000),
		_BOOT_ID: 'b0'.repeat(16),
		_MACHINE_ID: 'a1'.repeat(16),
	};
}

/** An entry in journal export format: a field whose value has line breaks carries its length, in eight bytes. */
function entry(fields: Readonly<Record<string, string>>): Buffer {
	return Buffer.concat([...Object.entries(fields).map(([name, value]) => field(name, value)), Buffer.from('\n')]);
}

function field(name: string, value: string): Buffer {
	if (!value.includes('\n')) return Buffer.from(`${name}=${value}\n`);
	const text = Buffer.from(value);
	const length = Buffer.alloc(8);
	length.writeBigUInt64LE(BigInt(text.length));
	return Buffer.concat([Buffer.from(`${name}\n`), length, text, Buffer.from('\n')]);
}
