// Runs a TypeScript script: bundles it with esbuild into .tsbuild and imports the result.
// Used by the npm scripts; packages stay outside the bundle.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [script, ...rest] = process.argv.slice(2);
if (script === undefined) throw new Error('usage: node scripts/run.mjs <script.ts> [arguments]');

const outfile = path.join(root, '.tsbuild', 'scripts', `${path.basename(script, '.ts')}.mjs`);
mkdirSync(path.dirname(outfile), { recursive: true });
await build({
	entryPoints: [path.resolve(script)],
	outfile,
	bundle: true,
	packages: 'external',
	platform: 'node',
	format: 'esm',
	target: 'node20',
	sourcemap: 'inline',
	logLevel: 'warning',
});
process.argv = [process.argv[0] ?? 'node', script, ...rest];
await import(pathToFileURL(outfile).href);
