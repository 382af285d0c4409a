// The question before anything is stopped or taken away. It names the units, the cluster and the consequence; on a
// production cluster the name has to be typed.

import * as vscode from 'vscode';
import { factsOf } from '../cluster-view/facts.ts';
import { stateAndPlace } from '../cluster-view/state-and-place.ts';
import { byCluster, type UnitSubject } from './subject.ts';

/** What would be done. */
export interface Deed {
	/** The verb of the button: `Stop`, `Destroy`. */
	readonly verb: string;
	/** What comes of it, a sentence. */
	readonly consequence: string;
}

/** A question with one good answer. */
export interface Question {
	readonly title: string;
	/** The verb of the button. */
	readonly verb: string;
	/** What stands below the title. */
	readonly detail: string;
	/** What comes of it, where it has to be typed. */
	readonly consequence: string;
	/** The word that has to be typed, on a production cluster. */
	readonly word?: string;
}

/** Whether the user wants it done to these units. */
export async function confirm(subjects: readonly UnitSubject[], { verb, consequence }: Deed): Promise<boolean> {
	if (subjects.length === 0) return false;
	const isProduction = subjects.some(({ session }) => session.identity.production);
	const [only] = subjects;
	const word = subjects.length === 1 && only !== undefined ? only.unit : clusterNames(subjects);
	return await ask({
		...{ title: questionOf(subjects, verb), verb, consequence },
		detail: `${linesOf(subjects).join('\n')}\n\n${consequence}\n\n${addressesOf(subjects).join('\n')}`,
		...(isProduction && { word }),
	});
}

/** Asks, by a button or by a word that has to be typed. Whether the answer is yes. */
export async function ask({ title, verb, detail, consequence, word }: Question): Promise<boolean> {
	if (word === undefined) {
		return (await vscode.window.showWarningMessage(title, { modal: true, detail }, verb)) === verb;
	}
	const typed = await vscode.window.showInputBox({
		title,
		prompt: `This is a production cluster. ${consequence.replaceAll('\n', ' · ')} Type ${word} to go on.`,
		placeHolder: word,
		ignoreFocusOut: true,
		validateInput: (text) => (text === '' || text === word ? undefined : `that is not ${word}`),
	});
	return typed === word;
}

function questionOf(subjects: readonly UnitSubject[], verb: string): string {
	const [only] = subjects;
	const what = subjects.length === 1 && only !== undefined ? only.unit : `${subjects.length} units`;
	return `${verb} ${what} on ${clusterNames(subjects)}?`;
}

function clusterNames(subjects: readonly UnitSubject[]): string {
	return byCluster(subjects)
		.map(({ session }) => session.identity.name)
		.join(' and ');
}

/** Names are mixed up more easily than addresses: `shop: core@10.0.0.1`. */
function addressesOf(subjects: readonly UnitSubject[]): readonly string[] {
	return byCluster(subjects).map(({ session: { identity } }) => `${identity.name}: ${identity.address}`);
}

/** Each unit with its state; its name where there are several, and its cluster where those are. */
function linesOf(subjects: readonly UnitSubject[]): readonly string[] {
	const clusters = byCluster(subjects).length;
	const shown = subjects.slice(0, mostShown).map((subject) => {
		const name = subjects.length > 1 ? `${subject.unit}: ` : 'It is ';
		return `${name}${stateOf(subject)}${clusters > 1 ? `, on ${subject.session.identity.name}` : ''}`;
	});
	return subjects.length > mostShown ? [...shown, `and ${subjects.length - mostShown} more`] : shown;
}

function stateOf({ session, unit: name }: UnitSubject): string {
	const { snapshot } = session.view();
	const facts = snapshot && factsOf(snapshot);
	const unit = facts?.unit(name);
	return facts === undefined || unit === undefined ? 'not known to the cluster' : stateAndPlace(unit, facts);
}

const mostShown = 20;
