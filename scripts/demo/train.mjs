// A real small training in plain Node: a two-layer network on two noisy moons with too few examples
// and some wrong labels, so that it learns, generalises, and then overfits. It prints like a usual
// training script. Nothing is staged: the numbers are what the network does.
//
//   node train.mjs [--delay ms] [--epochs N] [--seed N] > train.log
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    delay: { type: 'string', default: '0' },
    epochs: { type: 'string', default: '240' },
    seed: { type: 'string', default: '7' },
  },
});
const delay = Number(values.delay);
const epochs = Number(values.epochs);
const HIDDEN = 96;
const BATCH = 8;
const TRAIN = 56;
const VAL = 400;
const RATE = 0.006;

/** Mulberry32: small, seeded, good enough for a demonstration. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const random = generator(Number(values.seed));
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Two half moons with noise; `wrong` is the share of flipped labels. */
function moons(count, wrong) {
  return Array.from({ length: count }, (_, index) => {
    const label = index % 2;
    const angle = Math.PI * random();
    const x = label ? 1 - Math.cos(angle) : Math.cos(angle);
    const y = label ? 0.5 - Math.sin(angle) : Math.sin(angle);
    const input = [x - 0.5 + 0.28 * normal(), y - 0.25 + 0.28 * normal(), normal(), normal()];
    return { input, label: random() < wrong ? 1 - label : label };
  });
}
const train = moons(TRAIN, 0.06);
const val = moons(VAL, 0.06);

const INPUTS = 4;
const SIZE = HIDDEN * INPUTS + HIDDEN + HIDDEN + 1;
const weights = Float64Array.from({ length: SIZE }, (_, index) =>
  index < HIDDEN * INPUTS
    ? normal() / Math.sqrt(INPUTS)
    : index < HIDDEN * (INPUTS + 1)
      ? 0
      : (0.3 * normal()) / Math.sqrt(HIDDEN),
);
const BIAS = HIDDEN * INPUTS;
const OUT = BIAS + HIDDEN;

/** Probability of class 1, and the hidden layer for the way back. */
function forward(input, hidden) {
  let logit = weights[SIZE - 1];
  for (let unit = 0; unit < HIDDEN; unit++) {
    let sum = weights[BIAS + unit];
    for (let k = 0; k < INPUTS; k++) sum += weights[unit * INPUTS + k] * input[k];
    hidden[unit] = Math.max(0, sum);
    logit += weights[OUT + unit] * hidden[unit];
  }
  return 1 / (1 + Math.exp(-logit));
}

const crossEntropy = (p, label) => -Math.log(Math.max(1e-12, label ? p : 1 - p));
const hidden = new Float64Array(HIDDEN);

function evaluate(examples) {
  let loss = 0;
  let right = 0;
  for (const { input, label } of examples) {
    const p = forward(input, hidden);
    loss += crossEntropy(p, label);
    right += Number(p > 0.5 === Boolean(label));
  }
  return { loss: loss / examples.length, acc: right / examples.length };
}

/** Adam on one mini-batch. Returns its mean loss. */
const first = new Float64Array(SIZE);
const second = new Float64Array(SIZE);
let updates = 0;
function learn(batch) {
  const gradient = new Float64Array(SIZE);
  let loss = 0;
  for (const { input, label } of batch) {
    const p = forward(input, hidden);
    loss += crossEntropy(p, label);
    const error = (p - label) / batch.length;
    gradient[SIZE - 1] += error;
    for (let unit = 0; unit < HIDDEN; unit++) {
      gradient[OUT + unit] += error * hidden[unit];
      if (hidden[unit] === 0) continue;
      const back = error * weights[OUT + unit];
      gradient[BIAS + unit] += back;
      for (let k = 0; k < INPUTS; k++) gradient[unit * INPUTS + k] += back * input[k];
    }
  }
  updates++;
  for (let index = 0; index < SIZE; index++) {
    first[index] = 0.9 * first[index] + 0.1 * gradient[index];
    second[index] = 0.999 * second[index] + 0.001 * gradient[index] ** 2;
    const mean = first[index] / (1 - 0.9 ** updates);
    const scale = Math.sqrt(second[index] / (1 - 0.999 ** updates)) + 1e-8;
    weights[index] -= (RATE * mean) / scale;
  }
  return loss / batch.length;
}

function shuffled(examples) {
  const order = [...examples];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

console.log(`two moons, ${TRAIN} examples to learn from, ${VAL} to validate, ${SIZE} weights`);
console.log('device: cpu, optimizer: Adam, criterion: binary cross-entropy');
for (let epoch = 1; epoch <= epochs; epoch++) {
  const order = shuffled(train);
  let sum = 0;
  let batches = 0;
  for (let at = 0; at < TRAIN; at += BATCH) {
    sum += learn(order.slice(at, at + BATCH));
    batches++;
  }
  const { loss, acc } = evaluate(val);
  const trainAcc = evaluate(train).acc;
  console.log(
    `Epoch ${epoch}/${epochs} | step ${updates} | loss ${(sum / batches).toFixed(4)} | val_loss ${loss.toFixed(4)} | acc ${trainAcc.toFixed(3)} | val_acc ${acc.toFixed(3)} | lr ${RATE.toExponential(1)}`,
  );
  if (delay > 0) await new Promise((done) => setTimeout(done, delay));
}
