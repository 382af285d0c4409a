// A command whose first word is no program: a name where old releases want a path, shell words, assignments, variables
// and a doubled key.

import { findDirective } from '../catalogue/lookup.ts';
import type { SectionName } from '../catalogue/section-name.ts';
import type { Span } from '../syntax/span.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { wrapFixes } from './support/shell-syntax.ts';
import { isBashWord, isShellWord } from './support/shell-words.ts';
import { hasTemplateMark } from './support/template-text.ts';
import { type FoundCommandFault, placeOf, type UnitCommand, unitCommands } from './support/unit-commands.ts';

/** A command that does not begin with the path of a program. */
export const relativeProgram = defineRule({
	id: 'relative-program',
	group: 'commands',
	severity: 'error',
	since: '0.1.0',
	summary: 'A command that does not begin with a program',
	why: 'systemd starts the program of the first word itself. It takes an absolute path, and since 239 also a bare name, which it looks for in its own list of folders; releases before skip the command. Words of the shell, assignments and variables are no programs: the start fails with “status=203/EXEC”, or systemd refuses the unit.',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'web.service',
			release: 229,
			bad: `
[Service]
ExecStartPre=curl -fsS http://example.com/
             ^^^^ systemd before 239 takes only absolute paths and skips this command; write \`/usr/bin/curl\` or wherever it is
ExecStart=/usr/bin/web
`,
			fixed: `
[Service]
ExecStartPre=/usr/bin/curl -fsS http://example.com/
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStartPre=ExecStartPre=/usr/bin/mkdir -p /srv/web
             ^^^^^^^^^^^^^ this key stands twice, so systemd looks for a program of that name; remove one
ExecStartPre=if [ -f /etc/web ]; then cat /etc/web; fi
             ^^ \`if\` is no program but a word of the shell; use \`/bin/sh -c '…'\`
ExecStart=MODE=fast /usr/bin/web
          ^^^^ systemd takes this assignment for the program; use \`Environment=\`, or \`/usr/bin/env\` before it
`,
			fixed: `
[Service]
ExecStartPre=/usr/bin/mkdir -p /srv/web
ExecStartPre=/bin/sh -c 'if [ -f /etc/web ]; then cat /etc/web; fi'
ExecStart=/usr/bin/env MODE=fast /usr/bin/web
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=\${JAVA_HOME}/bin/java -jar /srv/web.jar
          ^^^^^^^^^^^^^^^^^^^^^ systemd puts no variables into the program's name; write the path, or \`/usr/bin/env\` before it
`,
			fixed: `
[Service]
ExecStart=/usr/bin/env \${JAVA_HOME}/bin/java -jar /srv/web.jar
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=bin/web
          ^^^^^^^ systemd does not know where this path begins; write an absolute one
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStartPre=curl -fsS http://example.com/
ExecStart=%h/bin/web
`,
			note: 'systemd looks for `curl` itself, and `%h` is an absolute path.',
		},
	],
	check(unit, context) {
		const { commands, faults } = unitCommands(unit, context);
		for (const command of commands) if (!command.command.viaShell) reportCommand(unit, context, command);
		for (const found of faults) if (found.fault.kind === 'relative-path') reportFault(context, found);
	},
});

// From 239 on, a name without a slash is looked for.
const firstRelease = 239;

function reportCommand(unit: UnitFile, context: RuleContext, from: UnitCommand): void {
	const { path } = from.command;
	const place = placeOf(from, path.span);
	if (path.text === '' || path.text.startsWith('/') || isPlaceholder(from.entry, path.span)) return;
	if (isShellWord(path.text)) {
		const shell = isBashWord(path.text) ? '/bin/bash' : '/bin/sh';
		const message = `\`${path.text}\` is no program but a word of the shell; use \`${shell} -c '…'\``;
		context.report(place, message, { fixes: wrapFixes(unit, from, shell, false) });
	} else if (!reportWord(context, path.text, place) && context.release < firstRelease && !path.text.startsWith('%')) {
		const message = `systemd before ${firstRelease} takes only absolute paths and skips this command; write \`/usr/bin/${path.text}\` or wherever it is`;
		context.report(place, message, { fixes: [insertFix(place, '/usr/bin/', 'Put `/usr/bin/` before it')] });
	}
}

function reportFault(context: RuleContext, { entry, section, fault }: FoundCommandFault): void {
	const place = placeOf({ entry }, fault.span);
	const text = entry.value.text.slice(fault.span.start, fault.span.end);
	if (isPlaceholder(entry, fault.span)) return;
	if (reportDoubledKey(context, section, text, place) || reportWord(context, text, place)) return;
	context.report(place, 'systemd does not know where this path begins; write an absolute one');
}

/** `ExecStartPre=ExecStartPre=/…`. */
function reportDoubledKey(context: RuleContext, section: SectionName, text: string, { start }: Span): boolean {
	const [doubled = '', key = ''] = /^(\w+)=/.exec(text) ?? [];
	if (findDirective(section, key) === undefined) return false;
	const place = { start, end: start + doubled.length };
	const fix: Fix = { title: `Remove \`${doubled}\``, kind: 'safe', edits: [{ span: place, text: '' }] };
	context.report(place, 'this key stands twice, so systemd looks for a program of that name; remove one', {
		fixes: [fix],
	});
	return true;
}

/** Assignments and variables; whether it was one. */
function reportWord(context: RuleContext, text: string, place: Span): boolean {
	const assignment = /^[A-Za-z_]\w*(?==)/.exec(text)?.[0];
	if (assignment === undefined && !text.startsWith('$')) return false;
	const fixes = [insertFix(place, '/usr/bin/env ', 'Put `/usr/bin/env` before it')];
	if (assignment === undefined) {
		const message = "systemd puts no variables into the program's name; write the path, or `/usr/bin/env` before it";
		context.report(place, message, { fixes });
	} else {
		const span = { start: place.start, end: place.start + assignment.length };
		const message = 'systemd takes this assignment for the program; use `Environment=`, or `/usr/bin/env` before it';
		context.report(span, message, { fixes });
	}
	return true;
}

function insertFix({ start }: Span, text: string, title: string): Fix {
	return { title, kind: 'unsafe', edits: [{ span: { start, end: start }, text }] };
}

/** `<path>/web`, `@bindir@/web`, `__BIN__`: somebody will fill it in. To systemd, the first `@` is a prefix. */
function isPlaceholder({ value }: Entry, { start, end }: Span): boolean {
	const word = /\S*$/.exec(value.text.slice(0, start))?.[0] + value.text.slice(start, end);
	return hasTemplateMark(word) || /[<>]|^__/.test(word);
}
