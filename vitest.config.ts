// How vitest finds the tests. The suites in real editors and against real servers have their own, slower
// configurations in test/editor and test/real.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		exclude: ['test/editor/**', 'test/real/**', '**/node_modules/**'],
		testTimeout: 20_000,
	},
});
