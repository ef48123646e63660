import type { Severity } from '../../analysis/index.js';
import type { Mark } from '../../protocol.js';
import type { IconName } from '../icons.js';

const SHAPES: Readonly<Record<Exclude<Mark['kind'], 'onset'>, IconName>> = {
  best: 'best',
  spike: 'spike',
  restart: 'flag',
  'lr-drop': 'drop',
  'lr-rise': 'rise',
  'lr-restart': 'anew',
  'warm-up-end': 'climb',
};
const BY_SEVERITY: Readonly<Record<Severity, IconName>> = {
  error: 'error',
  warning: 'warning',
  hint: 'info',
  info: 'info',
};

/** The shape of a mark beside its words, as on the plot, and the class of its colour. */
export function shapeOfMark({ kind, severity = 'info' }: Mark): readonly [IconName, string] {
  if (kind === 'onset') return [BY_SEVERITY[severity], severity];
  return [SHAPES[kind], kind === 'best' ? 'good' : ''];
}
