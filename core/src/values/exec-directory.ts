// Directories that systemd makes for a unit: relative names, with links to them after a colon since 250, and `ro` since
// 257 (config_parse_exec_directories() of systemd).

import type { Flaw } from './fault.ts';
import { checkWords } from './judge.ts';
import { isTooLong } from './path.ts';
import { plain } from './quote.ts';
import { colonFlaw, splitColons } from './split-colons.ts';
import { noItems, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `StateDirectory=` and its like. */
export const execDirectory: ValueBehaviour = {
	check: checkWords(judgeDirectory, { quoting: { unquote: true, retainEscape: true } }),
	complete: () => noItems,
	describe: (value, _offset, { directive }) => {
		const root = roots[directive.key];
		if (root === undefined || value === '' || /[\s"':%]/.test(value)) return undefined;
		return { span: { start: 0, end: value.length }, text: `${root}/${value}` };
	},
};

/** Where the directories of the system manager lie. */
const roots: Readonly<Record<string, string>> = {
	CacheDirectory: '/var/cache',
	ConfigurationDirectory: '/etc',
	LogsDirectory: '/var/log',
	RuntimeDirectory: '/run',
	StateDirectory: '/var/lib',
};

const linksSince = 250;
const flagsSince = 257;

function judgeDirectory(text: string, { directive: { key }, release }: ValueContext): Flaw | undefined {
	if (release < linksSince) return judgeRelative(text, key);
	const parts = splitColons(text, { coalesce: release < flagsSince, escapes: true });
	if (parts === undefined) return colonFlaw;
	const [source = '', link = '', flags = ''] = parts;
	const wrong = judgeRelative(source, key);
	if (wrong !== undefined || (link === '' && flags === '')) return wrong;
	if (key === 'ConfigurationDirectory') return { what: 'this key takes no links', advice: 'write one name' };
	const wrongLink = link === '' ? undefined : judgeRelative(link, key);
	if (wrongLink !== undefined || release < flagsSince || flags === '' || flags === 'ro') return wrongLink;
	return { what: `\`${plain(flags)}\` is no flag of a directory`, advice: 'the only one is `ro`' };
}

function judgeRelative(text: string, key: string): Flaw | undefined {
	if (text === '') return { what: 'the name of the directory is missing', advice: 'write one' };
	if (text.startsWith('/')) return absoluteFlaw(text, key);
	// systemd strips `.` in front before it looks.
	const simple = text.split('/').filter((name) => name !== '.' && name !== '');
	if (simple.length === 0 || simple.includes('..')) {
		return { what: `\`${plain(text)}\` leads out of the directory`, advice: 'write a name without `.` and `..`' };
	}
	if (simple[0] === 'private')
		return { what: '`private` is what systemd calls its own directory', advice: 'use another name' };
	return isTooLong(text) ? { what: 'the name is too long', advice: 'shorten it' } : undefined;
}

/** `/var/lib/app` in `StateDirectory=` was meant to be `app`. */
function absoluteFlaw(text: string, key: string): Flaw {
	const root = roots[key] ?? '';
	const what = `\`${plain(text)}\` is absolute, and the directory lies below \`${root}\``;
	const relative = text.startsWith(`${root}/`) ? text.slice(root.length + 1).replace(/\/+$/, '') : '';
	return relative === '' ? { what, advice: 'write a name without `/` in front' } : { what, instead: relative };
}
