// What is wrong with the cluster as a whole: the doctor's findings, one row each. A cluster without any has no such row.

import type { Finding } from '../../../cluster/src/operations/doctor/finding.ts';
import { contextOf, idBelow, type TreeNode } from './node.ts';
import type { ClusterView } from './view.ts';
import { plain } from './words.ts';

/** The row that holds the findings. */
export function problemsNode(parent: string, view: ClusterView): TreeNode {
	const id = idBelow(parent, 'problems');
	return {
		kind: 'problems',
		id,
		label: 'Problems',
		description: String(view.findings.length),
		icon: { name: 'warning', colour: 'problemsWarningIcon.foreground' },
		context: contextOf('problems', []),
		children: view.findings.map((finding) => findingNode(finding, id, view)),
		about: { cluster: view.id },
	};
}

const icons = { error: 'error', warning: 'warning', info: 'info' } as const;

function findingNode(finding: Finding, parent: string, view: ClusterView): TreeNode {
	const { check, severity, subject, sentence, advice, repair } = finding;
	return {
		kind: 'finding',
		id: idBelow(parent, check, subject ?? ''),
		label: sentence,
		description: severity,
		tooltip: [sentence, advice]
			.filter((text) => text !== undefined)
			.map(plain)
			.join('\n\n'),
		icon: { name: icons[severity], colour: `problems${capital(severity)}Icon.foreground` },
		spoken: `${severity}: ${sentence}`,
		context: contextOf('finding', [repair !== undefined && 'repair', view.readOnly ? 'readonly' : 'writable']),
		children: [],
		about: {
			cluster: view.id,
			...(subject !== undefined && { unit: subject }),
			...(repair !== undefined && { repair }),
		},
	};
}

function capital(word: string): string {
	return word.slice(0, 1).toUpperCase() + word.slice(1);
}
