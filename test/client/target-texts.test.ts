// What the status says of the target releases.

import { expect, test } from 'vitest';
import { targetDetail, targetText } from '../../client/src/target-texts.ts';

const assumed = { systemd: undefined, fleet: undefined };
const newest = { systemdVersion: 262, fleetVersion: '1.0', isFromProject: false };

test('a release that nobody has set is said to be assumed', () => {
	expect(targetText(assumed, newest)).toBe('systemd latest (assumed)');
	expect(targetDetail(assumed, newest)).toBe(
		'no release is set, so files are checked for the newest one, 262; choose yours; CoreOS fleet 1.0',
	);
	expect(targetText(assumed, undefined)).toBe('systemd latest (assumed)');
});

test('a release that the person has set is not, be it the latest', () => {
	expect(targetText({ systemd: 'latest', fleet: undefined }, newest)).toBe('systemd latest');
	expect(targetText({ systemd: '252', fleet: '0.11' }, undefined)).toBe('systemd 252');
	expect(targetDetail({ systemd: '252', fleet: '0.11' }, undefined)).toBe(
		'release that the unit files are checked for; CoreOS fleet 0.11',
	);
});

test('what the project says counts before what the editor says', () => {
	const project = { systemdVersion: 249, fleetVersion: '1.0', isFromProject: true };
	expect(targetText({ systemd: '252', fleet: undefined }, project)).toBe('systemd 249');
	expect(targetDetail(assumed, project)).toBe('.fleet-units.json sets the release; CoreOS fleet 1.0');
});
