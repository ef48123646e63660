import { describe, expect, it } from 'vitest';
import { createReader } from '../../../../src/analysis/index.js';

/** What lines say in a file of this path. */
function said(path: string, ...lines: readonly string[]): string[] {
  const reader = createReader({ name: path });
  const readings = lines.flatMap((text, index) =>
    reader.push({ text, line: index + 1, offset: 100 * index }),
  );
  return [...readings, ...reader.flush()].map(
    ({ split, name, step, value, line }) => `${line}: ${split} ${name} @${step} =${value}`,
  );
}

describe('what a path says', () => {
  it('MLflow names a metric by its file, in folders where the name has a slash', () => {
    const lines = ['1664364007310 3.25 0', '1664364008310 nan 10'];
    const run = '/home/me/mlruns/0/cb0096518b0e4c66a94428555f05420b/metrics';
    expect(said(`${run}/loss`, ...lines)).toEqual([
      '1: train loss @0 =3.25',
      '2: train loss @10 =NaN',
    ]);
    expect(said(`${run}/val/acc.top1`, ...lines)).toEqual([
      '1: val val/acc.top1 @0 =3.25',
      '2: val val/acc.top1 @10 =NaN',
    ]);
    expect(said('copied/loss', lines[0] ?? '')).toEqual(['1: train loss @0 =3.25']);
  });

  it('MLflow: a step that is 0 on every line was never given', () => {
    const lines = [3, 2, 1].map((value) => `1664364007310 ${value} 0`);
    expect(said('mlruns/0/r/metrics/loss', ...lines)).toEqual([
      '1: train loss @0 =3',
      '2: train loss @1 =2',
      '3: train loss @2 =1',
    ]);
    expect(said('mlruns/0/r/metrics/loss', '1664364007310 3', '1664364007310 2')).toHaveLength(2);
  });

  it('MLflow: what is measured of the machine is no metric, another log is read as one', () => {
    const line = '1664364007310 55.5 3';
    expect(said('mlruns/0/r/metrics/system/cpu_utilization_percentage', line)).toEqual([]);
    expect(said('logs/metrics/stdout', 'epoch 1 loss 0.5', 'epoch 2 loss 0.4')).toHaveLength(2);
  });

  it('DVCLive names a metric by its folders', () => {
    const lines = ['step\tloss', '0\t2.5', '1\t1.5'];
    expect(said('dvclive/plots/metrics/eval/loss.tsv', ...lines)).toEqual([
      '2: val eval/loss @0 =2.5',
      '3: val eval/loss @1 =1.5',
    ]);
    expect(said('dvclive/plots/metrics/loss.tsv', ...lines)).toHaveLength(2);
  });

  it('a table says its split by its name, where its columns do not', () => {
    const catboost = ['iter\tLogloss', '0\t0.69', '1\t0.6'];
    expect(said('catboost_info/test_error.tsv', ...catboost)[0]).toBe('2: val Logloss @0 =0.69');
    expect(said('catboost_info/learn_error.tsv', ...catboost)[0]).toBe('2: train Logloss @0 =0.69');
    const both = ['step,loss,val_loss', '1,0.5,0.6'];
    expect(said('test_run.csv', ...both)).toEqual([
      '2: train loss @1 =0.5',
      '2: val val_loss @1 =0.6',
    ]);
  });

  it('a curve that TensorBoard lets one download is named by its file', () => {
    const lines = ['Wall time,Step,Value', '1664364007.1,10,0.5', '1664364008.1,20,0.25'];
    expect(said('run-validation-tag-epoch_loss.csv', ...lines)).toEqual([
      '2: val epoch_loss @10 =0.5',
      '3: val epoch_loss @20 =0.25',
    ]);
    expect(said('downloads/Loss_train.csv', ...lines)[0]).toBe('2: train Loss_train @10 =0.5');
  });

  it('the last values that Weights & Biases keeps are no history', () => {
    const line = '{"loss": 0.5, "_step": 10, "epoch": 3}';
    expect(said('wandb/latest-run/files/wandb-summary.json', line)).toEqual([]);
    expect(said('wandb/run-1/files/wandb-history.jsonl', line)).toEqual(['1: train loss @10 =0.5']);
  });
});
