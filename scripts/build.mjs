// Bundles the programs into dist/: the extension with its halves, the language server with its session and its texts, and the command
// line with its cluster half.
// usage: node scripts/build.mjs [--dev] [--watch] [--to <folder>]
//   --dev    readable code with source maps
//   --watch  --dev, and again after every change
//   --to     another folder than the project's, to hold dist/
// Types are not checked here: that is `npm run check`.
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { root } from './set-up.mjs';

/** Programs that others load from beside them, when they need them: a start need not wait for their code. */
const beside = {
	'client/src/language.ts': 'language.cjs',
	'client/src/clusters/window.ts': 'clusters.cjs',
	'server/src/main.ts': 'server.cjs',
	'server/src/session.ts': 'session.cjs',
	'cli/src/ctl/main.ts': 'ctl.cjs',
	'core/src/texts.ts': 'texts.json',
};

/** Packages that the session shares with the program that loads it. */
const fromServer = { 'vscode-languageserver/node': 'server.cjs', 'vscode-languageserver-protocol': 'server.cjs' };

const programs = [
	{ from: 'client/src/extension.ts', to: 'dist/extension.cjs', external: ['vscode'], ...loadingBeside() },
	{ from: 'client/src/language.ts', to: 'dist/language.cjs', external: ['vscode'] },
	{ from: 'client/src/clusters/window.ts', to: 'dist/clusters.cjs', external: ['vscode'] },
	{ from: 'client/src/clusters/askpass-program.ts', to: 'dist/askpass.cjs' },
	{ from: 'server/src/main.ts', to: 'dist/server.cjs', ...loadingBeside() },
	{ from: 'server/src/session.ts', to: 'dist/session.cjs', ...loadingBeside(fromServer) },
	{
		from: 'core/src/texts.ts',
		to: 'dist/texts.json',
		format: 'esm',
		write: false,
		sourcemap: false,
		plugins: [asData()],
	},
	{
		from: 'cli/src/main.ts',
		to: 'dist/cli.cjs',
		banner: { js: '#!/usr/bin/env node' },
		plugins: [bundlesBeside({}), executable()],
	},
	{ from: 'cli/src/ctl/main.ts', to: 'dist/ctl.cjs' },
	...page('journal'),
	...page('placement'),
];

const { values } = parseArgs({
	options: { dev: { type: 'boolean' }, watch: { type: 'boolean' }, to: { type: 'string' } },
});
const { watch = false, dev = watch, to: folder = root } = values;

await Promise.all(programs.map(watch ? watchOne : buildOne));

async function buildOne(program) {
	await build(optionsOf(program)).catch(() => {
		// esbuild has printed what is wrong and where; a stack of its own would only bury it.
		process.exitCode = 1;
	});
}

async function watchOne(program) {
	const { watch } = await context({ ...optionsOf(program), logLevel: 'info' });
	await watch();
}

function optionsOf({ from, to, ...rest }) {
	return {
		absWorkingDir: root,
		entryPoints: [from],
		outfile: path.join(folder, to),
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		minify: !dev,
		sourcemap: dev,
		logLevel: 'warning',
		...rest,
	};
}

/** The script of a page in a webview, and its looks. */
function page(name) {
	const browser = { platform: 'browser', format: 'iife', target: 'es2023' };
	return [
		{ from: `webviews/${name}/main.ts`, to: `dist/${name}-view.js`, ...browser },
		{ from: `webviews/${name}/${name}.css`, to: `dist/${name}-view.css`, ...browser },
	];
}

/** Leaves out what stands in bundles beside this one. `import()` becomes `require()`, which also takes JSON. */
function loadingBeside(packages = {}) {
	return { supported: { 'dynamic-import': false }, plugins: [bundlesBeside(packages)] };
}

function bundlesBeside(packages) {
	return {
		name: 'bundles-beside',
		setup(build) {
			build.onResolve({ filter: /.*/ }, ({ path: name, kind, resolveDir }) => {
				if (kind === 'entry-point') return undefined;
				const bundle = packages[name] ?? beside[path.relative(root, path.resolve(resolveDir, name))];
				return bundle && { path: `./${bundle}`, external: true };
			});
		},
	};
}

/** Writes what a module exports, as data: JSON loads ten times as fast as code, and leaves only the data in memory. */
function asData() {
	return {
		name: 'as-data',
		setup(build) {
			build.onEnd(async ({ errors, outputFiles: [output] = [] }) => {
				if (errors.length > 0) return;
				const exported = await import(`data:text/javascript,${encodeURIComponent(output.text)}`);
				await mkdir(path.dirname(output.path), { recursive: true });
				await writeFile(output.path, JSON.stringify(exported));
			});
		},
	};
}

/** Makes the written program startable by its name, after each build. */
function executable() {
	return {
		name: 'executable',
		setup(build) {
			build.onEnd(async ({ errors }) => {
				if (errors.length === 0) await chmod(build.initialOptions.outfile, 0o755);
			});
		},
	};
}
