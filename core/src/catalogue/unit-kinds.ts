// Which unit kinds exist, which sections each may have, and which tables a section is made of (systemd.unit(5)).

import type { DirectiveTable } from './directive.ts';
import type { SectionName } from './section-name.ts';
import { automountDirectives } from './sections/automount.ts';
import { busnameDirectives } from './sections/busname.ts';
import { execDirectives } from './sections/exec.ts';
import { installDirectives } from './sections/install.ts';
import { killDirectives } from './sections/kill.ts';
import { mountDirectives } from './sections/mount.ts';
import { pathDirectives } from './sections/path.ts';
import { resourceControlDirectives } from './sections/resource-control.ts';
import { scopeDirectives } from './sections/scope.ts';
import { serviceDirectives } from './sections/service.ts';
import { sliceDirectives } from './sections/slice.ts';
import { socketDirectives } from './sections/socket.ts';
import { swapDirectives } from './sections/swap.ts';
import { timerDirectives } from './sections/timer.ts';
import { unitDirectives } from './sections/unit.ts';
import { xFleetDirectives } from './sections/x-fleet.ts';

/**
 * The sections of each unit kind, in the order they are written. A kind's name is also its file suffix.
 * systemd takes a section of the kind's own name everywhere, also where that has no keys ([Target], [Device]).
 */
export const unitKinds = {
	service: ['Unit', 'Service', 'Install', 'X-Fleet'],
	socket: ['Unit', 'Socket', 'Install', 'X-Fleet'],
	device: ['Unit', 'Device', 'Install', 'X-Fleet'],
	mount: ['Unit', 'Mount', 'Install', 'X-Fleet'],
	automount: ['Unit', 'Automount', 'Install', 'X-Fleet'],
	swap: ['Unit', 'Swap', 'Install', 'X-Fleet'],
	target: ['Unit', 'Target', 'Install', 'X-Fleet'],
	path: ['Unit', 'Path', 'Install', 'X-Fleet'],
	timer: ['Unit', 'Timer', 'Install', 'X-Fleet'],
	slice: ['Unit', 'Slice', 'Install', 'X-Fleet'],
	scope: ['Unit', 'Scope', 'Install', 'X-Fleet'],
} as const satisfies Readonly<Record<string, readonly SectionName[]>>;

/** A kind of unit, named as its file suffix. */
export type UnitKind = keyof typeof unitKinds;

/** All unit kinds. */
export const unitKindNames = Object.keys(unitKinds) as readonly UnitKind[]; // The keys are the type.

/** The tables that make up each section; the section's own comes first. */
export const sectionTables: Readonly<Record<SectionName, readonly DirectiveTable[]>> = {
	Unit: [unitDirectives],
	Service: [serviceDirectives, execDirectives, killDirectives, resourceControlDirectives],
	Socket: [socketDirectives, execDirectives, killDirectives, resourceControlDirectives],
	Device: [],
	Mount: [mountDirectives, execDirectives, killDirectives, resourceControlDirectives],
	Automount: [automountDirectives],
	Swap: [swapDirectives, execDirectives, killDirectives, resourceControlDirectives],
	Target: [],
	Path: [pathDirectives],
	Timer: [timerDirectives],
	Slice: [sliceDirectives, resourceControlDirectives],
	Scope: [scopeDirectives, killDirectives, resourceControlDirectives],
	BusName: [busnameDirectives],
	Install: [installDirectives],
	'X-Fleet': [xFleetDirectives],
};

/** First release that reads a section, where that is younger than the oldest the tables know. */
export const sectionSince: Readonly<Partial<Record<SectionName, number>>> = { Slice: 205, Scope: 206, BusName: 209 };

/** One sentence on what a section is for. */
export const sectionSummaries: Readonly<Record<SectionName, string>> = {
	Unit: 'What the unit is, what it needs and when it may start; every kind of unit has this section',
	Service: 'The program that the service runs, and how it starts, stops and restarts',
	Socket: 'The sockets, FIFOs and queues that start a service when somebody connects',
	Device: 'Belongs to device units; systemd knows no key for it',
	Mount: 'What is mounted where, and with which options',
	Automount: 'A mount point that is mounted when somebody first looks into it',
	Swap: 'A swap device or file, and how it is used',
	Target: 'Belongs to targets, which only group other units; systemd knows no key for it',
	Path: 'Files and folders whose changes start a service',
	Timer: 'Times and intervals at which another unit is started',
	Slice: 'Limits that hold for all units below this slice together',
	Scope: 'Processes that something other than systemd started, kept together',
	BusName: 'Names on kdbus, which systemd dropped with release 235',
	Install: 'What `systemctl enable` links; nothing here acts while the unit runs',
	'X-Fleet': 'Where CoreOS fleet may place the unit; systemd ignores this section',
};
