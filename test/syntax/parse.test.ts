// The parser reads as systemd reads, and never fails. Each tree is shown as `printTree` prints it.
import { expect, test } from 'vitest';
import { parse, print, printTree } from '../../core/src/index.ts';

function tree(text: string): string {
	return `\n${printTree(parse(text))}\n`;
}

test('a unit file is headers, entries, comments and blank lines', () => {
	expect(tree('# note\n[Unit]\nDescription=Web\n\n[Service]\nExecStart=/bin/web\n')).toMatchInlineSnapshot(`
		"
		0–7         comment
		7–14        header   [Unit]
		14–30       entry    Description = "Web"
		30–31       blank
		31–41       header   [Service]
		41–60       entry    ExecStart = "/bin/web"
		"
	`);
});

test('blanks around key and value do not count', () => {
	expect(tree('[Unit]\n  Description \t=  Web  \n')).toMatchInlineSnapshot(`
		"
		0–7         header   [Unit]
		7–31        entry    Description = "Web"
		"
	`);
});

test('a backslash at the very end of a line continues it and becomes a space', () => {
	expect(tree('[Service]\nExecStart=/bin/web \\\n  --port 80\n')).toMatchInlineSnapshot(`
		"
		0–10        header   [Service]
		10–43       entry    ExecStart = "/bin/web    --port 80" (2 lines)
		"
	`);
});

test('an escaped backslash at the end of a line continues nothing', () => {
	expect(tree('[Service]\nExecStart=/bin/web \\\\\nNice=1\n')).toMatchInlineSnapshot(`
		"
		0–10        header   [Service]
		10–32       entry    ExecStart = "/bin/web \\\\\\\\"
		32–39       entry    Nice = "1"
		"
	`);
});

test('comment lines inside a continuation are skipped', () => {
	expect(tree('[Service]\nExecStart=/bin/web \\\n# one \\\n ; two\n  --port 80\n')).toMatchInlineSnapshot(`
		"
		0–10        header   [Service]
		10–58       entry    ExecStart = "/bin/web    --port 80" (4 lines)
		"
	`);
});

test('a blank line ends a continuation', () => {
	expect(tree('[Service]\nExecStart=/bin/web \\\n\n  --port 80\n')).toMatchInlineSnapshot(`
		"
		0–10        header   [Service]
		10–32       entry    ExecStart = "/bin/web" (2 lines)
		32–44       stray    no-equals "--port 80"
		"
	`);
});

test('a blank after the backslash ends the value in a backslash', () => {
	expect(tree('[Service]\nExecStart=/bin/web \\ \n  --port 80\n')).toMatchInlineSnapshot(`
		"
		0–10        header   [Service]
		10–32       entry    ExecStart = "/bin/web \\\\"
		32–44       stray    no-equals "--port 80"
		"
	`);
});

test('the file may end inside a continuation', () => {
	expect(tree('[Service]\nExecStart=/bin/web \\')).toMatchInlineSnapshot(`
		"
		0–10        header   [Service]
		10–30       entry    ExecStart = "/bin/web"
		"
	`);
	expect(tree('[Service]\nExecStart=/bin/web \\\n# over\n')).toMatchInlineSnapshot(`
		"
		0–10        header   [Service]
		10–31       entry    ExecStart = "/bin/web"
		31–38       comment
		"
	`);
});

test('a comment that ends in a backslash is over at the line end', () => {
	expect(tree('[Unit]\n# note \\\nDescription=Web\n')).toMatchInlineSnapshot(`
		"
		0–7         header   [Unit]
		7–16        comment
		16–32       entry    Description = "Web"
		"
	`);
});

test('CRLF, CR, LF CR and NUL each end a line once', () => {
	expect(tree('[Unit]\r\nA=1 \\\r\n 2\r\nB=1\rC=1\n\rD=1\0E=1\n')).toMatchInlineSnapshot(`
		"
		0–8         header   [Unit]
		8–19        entry    A = "1   2" (2 lines)
		19–23       entry    B = "1"
		23–28       entry    C = "1"
		28–32       entry    D = "1"
		32–36       entry    E = "1"
		"
	`);
});

test('a byte order mark before a header is skipped, before a comment it makes text of it', () => {
	expect(tree('\ufeff[Unit]\nA=1\n')).toMatchInlineSnapshot(`
		"
		0–8         header   [Unit]
		8–12        entry    A = "1"
		"
	`);
	expect(tree('\ufeff# note\n[Unit]\n')).toMatchInlineSnapshot(`
		"
		0–8         stray    no-equals "# note"
		8–15        header   [Unit]
		"
	`);
});

test('an empty assignment is an entry with an empty value', () => {
	expect(tree('[Service]\nExecStart=\nExecStart= \n')).toMatchInlineSnapshot(`
		"
		0–10        header   [Service]
		10–21       entry    ExecStart = ""
		21–33       entry    ExecStart = ""
		"
	`);
});

test('only the first `=` parts key and value', () => {
	expect(tree('[Service]\nEnvironment=A=B=C\n')).toMatchInlineSnapshot(`
		"
		0–10        header   [Service]
		10–28       entry    Environment = "A=B=C"
		"
	`);
});

test('a line without `=`, or without a key, is a stray line', () => {
	expect(tree('[Service]\nRestart always\n=always\n')).toMatchInlineSnapshot(`
		"
		0–10        header   [Service]
		10–25       stray    no-equals "Restart always"
		25–33       stray    no-key "=always"
		"
	`);
});

test('a key may be continued, too', () => {
	expect(tree('[Service]\nExec\\\nStart=/bin/web\n')).toMatchInlineSnapshot(`
		"
		0–10        header   [Service]
		10–31       entry    Exec Start = "/bin/web" (2 lines)
		"
	`);
});

test('headers keep what makes systemd refuse them', () => {
	expect(tree('[Unit] x\n[Service\n["Install"]\n[ Unit ]\n[Unit]]\n[]\n[')).toMatchInlineSnapshot(`
		"
		0–9         header   [Unit] garbage
		9–18        header   [Service] unclosed
		18–30       header   ["Install"] unsafe-name
		30–39       header   [ Unit ]
		39–47       header   [Unit]]
		47–50       header   []
		50–51       header   [] unclosed
		"
	`);
});

test('sections of one name stay apart, and text before the first is the preamble', () => {
	const unit = parse('lost=1\n[Unit]\nA=1\n[Service]\n[Unit]\nB=2\n');
	expect(unit.preamble.map(({ kind }) => kind)).toEqual(['entry']);
	expect(unit.sections.map(({ name, entries }) => [name, entries.map(({ key }) => key.text)])).toEqual([
		['Unit', ['A']],
		['Service', []],
		['Unit', ['B']],
	]);
});

test('a line of a megabyte is one entry', () => {
	const text = `[Service]\nEnvironment=${'x'.repeat(1 << 20)}\n`;
	const [section] = parse(text).sections;
	expect(section?.entries[0]?.value.text.length).toBe(1 << 20);
	expect(print(parse(text))).toBe(text);
});

test('an empty file has nothing in it', () => {
	expect(parse('')).toEqual({ text: '', items: [], preamble: [], sections: [] });
});
