// Which part of a path is the name of the file, where names may hold backslashes.
import { expect, test } from 'vitest';
import { readUnitFileName } from '../../core/src/index.ts';

test.each([
	['/etc/systemd/system/web.service', 'web.service'],
	['/etc/systemd/system/srv-my\\x2ddata.mount', 'srv-my\\x2ddata.mount'],
	['srv-my\\x2ddata.mount', 'srv-my\\x2ddata.mount'],
	['\\x2ehidden.mount', '\\x2ehidden.mount'],
	['file:///etc/web.service', 'web.service'],
	['C:\\units\\web.service', 'web.service'],
	['C:/units/web.service', 'web.service'],
	['\\\\server\\units\\web.service', 'web.service'],
	['units\\web.service', 'web.service'],
	['units\\xdm.service', 'xdm.service'],
	['units/web.service.d/10-limits.conf', 'web.service'],
	['units\\srv-my\\x2ddata.mount', 'srv-my\\x2ddata.mount'],
])('%s is %s', (path, unit) => {
	expect(readUnitFileName(path)?.unit).toBe(unit);
});
