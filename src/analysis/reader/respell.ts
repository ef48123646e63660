const GLUED = /\b(?:epoch|batch|iter|step)\d/i;
const CHINESE_EPOCH = /第\s*(\d+)\s*(?:轮|个?\s*epoch|个?周期|代)(?:\s*\/\s*共?\s*(\d+)\s*轮?)?/i;
const CHINESE_STEP = /第\s*(\d+)\s*(?:步|次迭代|个?批次|个?batch)(?:\s*\/\s*共?\s*(\d+)\s*步?)?/i;
const WRAPPED =
  /\b(?:tensor|array|Array|(?:np|numpy)\.(?:float|int)\d+|tf\.Tensor|mx\.nd\.array)\(\s*\[*\s*([-+]?(?:\d[\d.]*(?:e[-+]?\d+)?|nan|inf))\s*\]*(?:\s*,[^()]{0,200}(?:\([^()]{0,80}\)[^()]{0,80})?)?\)/gi;
const SPREAD = /(\d)\s*(?:±|\+\/-|\+-)\s*[\d.]+(?:e[-+]?\d+)?/gi;
const PHRASE_BEHIND =
  /(^|[,;|:(]\s*|\s-\s+)([-+]?\d+\.\d+%?)\s+((?:(?:train(?:ing)?|val(?:id(?:ation)?)?|test)\s+)?(?:loss|accuracy|acc))\b(?=\s*(?:[,;|)]|$|and\b))/gi;

/** Spellings of one thing made one: "第3轮" is "epoch 3", "tensor(0.5, device='cuda:0')" is 0.5. */
export function respell(line: string): string {
  let text = line;
  if (GLUED.test(text)) text = text.replace(/\b(epoch|batch|iter|step)(\d+)(?![\w.])/gi, '$1 $2');
  if (text.includes('第')) {
    text = text.replace(CHINESE_EPOCH, says('epoch')).replace(CHINESE_STEP, says('step'));
  }
  if (text.includes('(')) text = text.replace(WRAPPED, '$1');
  if (text.includes('±') || text.includes('+/-') || text.includes('+-'))
    text = text.replace(SPREAD, '$1');
  if (text.includes('->') || text.includes('=>'))
    text = text.replace(/(\w)\s*[-=]>\s*(?=\S)/g, '$1: ');
  return behind(text);
}

function says(word: string) {
  return (_: string, n: string, total?: string) =>
    total === undefined ? ` ${word} ${n} ` : ` ${word} ${n}/${total} `;
}

/** "0.52 loss, 81.2% accuracy": the name stands behind its number. */
function behind(text: string): string {
  return /\d%?\s+(?:\w+ )?(?:loss|acc)/i.test(text)
    ? text.replace(PHRASE_BEHIND, '$1$3: $2')
    : text;
}
