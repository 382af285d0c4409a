// Bundles the three programs into dist/: the extension, the language server and the command line.
// usage: node scripts/build.mjs [--dev] [--watch]     --dev: readable code with source maps; --watch: --dev, and again
// after every change. Types are not checked here: that is `npm run check`.
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { build, context } from 'esbuild';
import { root } from './set-up.mjs';

const programs = [
	{ from: 'client/src/extension.ts', to: 'dist/extension.cjs', external: ['vscode'] },
	{ from: 'server/src/main.ts', to: 'dist/server.cjs' },
	{ from: 'cli/src/main.ts', to: 'dist/cli.cjs', banner: { js: '#!/usr/bin/env node' }, plugins: [executable()] },
];

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

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
		outfile: to,
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

/** Makes the written program startable by its name, after each build. */
function executable() {
	return {
		name: 'executable',
		setup(build) {
			build.onEnd(async ({ errors }) => {
				if (errors.length === 0) await chmod(path.join(root, build.initialOptions.outfile), 0o755);
			});
		},
	};
}
