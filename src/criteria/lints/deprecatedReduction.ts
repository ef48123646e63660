import type { Lint } from './lint.js';
import { allCalls, finding, isTorchLoss } from './losses.js';

const FUNCTIONS =
  /^torch\.nn\.functional\.(\w+_loss|cross_entropy|binary_cross_entropy(_with_logits)?|kl_div)$/;

/** @source jessicayung/blog-code-snippets#5, kymatio/kymatio#180; deprecated since torch 0.4.1. */
export const deprecatedReduction: Lint = {
  id: 'LS013',
  title: 'size_average and reduce are deprecated',
  severity: 'warning',
  find: (file) =>
    allCalls(file)
      .filter((call) => isTorchLoss(call) || FUNCTIONS.test(call.path))
      .flatMap((call) => {
        const old = call.args.filter(
          ({ keyword }) => keyword === 'size_average' || keyword === 'reduce',
        );
        if (old.length === 0) return [];
        const value = (name: string) =>
          old.find(({ keyword }) => keyword === name)?.tokens[0]?.text;
        const instead =
          value('reduce') === 'False' ? 'none' : value('size_average') === 'False' ? 'sum' : 'mean';
        const names = old.map(({ keyword }) => keyword).join(' and ');
        return [
          finding(
            call,
            file,
            `${names}: deprecated since torch 0.4.1, and wins over reduction. Write reduction="${instead}".`,
          ),
        ];
      }),
  wrong: [
    'from torch import nn\nc = nn.MSELoss(size_average=False)\n',
    'import torch.nn.functional as F\nloss = F.cross_entropy(x, y, reduce=False, size_average=True)\n',
  ],
  right: [
    'from torch import nn\nc = nn.MSELoss(reduction="sum")\n',
    'from mine import MSELoss\nc = MSELoss(size_average=False)\n',
  ],
};
