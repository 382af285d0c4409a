// One maker a kind of unit: draws settings from the tables of corpus-words.ts and writes them down as people do.

import {
	fleetSettings,
	milestones,
	programs,
	purposes,
	remarks,
	type Setting,
	serviceSettings,
	socketSettings,
	timerSettings,
	unitSettings,
} from './corpus-words.ts';
import type { Random } from './random.ts';

/** A file in the making: where it goes, and its lines. */
export interface DraftUnit {
	readonly path: string;
	readonly lines: readonly string[];
}

/** Writes one unit; `nth` keeps names apart. */
export type UnitMaker = (random: Random, nth: number) => DraftUnit;

/** The makers, each with how many of a hundred units it writes. */
export const unitMakers: readonly { readonly share: number; readonly make: UnitMaker }[] = [
	{ share: 58, make: service },
	{ share: 12, make: target },
	{ share: 10, make: socket },
	{ share: 6, make: timer },
	{ share: 6, make: dropIn },
	{ share: 8, make: fleetUnit },
];

function service(random: Random, nth: number): DraftUnit {
	const program = random.pick(programs);
	const gap = random.chance(0.2) ? ' \\\n  ' : ' ';
	const start = [`/usr/sbin/${program}`, `--config /etc/${program}/${program}.conf`, '--foreground'].join(gap);
	const type: Setting = ['Type', random.pick(['simple', 'notify', 'forking', 'oneshot', 'dbus'])];
	// Few services are hardened line by line; those few are long.
	const further = random.chance(0.15) ? 14 + random.below(16) : 2 + random.below(8);
	const settings: Setting[] = [type, ['ExecStart', start], ...random.some(serviceSettings, further)];
	const steps = random.chance(0.02) ? 30 + random.below(120) : random.below(2);
	const before = Array.from({ length: steps }, (_, step): Setting => ['ExecStartPre', `-/bin/mkdir -p /srv/${step}`]);
	const wanted: Setting = ['WantedBy', 'multi-user.target'];
	return {
		path: `${program}/${program}-${nth}.service`,
		lines: [
			...licence(random),
			...unitSection(random, program),
			...section(random, 'Service', [...before, ...settings]),
			...(random.chance(0.8) ? section(random, 'Install', [wanted]) : []),
		],
	};
}

function target(random: Random, nth: number): DraftUnit {
	const lines = [...licence(random), ...unitSection(random, random.pick(programs))];
	return { path: `targets/stage-${nth}.target`, lines };
}

function socket(random: Random, nth: number): DraftUnit {
	const program = random.pick(programs);
	const lines = [
		...unitSection(random, program),
		...section(random, 'Socket', random.some(socketSettings, 1 + random.below(5))),
		...section(random, 'Install', [['WantedBy', 'sockets.target']]),
	];
	return { path: `${program}/${program}-${nth}.socket`, lines };
}

function timer(random: Random, nth: number): DraftUnit {
	const program = random.pick(programs);
	const lines = [
		...unitSection(random, program),
		...section(random, 'Timer', random.some(timerSettings, 1 + random.below(4))),
		...section(random, 'Install', [['WantedBy', 'timers.target']]),
	];
	return { path: `${program}/${program}-${nth}.timer`, lines };
}

function dropIn(random: Random, nth: number): DraftUnit {
	const program = random.pick(programs);
	const settings = random.some(serviceSettings, 1 + random.below(4));
	const lines = section(random, 'Service', [['ExecStart', ''], ['ExecStart', `/opt/${program}/run`], ...settings]);
	return { path: `${program}/${program}-${nth}.service.d/10-local.conf`, lines };
}

function fleetUnit(random: Random, nth: number): DraftUnit {
	const program = random.pick(programs);
	const lines = [
		...unitSection(random, program),
		'[Service]',
		'EnvironmentFile=/etc/environment',
		'TimeoutStartSec=0',
		'ExecStartPre=-/usr/bin/docker kill %p-%i',
		'ExecStartPre=-/usr/bin/docker rm %p-%i',
		`ExecStartPre=/usr/bin/docker pull registry.example.com/${program}`,
		...dockerRun(random, program),
		'ExecStop=/usr/bin/docker stop -t 10 %p-%i',
		'',
		...section(random, 'X-Fleet', random.some(fleetSettings, 1 + random.below(2))),
	];
	return { path: `fleet/${program}-${nth}@.service`, lines };
}

function dockerRun(random: Random, program: string): readonly string[] {
	const variables = Array.from({ length: 1 + random.below(6) }, (_, at) => `  -e SETTING_${at}=\${SETTING_${at}} \\`);
	const first = 'ExecStart=/usr/bin/docker run --rm --name %p-%i \\';
	return [first, ...variables, '  -p $' + '{COREOS_PRIVATE_IPV4}:80:8080 \\', `  registry.example.com/${program}`];
}

function unitSection(random: Random, program: string): readonly string[] {
	const after = random.some(milestones, 1 + random.below(3)).join(' ');
	const description: Setting = ['Description', `${program} ${random.pick(purposes)}`];
	const further = random.some(unitSettings, random.below(6));
	return section(random, 'Unit', [description, ['After', after], ...further]);
}

/** A section with now and then a remark above a setting, and a blank line at its end. */
function section(random: Random, name: string, settings: readonly Setting[]): readonly string[] {
	const lines = settings.flatMap(([key, value]) => {
		const remark = random.chance(0.06) ? [`# ${random.pick(remarks)}`] : [];
		return [...remark, ...`${key}=${value}`.split('\n')];
	});
	return [`[${name}]`, ...lines, ''];
}

function licence(random: Random): readonly string[] {
	if (!random.chance(0.2)) return [];
	return ['# SPDX-License-Identifier: MIT', '#', '# This file is part of the shop.', ''];
}
