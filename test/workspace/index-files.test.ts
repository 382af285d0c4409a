// The index: what is kept of a file, and views that share what did not change.
import { expect, test } from 'vitest';
import { emptyWorkspace, indexFile, updateWorkspace } from '../../core/src/index.ts';

const sidekick = `[Unit]
Description=Announces %i
BindsTo=web@%i.service
After=web@%i.service docker.service
[X-Fleet]
MachineOf=web@%i.service
`;

test('a file is kept with what others may want to know of it', () => {
	const file = indexFile('/u/announce@1.service', sidekick);
	expect(file).toMatchObject({ description: 'Announces %i', fleet: true, name: { unit: 'announce@1.service' } });
	expect(file?.references.get('After')).toEqual(['web@%i.service', 'docker.service']);
	expect(file?.requirements.peers).toEqual(['web@1.service']);
	expect(file?.canonical).toBe(sidekick.replace('\n[X-Fleet]', '\n\n[X-Fleet]'));
});

test('a name that is no unit file’s is not kept', () => {
	expect(indexFile('/u/README.md', sidekick)).toBeUndefined();
});

test('an update gives a new view and leaves the old one as it was', () => {
	const file = indexFile('/u/announce@1.service', sidekick);
	if (file === undefined) throw new Error('the file is not indexed');
	const one = updateWorkspace(emptyWorkspace, new Map([[file.path, file]]));
	const none = updateWorkspace(one, new Map([[file.path, undefined]]));
	expect([...emptyWorkspace.files, ...none.files, ...none.byUnit]).toEqual([]);
	expect(one.files.get(file.path)).toBe(file);
	expect(one.byUnit.get('announce@1.service')).toEqual([file]);
});
