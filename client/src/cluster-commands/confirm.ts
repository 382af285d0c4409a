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

/** Whether the user wants it done to these units. */
export async function confirm(subjects: readonly UnitSubject[], deed: Deed): Promise<boolean> {
	if (subjects.length === 0) return false;
	const production = subjects.find(({ session }) => session.identity.production);
	return production === undefined ? await askToClick(subjects, deed) : await askToType(subjects, deed);
}

async function askToClick(subjects: readonly UnitSubject[], { verb, consequence }: Deed): Promise<boolean> {
	const detail = `${linesOf(subjects).join('\n')}\n\n${consequence}`;
	const options = { modal: true, detail };
	return (await vscode.window.showWarningMessage(questionOf(subjects, verb), options, verb)) === verb;
}

async function askToType(subjects: readonly UnitSubject[], { verb, consequence }: Deed): Promise<boolean> {
	const [only] = subjects;
	const wanted = subjects.length === 1 && only !== undefined ? only.unit : clusterNames(subjects);
	const typed = await vscode.window.showInputBox({
		title: questionOf(subjects, verb),
		prompt: `This is a production cluster. ${consequence} Type ${wanted} to go on.`,
		placeHolder: wanted,
		ignoreFocusOut: true,
		validateInput: (text) => (text === '' || text === wanted ? undefined : `that is not ${wanted}`),
	});
	return typed === wanted;
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
