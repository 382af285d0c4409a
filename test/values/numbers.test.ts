// Numbers, sizes, shares, limits and modes.
import { expect, test } from 'vitest';
import { faultsOf, itemsOf, noteOf } from './ask.ts';

test.each([
	['Nice', '-20'],
	['Nice', '0x5'],
	['OOMScoreAdjust', '1000'],
	['IOSchedulingPriority', '7'],
	['CPUWeight', 'idle'],
	['IOWeight', '10000'],
	['TasksMax', '20%'],
	['TasksMax', 'infinity'],
	['MemoryMax', '1.5G'],
	['MemoryMax', '1G 512M'],
	['MemoryMax', '50%'],
	['CPUQuota', '250%'],
	['LimitNOFILE', '1024:524288'],
	['LimitCPU', '1min:2min'],
	['LimitNICE', '-5'],
	['UMask', '0027'],
])('%s takes %s', (key, value) => {
	expect(faultsOf(key, value)).toBe('fine');
});

test.each([
	['Nice', '20', 'write a number from -20 to 19'],
	['CPUWeight', '0', 'write a number from 1 to 10000'],
	['TasksMax', '0', 'is no number of tasks'],
	['MemoryMax', '0', 'the limit may not be zero'],
	['MemoryMax', '512MB', '→ 512M'],
	['MemoryMax', '101%', 'more than there is'],
	['CPUQuota', '50', '→ 50%'],
	['CPUQuota', '0%', 'the share may not be zero'],
	['LimitNOFILE', '64K', '→ 65536'],
	['LimitNOFILE', '5:4', 'the soft limit is above the hard one'],
	['LimitNICE', 'infinity', 'is not a nice level'],
	['UMask', '0888', 'is no mode of octal digits'],
])('%s does not take %s', (key, value, message) => {
	expect(faultsOf(key, value)).toContain(message);
});

test('a limit of zero is one where nothing may be used, and right where something is protected', () => {
	expect(faultsOf('MemorySwapMax', '0')).toBe('fine');
	expect(faultsOf('MemoryLow', '0')).toBe('fine');
});

test.each([
	['MemoryMax', '1.5G', '1.5G = 1 610 612 736 bytes'],
	['LimitNOFILE', '1024:4096', 'soft 1 024, hard 4 096'],
	['LimitCPU', '1min', 'soft 60 s, hard 60 s'],
	['LimitNICE', '-5', 'soft nice level -5, hard nice level -5'],
	['LimitAS', 'infinity', 'soft infinity, hard infinity'],
	['UMask', '0027', 'new files rw-r-----, folders rwxr-x---'],
	['RuntimeDirectoryMode', '1770', 'rwxrwx--T'],
	['CPUQuota', '150%', 'the time of 1.5 CPUs'],
	['Nice', '19', 'least favoured'],
	['CPUAffinity', '0-3,8', '5 in all'],
])('%s=%s is explained', (key, value, note) => {
	expect(noteOf(key, value)).toBe(note);
});

test('old releases have older limits', () => {
	const socket = { section: 'Socket', file: 'web.socket' } as const;
	expect(faultsOf('MessageQueueMessageSize', '64K', socket)).toBe('fine');
	expect(faultsOf('MessageQueueMessageSize', '64K', { ...socket, release: 252 })).toContain('units are read since');
});

test('words beside numbers are offered, with their ends', () => {
	expect(itemsOf('CPUWeight', '')).toEqual(['idle', '100']);
	expect(itemsOf('Nice', '')).toEqual(['-20', '0', '19']);
});
