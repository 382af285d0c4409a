// GET /metrics: what fleet counts of its engine, in the text format of Prometheus. What Go counts of itself is absent.

import type { ApiAnswer } from './api/answer.ts';
import type { World } from './world.ts';

/** The metrics of the engine. */
export function answerMetrics({ engine }: World): ApiAnswer {
	const body = [
		...metric(
			'leader_start_time',
			'gauge',
			'Start of the leadership, in seconds since 1970.',
			engine.leadsSince / 1000,
		),
		...metric('reconcile_count_total', 'counter', 'Passes of the engine.', engine.passes),
	].join('\n');
	return { status: 200, headers: { 'Content-Type': 'text/plain; version=0.0.4' }, body: `${body}\n` };
}

function metric(name: string, type: 'gauge' | 'counter', help: string, value: number): readonly string[] {
	const full = `fleet_engine_${name}`;
	return [`# HELP ${full} ${help}`, `# TYPE ${full} ${type}`, `${full} ${value}`];
}
