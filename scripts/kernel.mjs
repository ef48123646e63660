// Compiles src/analysis/bytes/assembly/lines.ts into src/analysis/bytes/kernel.ts, which is kept in
// the repository: whoever only builds the extension needs no compiler for it.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCE = 'src/analysis/bytes/assembly/lines.ts';
const TARGET = 'src/analysis/bytes/kernel.ts';

/** The text of the generated module. Throws what the compiler says. */
export async function kernelModule() {
  const options = ['-O3', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noAssert'];
  let wasm = new Uint8Array();
  const { error, stderr } = await asc.main([SOURCE, ...options, '--outFile', 'lines.wasm'], {
    readFile: (name) => (name === SOURCE ? readFileSync(SOURCE, 'utf8') : null),
    writeFile: (_, contents) => {
      wasm = contents;
    },
  });
  if (error) throw new Error(stderr.toString());
  const rows =
    Buffer.from(wasm)
      .toString('hex')
      .match(/.{1,88}/g) ?? [];
  const text = rows.map((row) => `  '${row}',`).join('\n');
  return `// Made by \`npm run kernel\` from assembly/lines.ts. Do not edit.\n\n/** A WebAssembly module, in hex. */\nexport const KERNEL: readonly string[] = [\n${text}\n];\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(TARGET, await kernelModule());
}
