import type { Finding, Lint } from './lint.js';
import { allCalls, type FoundCall, finding } from './losses.js';

const MARGIN_LOSSES = /(^|\.)(CosFaceLoss|AMSoftmaxLoss)$/;

/** @source CosFace (CVPR 2018, arXiv:1801.09414), equations 6 and 7; posterior 0.9. */
export const marginOutOfBounds: Lint = {
  id: 'LS012',
  title: 'Scale or margin out of bounds',
  severity: 'warning',
  find: (file) =>
    allCalls(file)
      .filter(
        ({ path, args }) =>
          MARGIN_LOSSES.test(path) && args.every(({ keyword }) => keyword !== undefined),
      )
      .flatMap((call) =>
        boundsOf(call).map(
          ([message, severity]): Finding => ({
            ...finding(call, file, message),
            ...(severity && { severity }),
          }),
        ),
      ),
  wrong: [
    'c = CosFaceLoss(num_classes=1000, embedding_size=128, s=4.0, m=0.35)\n',
    'c = CosFaceLoss(num_classes=n, embedding_size=k, m=-0.2)\n',
    'c = CosFaceLoss(num_classes=2, embedding_size=128, m=2.5)\n',
    'c = CosFaceLoss(num_classes=10, embedding_size=2, m=0.35)\n',
    'c = CosFaceLoss(num_classes=10, embedding_size=128, m=0.6)\n',
  ],
  right: [
    'c = CosFaceLoss(num_classes=10, embedding_size=128, s=64.0, m=0.35)\n',
    'c = CosFaceLoss(num_classes=classes, embedding_size=k, s=scale, m=margin)\n',
  ],
};

function boundsOf(call: FoundCall): [message: string, severity?: 'information'][] {
  const classes = literal(call, 'num_classes');
  const size = literal(call, 'embedding_size');
  const s = literal(call, 's');
  const m = literal(call, 'm');
  const least =
    classes === undefined || classes < 2
      ? 0
      : ((classes - 1) / classes) * Math.log(9 * (classes - 1));
  const said: [string, 'information'?][] = [];
  if (s !== undefined && s < least)
    said.push([
      `s = ${s} is too small for ${classes} classes: a posterior of 0.9 needs at least ${least.toFixed(2)}.`,
    ]);
  if (m === undefined) return said;
  const most = marginBound(classes, size);
  if (m < 0) said.push([`m = ${m} rewards the wrong classes: a margin is at least 0.`]);
  else if (m >= most)
    said.push([
      `m = ${m} cannot be met: below ${most.toFixed(2)} for ${classes} classes${size === 2 ? ' in 2 dimensions' : ''}.`,
    ]);
  else if (m > 0.45)
    said.push([`m = ${m}: above 0.45 the paper saw no convergence; 0.35 is usual.`, 'information']);
  return said;
}

function marginBound(classes: number | undefined, size: number | undefined): number {
  if (classes === undefined || classes < 2) return Infinity;
  return size === 2 ? 1 - Math.cos((2 * Math.PI) / classes) : classes / (classes - 1);
}

function literal({ args }: FoundCall, name: string): number | undefined {
  const text = args
    .find(({ keyword }) => keyword === name)
    ?.tokens.map((token) => token.text)
    .join('');
  return text !== undefined && /^-?[\d.]+(e-?\d+)?$/i.test(text) ? Number(text) : undefined;
}
