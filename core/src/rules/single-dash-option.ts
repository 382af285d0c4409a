// `docker run -name`: long options with one dash, as Docker took them up to 1.9.

import { defineRule } from './rule.ts';
import type { ContainerOption } from './support/container-command.ts';
import { placeOf, unitCommands } from './support/unit-commands.ts';

/** A long option of docker or podman with one dash instead of two. */
export const singleDashOption = defineRule({
	id: 'single-dash-option',
	group: 'commands',
	severity: 'error',
	since: '0.1.0',
	summary: 'A long option of docker with one dash',
	why: 'The first releases of Docker took `-name` for `--name`. Since 1.10 one dash stands before options of one letter: `-rm` is refused, and `-link db:db` is `-l` with the value `ink`, so that `db:db` becomes the image. Either way the container does not start. podman never read it otherwise.',
	reference: 'docker-run(1)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/docker run -rm -p 80:80 nginx
                              ^^^ docker takes \`-rm\` for options of one letter since 1.10 and fails; write \`--rm\`
`,
			fixed: `
[Service]
ExecStart=/usr/bin/docker run --rm -p 80:80 nginx
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/docker run --rm -ip 80:80 -eMODE=web nginx -name
`,
			note: '`-ip` is `-i -p`, and what follows the image belongs to the program in the container.',
		},
	],
	check(unit, context) {
		for (const use of unitCommands(unit, context).containers) {
			for (const option of use.container.options.filter(({ style }) => style === 'single-dash')) {
				const { start } = placeOf(use, option.word.origins[0] ?? option.span);
				const fix = {
					title: `Write \`--${option.name}\``,
					kind: 'safe',
					edits: [{ span: { start, end: start }, text: '-' }],
				} as const;
				context.report(placeOf(use, option.span), dashMessage(use.container.engine, option), { fixes: [fix] });
			}
		}
	},
});

function dashMessage(engine: string, { name }: ContainerOption): string {
	const since = engine === 'docker' ? ' since 1.10' : '';
	return `${engine} takes \`-${name}\` for options of one letter${since} and fails; write \`--${name}\``;
}
