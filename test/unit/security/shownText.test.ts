import { describe, expect, it } from 'vitest';
import { csvCell, printable, printableLines, sayPhrase } from '../../../src/analysis/index.js';
import { jsonLine } from '../../../src/cli/jsonLine.js';
import { reportOf } from '../../../src/cli/report.js';
import { runLine } from '../../../src/cli/watch/runBoard.js';
import { csvOf } from '../../../src/extension/csv.js';
import { diagnosisText } from '../../../src/extension/diagnosisText.js';
import { inert, withoutLinks } from '../../../src/extension/markdown.js';
import { statusText } from '../../../src/extension/statusText.js';
import { DOCUMENT_WORDS, runOf, seriesOf, verdictOf } from '../extension/runs.js';
import { HOSTILE, STEERING } from './hostile.js';

interface Markdown {
  render(text: string): string;
}
// The parser of the editor's preview, with all that the preview switches on.
const { default: MarkdownIt } = (await import('markdown-it' as string)) as {
  default: new (options: object) => Markdown;
};
const preview = new MarkdownIt({ html: true, linkify: true });

// By a link an attacker gains a click that runs a command or tells him who reads; by HTML a script.
describe.each(HOSTILE)('%j in Markdown', (text) => {
  it('is text: no link, no image, no element', () => {
    const html = preview.render(`# ${inert(text)}\n\n| ${inert(text)} | b |\n|---|---|\n| c | d |`);
    const tags = new Set([...html.matchAll(/<\/?([a-z][\w-]*)/gi)].map(([, tag]) => tag));
    const ours = ['h1', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];
    expect([...tags].filter((tag) => !ours.includes(tag ?? ''))).toEqual([]);
    expect(html).not.toMatch(STEERING);
  });

  it('is text in the diagnosis of a run of that name', () => {
    const run = runOf({
      name: text,
      series: [seriesOf(text)],
      verdicts: [{ ...verdictOf('nan', 'error'), because: { text: '{0}', args: [text] } }],
    });
    const html = preview.render(diagnosisText(run, sayPhrase, DOCUMENT_WORDS));
    expect(html).not.toMatch(/<a |<img|<script|<svg|<style|href=|src=x[^&]*>/i);
  });
});

// The editor makes a link of this form, to a command as well, in notifications and in input boxes.
it.each(HOSTILE)('%j in a notification is no link and turns no sentence about', (text) => {
  const said = withoutLinks(`run ${text}: NaN`);
  expect(said).not.toMatch(/\[[^\]]+\]\([^)]*\)/);
  expect(said).not.toMatch(STEERING);
});

it.each(HOSTILE)('%j in the status bar draws no icon', (text) => {
  const said = statusText(runOf({ series: [seriesOf(text)] }), [], '');
  expect(said.replace('$(graph-line)', '')).not.toContain('$(');
});

// By an escape sequence an attacker gains the terminal: its title, its clipboard, a false screen.
describe.each(HOSTILE)('%j on a terminal', (text) => {
  const run = runOf({
    name: text,
    series: [seriesOf(text)],
    verdicts: [{ ...verdictOf('nan', 'error'), because: { text: '{0}', args: [text] } }],
  });

  it('steers nothing in a line of watch', () => {
    expect(runLine(run, [])).not.toMatch(STEERING);
    expect(runLine(run, [])).not.toContain('\n');
  });

  it('steers nothing in a report', () => {
    expect(printableLines(reportOf(run.name, run.verdicts))).not.toMatch(STEERING);
  });

  it('steers nothing as JSON, and is the same text for a program', () => {
    const line = jsonLine({ [text]: text });
    expect(line.slice(0, -1)).not.toMatch(STEERING);
    expect(line.slice(0, -1)).not.toContain('\n');
    expect(Object.entries(JSON.parse(line))).toEqual([[text, text]]);
  });
});

it('what cannot be seen is shown by its number, and emoji and other scripts stay', () => {
  expect(printable('a\u202eb\u001b[2J\n')).toBe('a\\u202eb\\u001b[2J\\u000a');
  for (const text of ['损失', 'потери', '👩‍🔬 loss', 'خسارة', 'é', 'train/loss (%)'])
    expect(printable(text)).toBe(text);
});

// By a formula an attacker gains a program that the spreadsheet starts, or a request with the cells in it.
describe('a cell of a table', () => {
  const formulas = [
    '=1+1',
    '+1',
    '-1+cmd',
    '@SUM(A1)',
    ' =1',
    '\t=1',
    '\r=1',
    '＝1',
    '"=1',
    '\n@x',
  ];

  it.each([...formulas, ...HOSTILE])('%j is no formula and stays one cell', (text) => {
    const cell = csvCell(text);
    const inner = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    expect(inner).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    expect(inner.replace(/^'/, '')).toBe(text);
    if (cell === inner) expect(cell).not.toMatch(/[",\r\n]/);
  });

  it('in an export, too', () => {
    const column = {
      id: 0,
      y: Float64Array.of(-0.5),
      attempt: Float64Array.of(0),
      step: Float64Array.of(1),
      epoch: Float64Array.of(Number.NaN),
      time: Float64Array.of(Number.NaN),
      line: Float64Array.of(3),
    };
    expect(csvOf([seriesOf('=HYPERLINK("https://evil.example")')], [column])).toContain(
      `\r\n"'=HYPERLINK(""https://evil.example"")",train,0,1,,,-0.5,3\r\n`,
    );
  });
});
