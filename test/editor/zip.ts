// Lists the files in a zip archive.
import { createRequire } from 'node:module';

/** The names of the files in an archive, sorted. */
export function listZip(file: string): Promise<readonly string[]> {
	return new Promise((resolve, reject) => {
		yauzl.open(file, {}, (error, zip) => {
			if (error !== null) return reject(error);
			const names: string[] = [];
			zip.on('entry', (entry) => names.push(entry.fileName));
			zip.on('error', reject);
			zip.on('end', () => resolve(names.sort()));
		});
	});
}

/** What is used here of yauzl, which comes without types. */
interface Yauzl {
	readonly open: (file: string, options: object, done: (error: Error | null, zip: Zip) => void) => void;
}

interface Zip {
	readonly on: {
		(event: 'entry', listener: (entry: { readonly fileName: string }) => void): void;
		(event: 'error', listener: (error: Error) => void): void;
		(event: 'end', listener: () => void): void;
	};
}

const yauzl: Yauzl = createRequire(import.meta.url)('yauzl');
