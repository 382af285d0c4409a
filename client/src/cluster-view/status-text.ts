// What the status bar says of the clusters that somebody has opened: one by its name, several by their number, and worst
// first. Nothing while none was opened.

import { clusterDescription, failedUnits } from './cluster-node.ts';
import { hostSentence } from './host-words.ts';
import type { ClusterView } from './view.ts';
import { plain } from './words.ts';

/** What the item shows. */
export interface StatusText {
	/** With icons, as VS Code writes them: `$(error)`. */
	readonly text: string;
	/** Markdown, a paragraph for each cluster. */
	readonly tooltip: string;
	/** What a screen reader says. */
	readonly spoken: string;
	/** Whether changes made here meet people who depend on them. */
	readonly isProduction: boolean;
}

/** The text for the clusters of a window; `undefined` where none was opened. */
export function statusText(views: readonly ClusterView[]): StatusText | undefined {
	const opened = views.filter(({ connection }) => connection.kind !== 'idle');
	if (opened.length === 0) return undefined;
	const isProduction = opened.some(({ production }) => production);
	const [name, trouble, failed] = [nameOf(opened), troubleOf(opened), failedOf(opened)];
	const words = [name, isProduction && 'production', trouble, failed > 0 && `${failed} failed`];
	const host = opened.find((view) => view.host !== undefined)?.host;
	return {
		text: [`$(server-environment) ${name}`, trouble && `$(warning) ${trouble}`, failed > 0 && `$(error) ${failed}`]
			.filter((part) => typeof part === 'string' && part !== '')
			.join(' '),
		tooltip: [...opened.map(paragraphOf), ...(host === undefined ? [] : [plain(hostSentence(host))])].join('\n\n'),
		spoken: `fleet: ${words.filter((part) => typeof part === 'string' && part !== '').join(', ')}`,
		isProduction,
	};
}

function nameOf(opened: readonly ClusterView[]): string {
	const [only] = opened;
	return opened.length === 1 && only !== undefined ? only.name : `${opened.length} clusters`;
}

/** What cannot be read now. */
function troubleOf(opened: readonly ClusterView[]): string {
	const troubled = opened.filter(({ connection }) => 'failure' in connection);
	if (troubled.length === 0) return '';
	return opened.length === 1 ? 'not reached' : `${troubled.length} not reached`;
}

function failedOf(opened: readonly ClusterView[]): number {
	return opened.reduce((sum, view) => sum + failedUnits(view), 0);
}

function paragraphOf(view: ClusterView): string {
	return `**${plain(view.name)}** ${plain(clusterDescription(view))}`;
}
