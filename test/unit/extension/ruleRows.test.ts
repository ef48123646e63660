import { describe, expect, it } from 'vitest';
import { rulePairs } from '../../../src/extension/ruleRows.js';

describe('settings of the rules', () => {
  it('are named by their whole path', () => {
    const value = { patience: 3, overfitting: { severity: 'off', risePercent: 4 } };
    expect(rulePairs(value)).toEqual([
      ['patience', 3],
      ['overfitting.severity', 'off'],
      ['overfitting.risePercent', 4],
    ]);
  });

  it('hold whatever somebody wrote, as something that can be named', () => {
    expect(rulePairs({ patience: [1, 2], spike: null })).toEqual([
      ['patience', '[1,2]'],
      ['spike', null],
    ]);
    expect(rulePairs(undefined)).toEqual([]);
    expect(rulePairs('off')).toEqual([]);
  });
});
