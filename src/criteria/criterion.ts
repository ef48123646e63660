export type Framework = 'pytorch';

export type Task =
  | 'classification'
  | 'imbalance'
  | 'metric-learning'
  | 'regression'
  | 'distribution';

/** One constructor parameter, as its class spells it. */
export interface Parameter {
  readonly name: string;
  /** Python source of the default; undefined where the caller must give a value. */
  readonly fallback?: string;
  readonly means: string;
  /** What makes sense, in words and numbers. */
  readonly range?: string;
  /** Stands in the inserted line even where it equals the default: the value to think about. */
  readonly shown?: true;
  /** What the inserted line says where the file does not tell: Python source. */
  readonly example?: string;
  /** Names under which a training script usually keeps this value. */
  readonly knownAs?: RegExp;
}

/** A loss as it is put into training code. */
export interface Criterion {
  readonly id: string;
  readonly title: string;
  /** Other names people search for. */
  readonly alsoKnownAs: readonly string[];
  readonly task: Task;
  readonly framework: Framework;
  /** `builtin`: the framework has it; `class`: its body is media/criteria/FRAMEWORK/ID.py. */
  readonly kind: 'builtin' | 'class';
  /** `torch.nn.CrossEntropyLoss` for a builtin, the bare class name for our own. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly formula: string;
  readonly input: string;
  readonly target: string;
  /** Loss of an untrained, balanced model with C classes; where one of ours differs it says so. */
  readonly atChance: string;
  readonly paper?: string;
  /** What remains to be done by hand after the insertion, one sentence each. */
  readonly remember?: readonly string[];
}
