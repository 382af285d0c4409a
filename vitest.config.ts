// How vitest finds the tests. The editor suites have their own, slower configuration in test/editor.
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		exclude: ['test/editor/**', '**/node_modules/**'],
		testTimeout: 20_000,
	},
});
