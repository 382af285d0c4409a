// What the status bar says of clusters.

import { expect, test } from 'vitest';
import { statusText } from '../../../client/src/cluster-view/status-text.ts';
import { machine, state, unit, viewOf } from '../../support/cluster-views.ts';

const machines = [machine('a1')];
const web = unit('web.service', '[Service]\nExecStart=/bin/a\n', 'launched', 'a1');
const failed = { machines, units: [web], states: [state(web, 'a1', 'loaded failed failed')] };
const failure = { kind: 'timeout', message: 'no answer within 5 s' };

test('nothing is said before a cluster is opened', () => {
	expect(statusText([])).toBeUndefined();
	const { snapshot: _none, ...idle } = viewOf({}, { connection: { kind: 'idle' } });
	expect(statusText([idle])).toBeUndefined();
});

test('one cluster is named, with what failed there', () => {
	expect(statusText([viewOf({ machines })])).toEqual({
		text: '$(server-environment) test',
		tooltip: '**test** 1 machine, 0 units · unix:///run/fleet\\.sock',
		spoken: 'fleet: test',
		isProduction: false,
	});
	expect(statusText([viewOf(failed)])).toMatchObject({
		text: '$(server-environment) test $(error) 1',
		spoken: 'fleet: test, 1 failed',
	});
});

test('production is said in words, too', () => {
	expect(statusText([viewOf({}, { production: true })])).toMatchObject({
		spoken: 'fleet: test, production',
		isProduction: true,
	});
});

test('several are counted, those that cannot be read and units that failed in all of them', () => {
	const lost = viewOf(failed, { id: 'b', name: 'bank', connection: { kind: 'lost', failure }, age: 180_000 });
	const idle = viewOf({}, { id: 'c', name: 'idle', connection: { kind: 'idle' } });
	const status = statusText([viewOf(failed), lost, idle]);
	expect(status).toMatchObject({
		text: '$(server-environment) 2 clusters $(warning) 1 not reached $(error) 2',
		spoken: 'fleet: 2 clusters, 1 not reached, 2 failed',
	});
	expect(status?.tooltip).toContain('**bank** connection lost · 1 machine, 1 unit, 1 failed · read 3 min ago');
	expect(status?.tooltip).not.toContain('idle');
});

test('where clusters are reached from is told, where that is another computer', () => {
	expect(statusText([viewOf({}, { host: 'core-1 (SSH)' })])?.tooltip).toContain('Reached from core\\-1 \\(SSH\\)');
});
