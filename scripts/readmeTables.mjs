// Writes the tables of commands and settings into README.md, between their markers, from package.json
// and package.nls.json, so that they cannot go stale. `--check`: changes nothing, exit 1 when stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The README with both tables as package.json has them today. */
export function withTables(readme, manifest, nls) {
  const { commands, configuration } = manifest.contributes;
  return [
    ['commands', commandTable(commands, nls)],
    ['settings', settingTable(configuration[0].properties, nls)],
    ['rules', settingTable(configuration[1].properties, nls)],
  ].reduce((text, [name, table]) => between(text, name, table), readme);
}

function commandTable(commands, nls) {
  const rows = commands.map(
    ({ command, title }) => `| Losscope: ${said(title, nls)} | \`${command}\` |`,
  );
  return ['| command | id |', '|---|---|', ...rows].join('\n');
}

function settingTable(properties, nls) {
  const rows = Object.entries(properties).map(([key, row]) => {
    const choices = row.enum ? ` One of ${row.enum.map((one) => `\`${one}\``).join(', ')}.` : '';
    const text = said(row.markdownDescription, nls).replace(/`#([\w.]+)#`/g, '`$1`');
    return `| \`${key}\` | \`${JSON.stringify(row.default)}\` | ${cell(text + choices)} |`;
  });
  return ['| setting | default | what it does |', '|---|---|---|', ...rows].join('\n');
}

const said = (key, nls) => nls[key.slice(1, -1)] ?? key;
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function between(text, name, table) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  if (from < 0 || to < from) throw new Error(`README.md lacks the markers ${open} and ${close}`);
  return `${text.slice(0, from + open.length)}\n${table}\n${text.slice(to)}`;
}

const read = (file) => readFileSync(file, 'utf8');

if (import.meta.url === pathToFileURL(resolve(process.argv[1] ?? '')).href) {
  const readme = read('README.md');
  const current = withTables(
    readme,
    JSON.parse(read('package.json')),
    JSON.parse(read('package.nls.json')),
  );
  if (!process.argv.includes('--check')) writeFileSync('README.md', current);
  else if (readme !== current) {
    console.error('README.md: the tables are stale. Run: node scripts/readmeTables.mjs');
    process.exitCode = 1;
  }
}
