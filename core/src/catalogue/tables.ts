// All tables of the catalogue in one list. Which section is made of which tables stands in unit-kinds.ts.

import type { DirectiveTable } from './directive.ts';
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

/** Every table, one a man page, fleet's last. */
export const directiveTables: readonly DirectiveTable[] = [
	unitDirectives,
	serviceDirectives,
	socketDirectives,
	mountDirectives,
	automountDirectives,
	swapDirectives,
	pathDirectives,
	timerDirectives,
	sliceDirectives,
	scopeDirectives,
	busnameDirectives,
	installDirectives,
	execDirectives,
	killDirectives,
	resourceControlDirectives,
	xFleetDirectives,
];
