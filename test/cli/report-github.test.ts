// Workflow commands, from results made by hand; what a file says must not become a command.

import { expect, test } from 'vitest';
import { reportGithub } from '../../cli/src/report-github.ts';
import { fileResult } from './file-results.ts';

test('each problem is one workflow command, with lines and columns from 1', () => {
	const text = '[Unit]\nAfter x\n';
	const results = [
		fileResult('units/web.service', text, { span: { start: 7, end: 14 } }, { severity: 'warning' }),
		fileResult('web.timer', text, { severity: 'info' }, { severity: 'hint' }),
	];
	expect(`\n${reportGithub(results)}`).toBe(`
::error file=units/web.service,line=2,col=1,endLine=2,endColumn=8,title=missing-equals::this line has no \`=\`
::warning file=units/web.service,line=1,col=1,endLine=1,endColumn=2,title=missing-equals::this line has no \`=\`
::notice file=web.timer,line=1,col=1,endLine=1,endColumn=2,title=missing-equals::this line has no \`=\`
::notice file=web.timer,line=1,col=1,endLine=1,endColumn=2,title=missing-equals::this line has no \`=\`
`);
});

test('a file cannot begin a command of its own', () => {
	const message = '100%: a, b\r\n::error::gotcha';
	expect(reportGithub([fileResult('a:b,c%\n.service', 'x', { message })])).toBe(
		'::error file=a%3Ab%2Cc%25%0A.service,line=1,col=1,endLine=1,endColumn=2,title=missing-equals::' +
			'100%25: a, b\\x0d\\x0a::error::gotcha\n',
	);
});
