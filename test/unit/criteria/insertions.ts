import type { InsertionWish } from '../../../src/criteria/plan.js';

export interface InsertionCase {
  readonly title: string;
  readonly before: string;
  readonly id: string;
  /** From 1. */
  readonly line: number;
  readonly after: string;
  readonly options?: Omit<InsertionWish, 'criterion' | 'line' | 'body'>;
}

const NN = 'from torch import nn\n';

/** Whole files before and after. */
export const CASES: readonly InsertionCase[] = [
  {
    title: 'an empty file',
    before: '',
    id: 'ce',
    line: 1,
    after: `${NN}\ncriterion = nn.CrossEntropyLoss()\n`,
  },
  {
    title: 'an empty file gets class and imports',
    before: '',
    id: 'focal',
    line: 1,
    after: `from typing import Optional, Sequence\n\nimport torch\n${NN}\n\n<focal>\n\n\ncriterion = FocalLoss(gamma=2.0)\n`,
  },
  {
    title: 'no imports: below the docstring',
    before: '"""Trains."""\n\nx = 1\n',
    id: 'ce',
    line: 3,
    after: `"""Trains."""\n\n${NN}\nx = 1\ncriterion = nn.CrossEntropyLoss()\n`,
  },
  {
    title: 'shebang, licence, docstring and __future__ stay first',
    before:
      '#!/usr/bin/env python\n# (c) us\n"""Doc\nimport this\n"""\nfrom __future__ import annotations\n\nx = 1\n',
    id: 'mse',
    line: 8,
    after: `#!/usr/bin/env python\n# (c) us\n"""Doc\nimport this\n"""\nfrom __future__ import annotations\n\n${NN}\nx = 1\ncriterion = nn.MSELoss()\n`,
  },
  {
    title: 'import torch as th',
    before: 'import torch as th\n\nnet = make()\n',
    id: 'ce',
    line: 3,
    after: 'import torch as th\n\nnet = make()\ncriterion = th.nn.CrossEntropyLoss()\n',
  },
  {
    title: 'import torch.nn as nn',
    before: 'import torch.nn as nn\nx = 1\n',
    id: 'ce',
    line: 2,
    after: 'import torch.nn as nn\nx = 1\ncriterion = nn.CrossEntropyLoss()\n',
  },
  {
    title: 'from torch import nn as tnn',
    before: 'from torch import nn as tnn\nx = 1\n',
    id: 'ce',
    line: 2,
    after: 'from torch import nn as tnn\nx = 1\ncriterion = tnn.CrossEntropyLoss()\n',
  },
  {
    title: 'the class itself is imported',
    before: 'from torch.nn import CrossEntropyLoss\nx = 1\n',
    id: 'ce',
    line: 2,
    after: 'from torch.nn import CrossEntropyLoss\nx = 1\ncriterion = CrossEntropyLoss()\n',
  },
  {
    title: 'an import joins its group, not a try block',
    before:
      'import os\n\nimport torch\ntry:\n    import apex\nexcept ImportError:\n    apex = None\n\nx = 1\n',
    id: 'binary_focal',
    line: 9,
    after: `import os\nfrom typing import Optional\n\nimport torch\ntry:\n    import apex\nexcept ImportError:\n    apex = None\n\n\n<binary_focal in full>\n\n\nx = 1\ncriterion = BinaryFocalLoss(gamma=2.0, alpha=0.25)\n`,
  },
  {
    title: 'a from line is extended',
    before: 'import torch\nfrom torch import optim\nimport torch.nn as nn\n\nx = 1\n',
    id: 'mse',
    line: 5,
    after:
      'import torch\nfrom torch import optim\nimport torch.nn as nn\n\nx = 1\ncriterion = nn.MSELoss()\n',
  },
  {
    title: 'inside __init__, below super',
    before:
      'from torch import nn\n\n\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n\n    def forward(self, x):\n        return x\n',
    id: 'ce',
    line: 5,
    after:
      'from torch import nn\n\n\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.criterion = nn.CrossEntropyLoss()\n\n    def forward(self, x):\n        return x\n',
  },
  {
    title: 'a blank line inside a function, two spaces',
    before: 'import torch\n\n\ndef main():\n  x = 1\n\n  return x\n',
    id: 'ce',
    line: 6,
    after:
      'import torch\n\n\ndef main():\n  x = 1\n  criterion = torch.nn.CrossEntropyLoss()\n  return x\n',
  },
  {
    title: 'above a return, below a bracketed statement',
    before: 'import torch\n\n\ndef main():\n    x = make(\n        1,\n    )\n    return x\n',
    id: 'ce',
    line: 6,
    after:
      'import torch\n\n\ndef main():\n    x = make(\n        1,\n    )\n    criterion = torch.nn.CrossEntropyLoss()\n    return x\n',
  },
  {
    title: 'the end of a module, behind a function',
    before: 'import torch\n\n\ndef main():\n    return 1\n',
    id: 'ce',
    line: 6,
    after:
      'import torch\n\n\ndef main():\n    return 1\n\n\ncriterion = torch.nn.CrossEntropyLoss()\n',
  },
  {
    title: 'names are filled from the file',
    before: 'from torch import nn\nimport torch\n\nnum_classes = 7\nfeat_dim = 32\nx = f()\n',
    id: 'cosface',
    line: 6,
    after: `from torch import nn\nimport torch\n\nnum_classes = 7\nfeat_dim = 32\n\n\n<cosface>\n\n\nx = f()\ncriterion = CosFaceLoss(\n    num_classes=num_classes, embedding_size=feat_dim, s=64.0, m=0.35\n)\n`,
  },
  {
    title: 'a cursor among the imports goes below them',
    before: 'import os\nimport torch\nfrom torch import nn\n\nx = 1\n',
    id: 'ce',
    line: 1,
    after:
      'import os\nimport torch\nfrom torch import nn\n\ncriterion = nn.CrossEntropyLoss()\n\nx = 1\n',
  },
  {
    title: 'another class of that name is left alone',
    before: 'import torch\n\n\nclass FocalLoss:\n    pass\n\n\nx = 1\n',
    id: 'focal',
    line: 8,
    after: 'refused: Line 4 already defines another FocalLoss; it was left as it is.',
  },
  {
    title: 'replacing keeps target, arguments, device and comment',
    before:
      'from torch import nn\n\nself.loss = nn.CrossEntropyLoss(weight=w, label_smoothing=0.1).to(device)  # ours\n',
    id: 'nll',
    line: 3,
    options: { replace: true },
    after: 'from torch import nn\n\nself.loss = nn.NLLLoss(weight=w).to(device)  # ours\n',
  },
  {
    title: 'a file without a final newline keeps none',
    before: 'import torch\nx = 1',
    id: 'ce',
    line: 2,
    after: 'import torch\nx = 1\ncriterion = torch.nn.CrossEntropyLoss()',
  },
  {
    title: 'behind a block of imports for types only',
    before: 'import torch\n\nif TYPE_CHECKING:\n    import x\n\n\ndef f():\n    return 1\n',
    id: 'focal',
    line: 5,
    after:
      'from typing import Optional, Sequence\n\nimport torch\n\nif TYPE_CHECKING:\n    import x\n\n\n<focal in full>\n\n\ncriterion = FocalLoss(gamma=2.0)\n\n\ndef f():\n    return 1\n',
  },
];
