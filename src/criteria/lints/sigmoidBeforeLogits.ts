import type { Lint } from './lint.js';
import { directArgument, finding, lossCalls } from './losses.js';

const SIGMOID = /^torch\.(nn\.functional\.)?sigmoid$|^(?!torch\b)[\w.]+\.sigmoid$/;

/** @source yudi-mars/daisyRec#15, NVIDIA-Merlin/models#1175; the floors are measured. */
export const sigmoidBeforeLogits: Lint = {
  id: 'LS003',
  title: 'Sigmoid before a loss on logits',
  severity: 'warning',
  find: (file) =>
    lossCalls(
      file,
      ['torch.nn.functional.binary_cross_entropy_with_logits'],
      ['torch.nn.BCEWithLogitsLoss'],
    )
      .filter((call) => directArgument(file, call, SIGMOID))
      .map((call) =>
        finding(
          call,
          file,
          'This loss takes logits and does the sigmoid itself: with two, it stays above 0.313 for positives and 0.693 for negatives. Pass the logits.',
        ),
      ),
  wrong: [
    'import torch\nfrom torch import nn\nc = nn.BCEWithLogitsLoss()\nloss = c(torch.sigmoid(x), y)\n',
    'import torch.nn.functional as F\nloss = F.binary_cross_entropy_with_logits(out.sigmoid(), y)\n',
  ],
  right: [
    'import torch\nfrom torch import nn\nc = nn.BCELoss()\nloss = c(torch.sigmoid(x), y)\n',
    'from torch import nn\nc = nn.BCEWithLogitsLoss()\nloss = c(x, y)\n',
  ],
};
