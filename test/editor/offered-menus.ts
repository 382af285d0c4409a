// What menus offer by the words of package.json: its conditions asked of the keys that VS Code is expected to have, in the
// order in which VS Code shows entries.
import { readProjectFile } from '../tidy/files.ts';

interface MenuItem {
	readonly command?: string;
	readonly submenu?: string;
	readonly when?: string;
	readonly group?: string;
}

interface Command {
	readonly command: string;
	readonly title: string;
	readonly category: string;
	readonly enablement?: string;
}

const { commands, menus, submenus } = readManifest();

/** Keys and what they are; one that is absent is not set. */
export type Keys = Readonly<Record<string, string | boolean>>;

/** The entries that a menu offers under those keys, by their words; those that stand in the row or title itself apart. */
export function offered(
	menu: string,
	keys: Keys,
): { readonly entries: readonly string[]; readonly buttons: readonly string[] } {
	const items = (menus[menu] ?? []).filter(({ when = '' }) => holds(when, keys)).sort(byGroup);
	const isButton = ({ group = '' }: MenuItem) => /^(?:inline|navigation)/.test(group);
	return {
		entries: items.filter((item) => !isButton(item)).map(wordsOf),
		buttons: items.filter(isButton).map(wordsOf),
	};
}

/** What the command palette has of ours under those keys, in the order of the alphabet. */
export function offeredInPalette(keys: Keys | 'whatever the conditions'): readonly string[] {
	const conditions = new Map(menus['commandPalette']?.map(({ command, when = '' }) => [command, when]));
	const isOffered = (when: string) => keys === 'whatever the conditions' || holds(when, keys);
	return commands
		.filter(({ command, enablement = '' }) => isOffered(enablement) && isOffered(conditions.get(command) ?? ''))
		.map(({ category, title }) => `${category}: ${title}`)
		.sort();
}

/** VS Code shows groups by their names, and within one by the number behind `@`. */
function byGroup(one: MenuItem, other: MenuItem): number {
	const [group = '', order = '0'] = (one.group ?? '').split('@');
	const [otherGroup = '', otherOrder = '0'] = (other.group ?? '').split('@');
	return group === otherGroup ? Number(order) - Number(otherOrder) : group < otherGroup ? -1 : 1;
}

function wordsOf({ command, submenu }: MenuItem): string {
	const named = submenu === undefined ? commands.find((one) => one.command === command)?.title : submenus[submenu];
	if (named === undefined) throw new Error(`there are no words for ${command ?? submenu}`);
	return named;
}

/** Whether a condition holds: terms that all must, each a key, its opposite, or a comparison. */
function holds(when: string, keys: Keys): boolean {
	return when === '' || when.split(' && ').every((term) => termHolds(term, keys));
}

function termHolds(term: string, keys: Keys): boolean {
	const [, not, name = '', compare, value = ''] = /^(!?)([\w.]+)(?: (==|=~) (.*))?$/.exec(term) ?? [];
	if (name === '') throw new Error(`a condition of another form: ${term}`);
	const is = keys[name] ?? false;
	if (compare === '==') return is === value;
	if (compare === '=~') return new RegExp(value.slice(1, -1)).test(String(is));
	return (is !== false) !== (not === '!');
}

function readManifest() {
	const { contributes } = JSON.parse(readProjectFile('package.json'));
	const labels = contributes.submenus.map(({ id, label }: { id: string; label: string }) => [id, label]);
	return {
		// What the manifest holds is checked against the code in test/tidy/manifest.test.ts.
		commands: contributes.commands as readonly Command[],
		menus: contributes.menus as Readonly<Record<string, readonly MenuItem[]>>,
		submenus: Object.fromEntries(labels) as Readonly<Record<string, string>>,
	};
}
