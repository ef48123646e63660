/** Folders that hold no logs of a training, and many files. */
export const PASSED_OVER: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  'venv',
  '.venv',
  '__pycache__',
  'site-packages',
  'dist-packages',
  '.tox',
  '.nox',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.ipynb_checkpoints',
  '.vscode',
  '.vscode-server',
  '.idea',
  '.cache',
  '.conda',
  'conda-meta',
  '.yarn',
  '.pnpm-store',
]);

/** Names that logs and tables of readings have. */
const ENDINGS = /\.(?:log|out|err|txt|csv|tsv|json|jsonl|ndjson)$/i;
/** Writers that give no ending: Chainer's `log`, MLflow's `metrics/loss`, a shell's `stdout`. */
const BARE = /^(?:log|stdout|stderr|nohup)$/i;

/** Record files: TensorBoard's and those of Weights & Biases. */
const RECORDS = /^events\.out\.tfevents\.|\.wandb$/;
/** MLflow names a file for its metric, below the folder of a run. */
const MLFLOW = /(?:^|\/)(?:mlruns\/.+|[0-9a-f]{32})\/metrics\/.+$/;

/** Files with such an ending that are something else in every project that has them. */
const NEVER = new RegExp(
  [
    /^package(?:-lock)?\.json$/,
    /^(?:tsconfig|jsconfig|composer|deno|bower|lerna|nx|turbo|angular|biome)\b.*\.json$/,
    /^(?:config|tokenizer|tokenizer_config|special_tokens_map|vocab|generation_config)\.json$/,
    /^wandb-(?:summary|metadata)\.json$/,
    /^(?:model\.safetensors\.index|pytorch_model\.bin\.index|preprocessor_config)\.json$/,
    /^(?:bundle\.l10n|package\.nls).*\.json$/,
    /\.(?:schema|lock|map|ipynb|geojson|webmanifest)\.?(?:json)?$/,
    /^(?:requirements|constraints|readme|license|licence|copying|notice|authors|changelog|vocab|merges|cmakelists|top_level|entry_points|robots)\b.*\.txt$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** May the file of this path (with '/') be a log? Its content decides. */
export function isCandidate(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (NEVER.test(name)) return false;
  return ENDINGS.test(name) || BARE.test(name) || RECORDS.test(name) || MLFLOW.test(path);
}

/** Is a folder of this name passed over, with all that is in it? */
export function isPassedOver(name: string): boolean {
  return PASSED_OVER.has(name) || name.endsWith('.dist-info') || name.endsWith('.egg-info');
}
