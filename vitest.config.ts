// How vitest finds the tests. The suites in real editors and against real servers have their own, slower
// configurations in test/editor and test/real.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		exclude: ['test/editor/**', 'test/real/**', '**/node_modules/**'],
		testTimeout: 20_000,
		// No test changes what another one reads, so modules are loaded once a worker: that is half of the time. The rest
		// is mostly waiting, for which no core need be kept free.
		isolate: false,
		maxWorkers: '100%',
	},
});
