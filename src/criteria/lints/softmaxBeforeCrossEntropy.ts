import type { Lint } from './lint.js';
import { directArgument, finding, lossCalls } from './losses.js';

const SOFTMAX = /^torch\.(nn\.functional\.)?softmax$|^(?!torch\b)[\w.]+\.softmax$/;

/** @source nishnik/Deep-Semantic-Similarity-Model-PyTorch#2; the floor ln(1 + (C-1)/e) is derived. */
export const softmaxBeforeCrossEntropy: Lint = {
  id: 'LS001',
  title: 'Softmax before cross-entropy',
  severity: 'warning',
  find: (file) =>
    lossCalls(file, ['torch.nn.functional.cross_entropy'], ['torch.nn.CrossEntropyLoss'])
      .filter((call) => directArgument(file, call, SOFTMAX))
      .map((call) =>
        finding(
          call,
          file,
          'Cross-entropy takes logits and does the softmax itself: with two, the loss stays above ln(1 + (C - 1)/e), 1.46 for 10 classes. Pass the logits.',
        ),
      ),
  wrong: [
    'import torch.nn.functional as F\nloss = F.cross_entropy(F.softmax(x, dim=1), y)\n',
    'import torch\nfrom torch import nn\nc = nn.CrossEntropyLoss()\nloss = c(torch.softmax(x, 1), y)\n',
    'import torch.nn.functional as F\nloss = F.cross_entropy(logits.softmax(1), y)\n',
  ],
  right: [
    'import torch.nn.functional as F\nloss = F.cross_entropy(x, y)\np = F.softmax(x, dim=1)\n',
    'import torch.nn.functional as F\nloss = F.nll_loss(F.log_softmax(x, dim=1), y)\n',
    'import torch.nn.functional as F\nloss = F.cross_entropy(x, F.softmax(teacher, dim=1))\n',
    'from torch import nn\nc = nn.CrossEntropyLoss()\nc = nn.NLLLoss()\nloss = c(x.softmax(1), y)\n',
  ],
};
