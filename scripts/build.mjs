// Bundles the programs into dist/: the extension, the language server and the command line with its cluster half.
// usage: node scripts/build.mjs [--dev] [--watch] [--to <folder>]
//   --dev    readable code with source maps
//   --watch  --dev, and again after every change
//   --to     another folder than the project's, to hold dist/
// Types are not checked here: that is `npm run check`.
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { root } from './set-up.mjs';

const programs = [
	{ from: 'client/src/extension.ts', to: 'dist/extension.cjs', external: ['vscode'] },
	{ from: 'server/src/main.ts', to: 'dist/server.cjs' },
	{
		from: 'cli/src/main.ts',
		to: 'dist/cli.cjs',
		banner: { js: '#!/usr/bin/env node' },
		plugins: [programsBeside(), executable()],
	},
	{ from: 'cli/src/ctl/main.ts', to: 'dist/ctl.cjs' },
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

/** Leaves out what linting need not wait for: `serve`, `ctl` and `cluster` load the bundles beside this one. */
function programsBeside() {
	return {
		name: 'programs-beside',
		setup(build) {
			build.onResolve({ filter: /\/server\/src\/main\.ts$/ }, () => ({ path: './server.cjs', external: true }));
			build.onResolve({ filter: /\/ctl\/main\.ts$/ }, ({ kind }) => {
				return kind === 'entry-point' ? undefined : { path: './ctl.cjs', external: true };
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
