// The life of a service: in which order systemd goes through the commands of [Service] and the pause before another
// life ("ExecStart=" and following in systemd.service(5)). What each of them is good for stands in the texts.

import { type FoundDirective, findDirective, worksIn } from '../catalogue/lookup.ts';
import { inlineCode, paragraphs } from './markdown.ts';

interface Step {
	readonly key: string;
	/** When its turn is, to stand behind the key and a colon. */
	readonly when: string;
}

const commands: readonly Step[] = [
	{ key: 'ExecCondition', when: 'first of all; it decides whether the rest happens' },
	{ key: 'ExecStartPre', when: 'after every `ExecCondition=` has agreed, before the program is started' },
	{ key: 'ExecStart', when: 'when the last `ExecStartPre=` has ended well; this is the service itself' },
	{ key: 'ExecStartPost', when: 'when the service counts as started by its `Type=`, before others may go on' },
	{ key: 'ExecReload', when: 'while the service runs, each time a reload is asked for' },
	{ key: 'ExecReloadPost', when: 'after each reload that went well' },
	{
		key: 'ExecStop',
		when: 'when the service, once started, is to end or has ended; signals reach what is left after it',
	},
	{ key: 'ExecStopPost', when: 'at the very end, with no process left; after a failed start, too' },
];

const pause: Step = {
	key: 'RestartSec',
	when: 'after the end, if `Restart=` asks for another life; then everything begins anew with the first step',
};

/** The commands of a service in the order in which it lives through them. */
export const commandKeys: readonly string[] = commands.map(({ key }) => key);

/** Markdown that places a directive in the life of a service; `undefined` for those that have no place in it. */
export function placeInLife({ key, table }: FoundDirective, release: number): string | undefined {
	const step = table.name === 'service' ? [...commands, pause].find((known) => known.key === key) : undefined;
	if (step === undefined) return undefined;
	const line = [...commands, pause]
		.filter((known) => known === step || isKnown(known, release))
		.map((known) => (known === step ? `**${known.key}**` : inlineCode(known.key)))
		.join(' → ');
	return paragraphs([`**Its turn:** ${step.when}.`, line]);
}

function isKnown({ key }: Step, release: number): boolean {
	const directive = findDirective('Service', key);
	return directive !== undefined && worksIn(directive, 'Service', release);
}
