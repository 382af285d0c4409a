// How vitest runs the suites against real programs: an etcd, an sshd. One after the other, because each starts servers,
// and with patience.
// usage: npx vitest run --config test/real/vitest.config.ts
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/real/*.test.ts'],
		fileParallelism: false,
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
