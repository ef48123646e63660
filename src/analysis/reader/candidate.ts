/**
 * The cheap first test of every line: a word that a metric or a position could hang on. Most lines
 * of most logs end here.
 */
export const CANDIDATE = new RegExp(
  [
    // Losses and errors.
    'loss|error|rmse|\\b[mr]?mse\\b|\\bs?ma(?:e|pe)\\b|cost|nll|elbo|likelihood|entropy|norm\\b',
    'ppl|perplexity|\\b[WC]ER\\b|\\beer\\b|\\b[AF]DE\\b|\\bepe\\b|\\bfid',
    // Measures.
    'acc[\\w@.]{0,7}\\W|score|dice|iou|\\bm?ap\\d*\\b|precision|recall|\\bprec\\b|(?:\\b|_)f1\\b',
    '\\bauc|auroc|bleu|rouge|psnr|ssim|hella|\\brank-?\\d|\\(A[PR]\\) @|reward|return',
    // Positions and rates.
    'epoch|step|iter|batch|\\bep\\b|Ep\\. |episode|generation|\\bit\\s|\\blr\\b|learning',
    // What single writers print.
    ' avg,|^\\s+(?:all\\s+\\d|\\d+\\/\\d+\\s+[\\d.]+G\\s)|\\d, \\d[\\d.e-]{0,24}\\]\\s*$|^\\s+optim\\/|cv_agg',
    // A split and a number.
    "(?:train|val|valid|test|learn|eval|dev)\\w{0,8}['s]{0,2}\\s?[a-z\\d]{0,8}\\s?[:=\\s]\\s?[-+\\d]",
    '^\\W*(?:valid|train|test|eval|dev\\b)',
    // Other tongues.
    '损失|轮|准确|学习率|精度|迭代|步|損失|ロス|エポック|손실|에포크|에폭|정확도|эпоха|потери|точность',
    '[eé]poca|epoche|schritt|verlust|perte|p[eé]rdida|perda|genauigkeit',
  ].join('|'),
  'i',
);
