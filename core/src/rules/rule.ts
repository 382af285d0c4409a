// The shape of a rule: one file a rule, holding its metadata, check, fixes, reasons and examples. The examples are
// its tests and its documentation page. A rule is for what stands between entries, sections or files; whether one
// value is right is asked of its value kind.

import type { FleetRelease } from '../fleet/model.ts';
import type { Span } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { Fix, ProblemTag, RelatedPlace, Severity } from './problem.ts';
import type { LintContext } from './settings.ts';

/** A rule as its file declares it. */
export interface Rule {
	/** Kebab-case, equal to the file's name; names the fault and reads well after “allow …”. */
	readonly id: string;
	readonly group: RuleGroup;
	/** The usual severity; a check may report single cases at another. */
	readonly severity: Severity;
	/** Single cases are errors, where others are less. */
	readonly mayBeError?: true;
	/** Version of Fleet Units that brought the rule. */
	readonly since: string;
	/** What the rule finds, in a phrase. */
	readonly summary: string;
	/** What happens to a unit that has the fault. Markdown, one or more sentences. */
	readonly why: string;
	/** Where the behaviour is described, such as `systemd.syntax(7)`. */
	readonly reference: string;
	readonly examples: readonly RuleExample[];
	/** It asks for what every whole unit has. Pieces of units, such as the examples of other rules, are not asked. */
	readonly whole?: true;
	/** Absent for rules that the runner itself reports. */
	readonly check?: (unit: UnitFile, context: RuleContext) => void;
}

/**
 * What a rule is about: how text is read, which names are known, which settings go together, what commands do, what
 * fleet does, our own comments.
 */
export type RuleGroup = 'syntax' | 'names' | 'values' | 'units' | 'commands' | 'fleet' | 'suppression';

/**
 * A unit file that shows the fault or its absence. In `bad`, a line of blanks and `^^^` marks the text above it and
 * carries the message; `fixed` is what applying all fixes gives. The first line break of a text does not count.
 */
export type RuleExample = BadExample | GoodExample;

/** A file with the fault, marked; without `fixed` there is nothing to offer. */
export interface BadExample extends ExampleSettings {
	readonly file: string;
	readonly bad: string;
	readonly fixed?: string;
	readonly note?: string;
}

/** A file that looks alike and is right. */
export interface GoodExample extends ExampleSettings {
	readonly file: string;
	readonly good: string;
	readonly note?: string;
}

interface ExampleSettings {
	/** Target release of systemd; the newest by default. */
	readonly release?: number;
	/** Target release of fleet; the newest by default. */
	readonly fleetRelease?: FleetRelease;
	/**
	 * Other unit files of the workspace, by name, a drop-in with its folder (`web.service.d/10-limits.conf`). With them,
	 * rules across files look at the example, too; `{}` is a workspace of this file alone. They are not linted.
	 */
	readonly others?: Readonly<Record<string, string>>;
	/** Metadata of each machine of the cluster, where the workspace knows one. Only beside `others`. */
	readonly machines?: readonly Readonly<Record<string, string>>[];
}

/** What a check is given beside the unit file. */
export interface RuleContext extends LintContext {
	/** Reports the fault at a span of the file. */
	readonly report: (span: Span, message: string, details?: ReportDetails) => void;
}

/** What may come with a report. */
export interface ReportDetails {
	readonly severity?: Severity;
	readonly fixes?: readonly Fix[];
	readonly tags?: readonly ProblemTag[];
	readonly related?: readonly RelatedPlace[];
}

/** Declares a rule; keeps literal types and gives one place to look for all rules. */
export function defineRule<const T extends Rule>(rule: T): T {
	return rule;
}
