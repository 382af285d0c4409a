// How vitest runs the editor suites: one after the other, because each starts an editor, and with patience.
// usage: npx vitest run --config test/editor/vitest.config.ts
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/editor/*.test.ts'],
		globalSetup: 'test/editor/global-setup.ts',
		fileParallelism: false,
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// A key or click that a busy workbench drops is no fault of ours; a fault of ours comes again.
		retry: 1,
	},
});
