import type { Kind, LogLine, LogReader, Reading, Split } from '../../src/analysis/index.js';

/**
 * A reader of our own for the tests of the road: `step 3 loss 0.5 val_loss 0.6`, one group of
 * readings a line. So these tests say nothing of formats and do not change with them.
 */
export function plainReader(): LogReader {
  return { format: 'plain', push: readLine, flush: () => [] };
}

function readLine({ text, line, offset }: LogLine): Reading[] {
  const position = /^(?:epoch (\d+) )?(?:step (\d+) )?/.exec(text);
  if (!position?.[0]) return [];
  return [...text.slice(position[0].length).matchAll(/(\w+) (\S+)/g)].map(([, name, value]) => ({
    name: name ?? '',
    metric: (name ?? '').replace('val_', ''),
    split: splitOf(name ?? ''),
    kind: kindOf(name ?? ''),
    value: value === 'nan' ? Number.NaN : Number(value),
    epoch: position[1] === undefined ? undefined : Number(position[1]),
    step: position[2] === undefined ? undefined : Number(position[2]),
    line,
    offset,
    run: 0,
    attempt: 0,
  }));
}

const splitOf = (name: string): Split => (name.startsWith('val_') ? 'val' : 'train');
const kindOf = (name: string): Kind => (name === 'lr' ? 'lr' : 'loss');
