// How vitest finds the tests. The suites in real editors and against real servers have their own, slower
// configurations in test/editor and test/real.
import { defineConfig } from 'vitest/config';

const mocked = 'test/**/*.mocked.test.ts';
const elsewhere = ['test/editor/**', 'test/real/**', '**/node_modules/**'];

export default defineConfig({
	test: {
		// Most tests wait more than they work, so no core need be kept free.
		maxWorkers: '100%',
		projects: [
			{
				test: {
					name: 'unit',
					include: ['test/**/*.test.ts'],
					exclude: [mocked, ...elsewhere],
					testTimeout: 20_000,
					// Modules hold no state that a test could leave behind. Loaded once a worker they take half of the time.
					isolate: false,
				},
			},
			// Tests that replace modules get theirs to themselves.
			{ test: { name: 'mocked', include: [mocked], exclude: elsewhere, testTimeout: 20_000 } },
		],
	},
});
