import type { Lint } from './lint.js';
import { allCalls, finding, isTorchLoss } from './losses.js';

const LITERAL = /^(None|True|False|-?[\d.].*|["'].*)$/;

/** @source Lightning-AI/pytorch-lightning#501, imranparuk/speaker-recognition-3d-cnn#2. */
export const lossClassCalled: Lint = {
  id: 'LS008',
  title: 'Loss class called like a function',
  severity: 'warning',
  find: (file) =>
    allCalls(file)
      .filter(
        (call) => isTorchLoss(call) && isComputed(call.statement.tokens.map(({ text }) => text)),
      )
      .filter(({ args }) => {
        const plain = args.filter(({ keyword }) => keyword === undefined);
        return (
          plain.length >= 2 &&
          plain.every(({ tokens }) => !LITERAL.test(tokens.map(({ text }) => text).join('')))
        );
      })
      .map((call) =>
        finding(
          call,
          file,
          `${call.callee}(a, b) builds the module with a as its first option; it computes nothing. Write ${call.callee}()(a, b).`,
        ),
      ),
  wrong: [
    'from torch import nn\nloss = nn.MSELoss(out, y)\n',
    'import torch\nloss = torch.nn.CrossEntropyLoss(model(x), y)\n',
  ],
  right: [
    'from torch import nn\nloss = nn.MSELoss()(out, y)\n',
    'from torch import nn\ncriterion = nn.CrossEntropyLoss(weight, None)\n',
    'from losses import MSELoss\nloss = MSELoss(out, y)\n',
  ],
};

/** The result is used as a loss: `loss = ...`, `train_loss += ...`, `....backward()`. */
function isComputed(words: readonly string[]): boolean {
  return (
    (/loss$/i.test(words[0] ?? '') && /^[+]?=$/.test(words[1] ?? '')) || words.includes('backward')
  );
}
