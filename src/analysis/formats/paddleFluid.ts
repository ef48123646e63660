import type { LogFormat } from './format.js';

/**
 * The first generations of PaddlePaddle count passes, not epochs: the trainer in C++, the event
 * handlers of its v2 interface, and the model zoo of Fluid.
 */
export const paddleFluid: LogFormat = {
  id: 'paddle-fluid',
  title: 'PaddlePaddle before 2.0',
  source: 'Paddle trainer/TrainerInternal.cpp, book and models (logs in public documentation)',
  lines: [
    {
      says: 'metrics',
      split: 'train',
      isStepInEpoch: true,
      pattern:
        /^(?:Pass=(?<epoch>\d{1,6}) )?Batch=(?<step>\d{1,12}) samples=\d{1,12} (?<pairs>AvgCost=.{1,2000}?) *(?: CurrentEval: .*)?$/,
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^Test samples=\d{1,12} (?<pairs>cost=.{1,2000})$/,
    },
    {
      says: 'metrics',
      split: 'val',
      pattern: /^Test with Pass (?<epoch>\d{1,6}), (?<pairs>Cost [-\d.naife]{1,24})/,
    },
    {
      says: 'metrics',
      split: 'train',
      isStepInEpoch: true,
      pattern:
        /^Pass (?<epoch>\d{1,6}), ?(?:train)?batch (?<step>\d{1,12}), ?(?<pairs>(?:loss|Cost) [-\d.naife]{1,24}(?:, ?.{1,400})?)$/i,
    },
    { says: 'nothing', pattern: /^Pass \d{1,6}, ?testbatch \d/i },
  ],
  samples: [
    {
      lines: [
        'I0305 12:13:46.719899 10723 TrainerInternal.cpp:165]  Batch=1000 samples=128000 AvgCost=10.6746 CurrentCost=10.5746 Eval: classification_error_evaluator=0.107  CurrentEval: classification_error_evaluator=0.117 ',
        'I0305 12:15:46.719899 10723 TrainerInternal.cpp:181]  Pass=0 Batch=2345 samples=300000 AvgCost=9.2 Eval: classification_error_evaluator=0.09 ',
        'I0305 12:15:50.719899 10723 Tester.cpp:115]  Test samples=1000 cost=8.5 Eval: classification_error_evaluator=0.08 ',
      ],
      yields: [
        { name: 'AvgCost', value: 10.6746, step: 1000, split: 'train' },
        { name: 'CurrentCost', value: 10.5746, step: 1000, split: 'train' },
        { name: 'classification_error_evaluator', value: 0.107, step: 1000, split: 'train' },
        { name: 'AvgCost', value: 9.2, epoch: 0, step: 2345, split: 'train' },
        { name: 'classification_error_evaluator', value: 0.09, epoch: 0, split: 'train' },
        { name: 'cost', value: 8.5, epoch: 0, split: 'val' },
        { name: 'classification_error_evaluator', value: 0.08, epoch: 0, split: 'val' },
      ],
    },
    {
      lines: [
        "Pass 0, Batch 0, Cost 2.903512, {'classification_error_evaluator': 0.8984375}",
        "Pass 0, Batch 100, Cost 1.803512, {'classification_error_evaluator': 0.7984375}",
        "Test with Pass 0, Cost 1.703512, {'classification_error_evaluator': 0.6984375}",
      ],
      yields: [
        { name: 'Cost', value: 2.903512, epoch: 0, step: 0, split: 'train' },
        { name: 'classification_error_evaluator', value: 0.8984375, epoch: 0, step: 0 },
        { name: 'Cost', value: 1.803512, epoch: 0, step: 100, split: 'train' },
        { name: 'classification_error_evaluator', value: 0.7984375, step: 100, split: 'train' },
        { name: 'Cost', value: 1.703512, epoch: 0, split: 'val' },
        { name: 'classification_error_evaluator', value: 0.6984375, epoch: 0, split: 'val' },
      ],
    },
    {
      lines: [
        'Pass 0, trainbatch 10, loss 6.812345, acc1 0.02234, lr 0.10000, time 0.51 sec',
        'Pass 0,testbatch 0,loss 6.712345, acc1 0.03,acc5 0.04,time 0.21 sec',
        'End pass 0, train_loss 6.71, train_acc1 0.021, test_loss 6.51, test_acc1 0.031',
      ],
      yields: [
        { name: 'loss', value: 6.812345, epoch: 0, step: 10, split: 'train' },
        { name: 'acc1', value: 0.02234, epoch: 0, step: 10, split: 'train' },
        { name: 'lr', value: 0.1, epoch: 0, step: 10 },
        { name: 'train_loss', value: 6.71, epoch: 0, split: 'train' },
        { name: 'train_acc1', value: 0.021, epoch: 0, split: 'train' },
        { name: 'test_loss', value: 6.51, epoch: 0, split: 'val' },
        { name: 'test_acc1', value: 0.031, epoch: 0, split: 'val' },
      ],
    },
    { lines: ['Pass 0, Batch 3 of the parcels was delivered'], yields: [] },
  ],
};
