import type { Better, Kind, Role, SeriesInfo, Split } from './model.js';
import { printable } from './printable.js';

/** What the name of a number tells. */
export interface MetricName {
  /** The name without its split, normalised: 'loss', 'acc', 'box_loss'. */
  readonly metric: string;
  /** The split that the name itself says, if it does. */
  readonly split: Split | undefined;
  readonly kind: Kind;
  /** The vocabulary knows it: it may be trusted on sight. Unknown names need a line that vouches. */
  readonly isKnown: boolean;
  /** A clock, a counter, a memory size, a throughput: never a curve. */
  readonly isNoise: boolean;
  /** A measure that writers take on held-out data as a rule (WER, mAP, BLEU). */
  readonly isEval: boolean;
  /** A split and nothing else ("Train", "val"): the loss on it, unless a loss stands beside it. */
  readonly isBare: boolean;
}

const TRAIN =
  /^(?:train|training|trn|tr|learn|训练|訓練|学習|훈련|학습|entrenamiento|treino|entra[iî]nement)$/;
const VAL =
  /^(?:val|va|vld|vali|valid|validation|eval|evaluation|test|tests|testing|dev|crossval|heldout|验证|测试|评估|校验|验证集|测试集|开发集|検証|驗證|測試|검증|테스트|validaci[oó]n|validação|prueba)$/;

/** Whole words of a name, in order of precedence: the first kind that owns a word decides. */
const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['lr', /^(?:lr\d*|learningrate|baselr|currentlr|学习率)$/],
  [
    'loss',
    /^(?:loss|losses|cost|nll|xent|bce|elbo|logloss|objective|crossentropy|.*loss|损失|损失值|总损失|平均损失|误差|損失|ロス|손실|perte|p[eé]rdida|perda|perdita|verlust|потери)$/,
  ],
  [
    'error',
    /^(?:mse|rmse|mae|mape|smape|rmsle|error|err|wer|cer|ppl|perplexity|l1|l2|fid(?:\d+k)?|kid(?:\d+k)?|eer|ade|fde|epe|mpjpe|nme|chamfer|hausdorff|hd95|assd|absrel|sqrel|bpc|bpb|bpd|.*rmse|.*mae|困惑度|错误率)$/,
  ],
  [
    'accuracy',
    /^(?:acc\d*|accu|accur\w*|top[15]|prec|precision|recall|f1|fscore|f1score|auc|auroc|roc|ap|ap\d+|map|map\d+|iou|miou|dice|bleu|bleu\d|rouge|rougel|score|psnr|ssim|sdr|sisdr|sisnr|snr|pesq|stoi|meteor|cider|r2|mcc|kappa|hella|hellaswag|pck|ndcg|mrr|rank|hits|pearson|spearman|.*acc|.*accuracy|.*map|.*iou|.*dice|.*auc|准确率|精度|精确率|召回率|正确率|平均精度|得分|分数|準確率|正解率|정확도|genauigkeit|pr[eé]cision|precisi[oó]n|acur[aá]cia|exactitud|accuratezza|точность)$/,
  ],
  ['reward', /^(?:reward|rewards|return|returns|rew|episodereward|奖励|回报)$/],
];
const EVAL =
  /^(?:wer|cer|bleu.*|rouge.*|map.*|.*map|miou|iou|fid|hella|hellaswag|rank|ndcg|mrr|psnr|ssim|pesq|stoi|cider|meteor|ade|fde|hd95|f1|auc|dice|pearson|spearman)$/;
const NOISE =
  /^(?:time|times|timestamp|datetime|date|eta|elapsed|remaining|runtime|duration|dur|wall|walltime|clock|sec|secs|second|seconds|minute|minutes|min|hour|hours|ms|mem|memory|gpumem|gpu|cpu|ram|vram|mb|gb|gib|mib|cuda|speed|throughput|fps|ips|sps|tps|flops|mfu|tflops|tgs|wps|ups|wpb|bsz|sents|sen|dt|tok|toks|token|tokens|ntok|ntokens|samples|sample|examples|images|img|imgs|size|imgsize|bytes|seed|rank|worker|workers|pid|node|id|ids|version|port|lat|latency|vnum|count|total|batchsize|patience|bad|percentage|percent|progress|params|parameters|nnzs|bias|data|datatime|labels|instances|channel|shard|queue|status|buffer|hits|skipped|clip|trainwall|scale|allocated|reserved|stepavg|best|thd|threshold|std|consumed|remain|took|takes|taken|spent|used|耗时|用时|时间|时长|剩余|显存|内存|速度)$/;
/** Compound names whose single words would mislead. */
const NOISE_WHOLE =
  /(?:(?:batch|reader|data)_cost$|serial_timesteps|per_?sec|per_?second|\/s(?:ec)?$|_?time$|^time|runtime|timing|batch_?size|loss_?scale|grad_?scale|weight_?decay|momentum|(?:^|_)num_|n_?updates$|_count$|weights?$|time_?cost|(?:batch|reader|data)_cost|serial_timesteps|_time_|mem(?:ory)?_?(?:mb|gb|allocated)?$|^(?:mom|wd|eps|betas?)$|lossscale|losses_avg$|mean_length|max_length|min_length)/;
const OTHER_KNOWN = /^(?:gradnorm|gnorm|norm|kl|entropy|likelihood|loglikelihood)$/;

const cache = new Map<string, MetricName>();
/** Names repeat with every line; a source that invents new ones for ever must not fill the memory. */
const CACHE_SIZE = 2000;

/** Nobody calls a metric so at length; also the guard against a hostile line. */
const LONGEST = 300;
const NOT_A_NAME: MetricName = {
  metric: '',
  split: undefined,
  kind: 'other',
  isKnown: false,
  isNoise: true,
  isEval: false,
  isBare: false,
};

/** Reads a metric's name: 'eval/loss', 'val_loss', 'Test Acc (%)', '训练损失'. */
export function readMetricName(name: string): MetricName {
  if (name.length > LONGEST) return NOT_A_NAME;
  const known = cache.get(name);
  if (known) return known;
  const read = understand(name);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(name, read);
  return read;
}

function understand(name: string): MetricName {
  const words = wordsOf(name);
  const said = words.map(splitOf);
  const rest = words.filter((_, i) => said[i] === undefined);
  const split = said.find((one) => one !== undefined) ?? impliedSplit(name);
  // "train 10.93", "val: 4.1": a split alone is the loss on it.
  const isBare = rest.length === 0 && words.length > 0;
  const kind = isBare ? 'loss' : kindOf(rest);
  const isNoise = !isBare && saysNoise(name, rest, kind);
  const isEval = kind !== 'loss' && rest.some((word) => EVAL.test(word));
  const metric = isBare ? 'loss' : rest.map(normal).join('_');
  const isKnown = !isNoise && (kind !== 'other' || rest.some((word) => OTHER_KNOWN.test(word)));
  return { metric, split, kind, isKnown, isNoise, isEval, isBare };
}

/** Groups of names that are measured on the validation set and do not say so: YOLO, Detectron2. */
const HELD_OUT = /^(?:metrics|bbox|segm|keypoints|sem_seg|panoptic_seg)\//;

function impliedSplit(name: string): Split | undefined {
  return HELD_OUT.test(name) ? 'val' : undefined;
}

function wordsOf(name: string): string[] {
  const plain = name
    .replace(/held-?\s?out/i, 'heldout')
    .replace(/learning[ _-]?rate/i, 'learningrate')
    .replace(/L\.r\./, 'lr')
    .replace(/cross[ _-]?entropy/i, 'crossentropy')
    .replace(/grad(?:ient)?[ _-]?norm/i, 'gradnorm')
    .replace(/([a-z\d])([A-Z][a-z])/g, '$1_$2')
    .replace(/整体|当前|上的|的/g, ' ')
    .replace(/(训练集|训练|验证集|验证|测试集|测试|评估|开发集)/g, ' $1 ')
    .replace(/([\u4e00-\u9fff])(?=[A-Za-z])/g, '$1 ')
    .toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && word !== 's');
}

function splitOf(word: string): Split | undefined {
  const bare = word.replace(/\d+$/, '');
  if (TRAIN.test(bare) || word === '训练集') return 'train';
  return VAL.test(bare) ? 'val' : undefined;
}

function kindOf(words: readonly string[]): Kind {
  for (const [kind, pattern] of KINDS) {
    if (words.some((word) => pattern.test(word))) return kind;
  }
  return words.some((word) => /^rew/.test(word)) ? 'reward' : 'other';
}

function saysNoise(name: string, words: readonly string[], kind: Kind): boolean {
  if (NOISE_WHOLE.test(name.toLowerCase().replace(/[ -]/g, '_'))) return true;
  const last = words[words.length - 1] ?? '';
  if (words.includes('best') || words.includes('最佳') || words.includes('最优')) return true;
  // "Max accuracy: 81.2%" is the record so far.
  if (words[0] === 'max' && kind === 'accuracy') return true;
  if (last === 'std' && kind !== 'reward') return true;
  if (kind !== 'other') return false;
  return words.some((word) => NOISE.test(word)) || /^\d*$/.test(last);
}

const NORMAL: Readonly<Record<string, string>> = {
  accuracy: 'acc',
  accu: 'acc',
  准确率: 'acc',
  正确率: 'acc',
  精度: 'acc',
  损失: 'loss',
  损失值: 'loss',
  losses: 'loss',
  learningrate: 'lr',
  学习率: 'lr',
  perplexity: 'ppl',
  困惑度: 'ppl',
  rewards: 'reward',
};

function normal(word: string): string {
  return NORMAL[word] ?? word;
}

/** The split of a word that stands alone ("Validation:", "TEST |"), undefined for any other word. */
export function splitOfWord(word: string): Split | undefined {
  return splitOf(word.toLowerCase());
}

/** Split and learning rate in one word. */
export function roleOf(split: Split, kind: Kind): Role {
  if (kind === 'lr') return 'lr';
  return split;
}

const HIGHER = /^(?:elbo|reward|return|(?:log_?)?likelihood)/;

/** Direction in which a metric improves. A learning rate and the unknown have none. */
export function betterOf(kind: Kind, metric: string): Better {
  if (kind === 'accuracy' || kind === 'reward' || HIGHER.test(metric)) return 'max';
  return kind === 'loss' || kind === 'error' ? 'min' : undefined;
}

/** What rules and charts have to know of a series, from one of its readings. Its name is shown: it is printable. */
export function seriesInfo(reading: {
  readonly name: string;
  readonly metric: string;
  readonly split: Split;
  readonly kind: Kind;
}): SeriesInfo {
  const { metric, split, kind } = reading;
  const name = printable(reading.name);
  return { name, metric, split, kind, role: roleOf(split, kind), better: betterOf(kind, metric) };
}
