// The second door of the core: our texts about directives. They are longer than all tables together and are needed only
// when somebody reads one, so a host loads this module then and hands the texts in; linting never does.

import { automountTexts } from './catalogue/texts/automount.ts';
import { busnameTexts } from './catalogue/texts/busname.ts';
import type { Texts } from './catalogue/texts/directive-text.ts';
import { execDirectoriesTexts } from './catalogue/texts/exec-directories.ts';
import { execEnvironmentTexts } from './catalogue/texts/exec-environment.ts';
import { execIdentityTexts } from './catalogue/texts/exec-identity.ts';
import { execLoggingTexts } from './catalogue/texts/exec-logging.ts';
import { execPathsTexts } from './catalogue/texts/exec-paths.ts';
import { execProcessTexts } from './catalogue/texts/exec-process.ts';
import { execRemovedTexts } from './catalogue/texts/exec-removed.ts';
import { execSandboxTexts } from './catalogue/texts/exec-sandbox.ts';
import { execSyscallsTexts } from './catalogue/texts/exec-syscalls.ts';
import { installTexts } from './catalogue/texts/install.ts';
import { killTexts } from './catalogue/texts/kill.ts';
import { mountTexts } from './catalogue/texts/mount.ts';
import { pathTexts } from './catalogue/texts/path.ts';
import { resourceControlTexts } from './catalogue/texts/resource-control.ts';
import { scopeTexts } from './catalogue/texts/scope.ts';
import { serviceTexts } from './catalogue/texts/service.ts';
import { sliceTexts } from './catalogue/texts/slice.ts';
import { socketTexts } from './catalogue/texts/socket.ts';
import { swapTexts } from './catalogue/texts/swap.ts';
import { timerTexts } from './catalogue/texts/timer.ts';
import { unitTexts } from './catalogue/texts/unit.ts';
import { unitAssertsTexts } from './catalogue/texts/unit-asserts.ts';
import { unitConditionsTexts } from './catalogue/texts/unit-conditions.ts';
import { xFleetTexts } from './catalogue/texts/x-fleet.ts';

/** A text for every row of the catalogue, by table and key. */
export const texts: Texts = {
	unit: { ...unitTexts, ...unitConditionsTexts, ...unitAssertsTexts },
	service: serviceTexts,
	socket: socketTexts,
	mount: mountTexts,
	automount: automountTexts,
	swap: swapTexts,
	path: pathTexts,
	timer: timerTexts,
	slice: sliceTexts,
	scope: scopeTexts,
	busname: busnameTexts,
	install: installTexts,
	exec: {
		...execPathsTexts,
		...execIdentityTexts,
		...execSandboxTexts,
		...execSyscallsTexts,
		...execProcessTexts,
		...execDirectoriesTexts,
		...execEnvironmentTexts,
		...execLoggingTexts,
		...execRemovedTexts,
	},
	kill: killTexts,
	'resource-control': resourceControlTexts,
	'x-fleet': xFleetTexts,
};
