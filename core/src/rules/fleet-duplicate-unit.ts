// Two different units of one name that seem to be for one cluster.

import { fleetFilesIn, folderOf, twinsOf } from '../workspace/folders.ts';
import type { IndexedFile, WorkspaceView } from '../workspace/model.ts';
import { defineRule } from './rule.ts';
import { placeOf, wholeFile } from './support/workspace-file.ts';

/** A unit whose name another one has in a folder of other units. */
export const fleetDuplicateUnit = defineRule({
	id: 'fleet-duplicate-unit',
	group: 'fleet',
	severity: 'hint',
	since: '0.1.0',
	summary: 'Two different units of one name',
	why: 'fleet knows no folders, only names. Of two units of one name a cluster has the one that was submitted first: fleetctl warns that the other differs, and leaves things as they are. Folders that hold the same set of units, or are called after an environment such as `staging`, are taken for different clusters.',
	reference: 'fleet v1.0.0 fleetctl',
	examples: [
		{
			file: 'blog/announce.service',
			others: {
				'blog/blog.service': '\n[Service]\nExecStart=/usr/bin/blog\n\n[X-Fleet]\nMachineMetadata=role=web\n',
				'shop/announce.service':
					'\n[Service]\nExecStart=/usr/bin/announce shop\n\n[X-Fleet]\nMachineMetadata=role=web\n',
			},
			bad: `
[Service]
^^^^^^^^^ \`shop/announce.service\` is another unit of this name, and a cluster has only the first that is submitted; rename one, unless they are for different clusters
ExecStart=/usr/bin/announce blog

[X-Fleet]
MachineMetadata=role=web
`,
		},
		{
			file: 'production/web.service',
			others: {
				'production/db.service': '\n[Service]\nExecStart=/usr/bin/db\n\n[X-Fleet]\nMachineMetadata=role=db\n',
				'staging/web.service': '\n[Service]\nExecStart=/usr/bin/web --staging\n\n[X-Fleet]\nMachineMetadata=role=web\n',
			},
			good: `
[Service]
ExecStart=/usr/bin/web

[X-Fleet]
MachineMetadata=role=web
`,
		},
	],
	check(unit, context) {
		const place = placeOf(context);
		if (place === undefined) return;
		const { view, file } = place;
		const rival = twinsOf(view, file).find((twin) => areForOneCluster(view, file, twin));
		if (rival === undefined) return;
		const shown = rival.path.slice(sharedFolder(rival.path, file.path).length).replaceAll('\\', '/');
		const message = `\`${shown}\` is another unit of this name, and a cluster has only the first that is submitted; rename one, unless they are for different clusters`;
		context.report(wholeFile(unit), message);
	},
});

/** Folders with different units, but for this one: variants of one set of units have most of their names in common. */
function areForOneCluster(view: WorkspaceView, a: IndexedFile, b: IndexedFile): boolean {
	const [own, others] = [a, b].map(({ path }) => namesIn(view, folderOf(path))) as [Set<string>, Set<string>];
	const shared = [...own].filter((name) => others.has(name)).length;
	return shared === 1 && own.size + others.size > 2 && !areVariants(a.path, b.path);
}

function namesIn(view: WorkspaceView, folder: string): ReadonlySet<string> {
	return new Set(fleetFilesIn(view, folder).map(({ name }) => name.unit));
}

const variant =
	/(?:^|[-_.])(?:archived?|backup|bak|beta|canary|copy|demo|deprecated|dev|development|example|examples|live|local|new|old|pre|preprod|prod|production|qa|sample|stage|staging|test|testing|tests|uat|v?\d+(?:\.\d+)*)(?:[-_.]|$)/i;

/** Whether the folders in which the paths differ are named after an environment, a version or the past. */
function areVariants(a: string, b: string): boolean {
	const shared = sharedFolder(a, b).length;
	return [a, b].some((path) =>
		folderOf(path)
			.slice(shared)
			.split(/[/\\]/)
			.some((folder) => variant.test(folder)),
	);
}

function sharedFolder(a: string, b: string): string {
	let end = 0;
	while (end < a.length && a[end] === b[end]) end++;
	return folderOf(a.slice(0, end));
}
