import type { Random } from './random.js';

const METRICS = ['loss', 'val_loss', 'acc', 'lr', 'grad_norm', '训练损失', 'mIoU', 'train/ce'];
const JOINTS = [': ', '=', ' ', ' = ', '：', ':'];
const BETWEEN = [', ', ' | ', '\t', ' - ', '  ', '; '];
const PLACES = ['epoch', 'step', 'iter', 'Epoch', '第', 'Iteration', 'global_step'];
const NOISE = [
  'Loading checkpoint shards: 100%|██████████| 3/3 [00:05<00:00,  1.8s/it]',
  'UserWarning: lr_scheduler.step() before optimizer.step()',
  '  File "train.py", line 42, in <module>',
  '2024-05-01 12:00:00,123 INFO saving model to out/checkpoint-500',
  '',
  'Namespace(lr=0.0003, batch_size=64, seed=1)',
  '{"model": "x", "lr": 0.1}',
  '----------------------------------------',
];

/** A log of a writer that never was: one shape of line, noise between, repaints, an odd value. */
export function generatedLog(random: Random, lines: number): string {
  const print = pickWriter(random);
  const end = random.pick(['\n', '\n', '\r\n']);
  const text: string[] = [];
  for (let at = 1; at <= lines; at++) {
    if (random.isLess(0.2)) text.push(random.pick(NOISE) + end);
    if (random.isLess(0.05)) text.push(`${print(at, random)}\r`);
    text.push(print(at, random) + end);
  }
  return text.join('');
}

type Writer = (at: number, random: Random) => string;

function pickWriter(random: Random): Writer {
  const names = METRICS.filter(() => random.isLess(0.4));
  const used = names.length > 0 ? names : ['loss'];
  const [joint, between, place] = [random.pick(JOINTS), random.pick(BETWEEN), random.pick(PLACES)];
  const total = random.isLess(0.5) ? `/${random.pick([100, 1000])}` : '';
  const line: Writer = (at, chance) =>
    [
      `${place} ${at}${total}`,
      ...used.map((name) => `${name}${joint}${numberAt(at, chance)}`),
    ].join(between);
  const json: Writer = (at, chance) =>
    JSON.stringify({
      step: at,
      ...Object.fromEntries(used.map((name) => [name, Number(numberAt(at, chance)) || null])),
    });
  const dict: Writer = (at, chance) =>
    `{${used.map((name) => `'${name}': ${numberAt(at, chance)}`).join(', ')}, 'epoch': ${at / 10}}`;
  const row: Writer = (at, chance) =>
    at === 1
      ? ['step', ...used].join(',')
      : [at, ...used.map(() => numberAt(at, chance))].join(',');
  return random.pick([line, line, json, dict, row]);
}

function numberAt(at: number, random: Random): string {
  if (random.isLess(0.01)) return random.pick(['nan', 'inf', '-inf', 'NaN', '1e400', '-0', '']);
  const value = 3 / (1 + at / 20) + 0.1 * random.next();
  return random.pick([value.toFixed(4), value.toFixed(4), value.toExponential(3), String(value)]);
}
