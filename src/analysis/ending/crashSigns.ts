import type { Cause } from './ending.js';

/** A kind of line that a training leaves behind when it breaks off. */
export interface CrashSign {
  readonly cause: Cause;
  readonly pattern: RegExp;
  /** What says more of the reason stands higher: a launcher only repeats that something failed. */
  readonly weight: number;
}

/**
 * Signs that stand for themselves, each on one line. Asked from top to bottom. None takes a
 * number for a message: "MeanSquaredError: 0.01" is a metric.
 *
 * @source the messages of CPython, PyTorch, TensorFlow, JAX, bash and zsh, Slurm, PBS and LSF.
 */
export const CRASH_SIGNS: readonly CrashSign[] = [
  sign('time-limit', 6, /\bDUE TO TIME LIMIT\b|\bTERM_RUNLIMIT\b|\bjob killed: walltime\b/),
  sign(
    'cancelled',
    6,
    /\b(?:JOB|STEP)\b.*\bCANCELLED\b|\bCANCELLED AT \d{4}-|\bDUE TO PREEMPTION\b/,
  ),
  sign(
    'memory',
    5,
    /\bOutOfMemoryError\b: |\b(?:CUDA(?: error:)?|MPS backend) out of memory\b|\bOOM when allocating\b|\bRESOURCE_EXHAUSTED: |\bstd::bad_alloc\b|\bDefaultCPUAllocator: can't allocate\b|\bOut of GPU memory\b|\bCUBLAS_STATUS_ALLOC_FAILED\b|^(?:\w+\.)*_?(?:Array)?MemoryError\b/,
  ),
  sign(
    'memory',
    5,
    /\boom[-_ ]kill|\btask \d+: Out Of Memory\b|\bexceeded (?:job |step |virtual )?memory limit\b|\bTERM_MEMLIMIT\b|\bjob killed: [pv]?mem\b/i,
  ),
  sign(
    'disk',
    5,
    /\bNo space left on device\b|\bDisk quota exceeded\b|\bPytorchStreamWriter failed\b|\binline_container\.cc\b.*\bunexpected pos\b/i,
  ),
  sign('worker', 5, /\bDataLoader worker\b.*(?:\bkilled by signal\b|\bexited unexpectedly\b)/),
  sign(
    'interrupted',
    4,
    /^KeyboardInterrupt(?::|$)|\bDetected KeyboardInterrupt\b|^Exiting from training early$/,
  ),
  sign(
    'communication',
    3.5,
    /\bWatchdog caught collective operation timeout\b|\bnccl(?:System|Internal|Remote|UnhandledCuda)Error\b|\bDist(?:Backend|Network|Store)Error: |\bNCCL (?:error|communicator was aborted)\b|\bgloo\b.*\bConnection (?:closed|reset) by peer\b|\bwatchdog got stuck\b/i,
  ),
  sign('device', 4, /\bCUDA error: |\bdevice-side assert triggered\b/),
  // A wrapper of the failure of another process.
  sign(
    'exit',
    1,
    /\bChildFailedError\b|\bProcess(?:Raised|Exited)Exception\b|\bCalledProcessError\b/,
  ),
  sign(
    'exception',
    4,
    /^(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception): (?!\s*[-+]?(?:\d|\.\d|[nN]a[nN]\b|inf\b))/,
  ),
  sign(
    'native',
    3,
    /\bSegmentation fault\b|\bBus error\b|\(core dumped\)|^Aborted$|^Fatal Python error: |^terminate called after throwing\b|^Floating point exception$|^zsh: (?:segmentation fault|abort|bus error|illegal hardware instruction)\b/,
  ),
  sign(
    'killed',
    3,
    /^(?:\S+: line \d+:\s+\d+ |\[\d+\][-+]?\s+(?:\d+\s+)?|zsh: )?[Kk]illed(?:$|\s{2,}|\s+python)/,
  ),
  sign('killed', 2, /^(?:\S+: line \d+:\s+\d+ )?Terminated(?:$|\s{2,})/),
  sign(
    'exit',
    1,
    /\b(?:exited|exits|finished|failed|terminated) with (?:exit |return )?code(?: =)? (?!0\b)-?\d+|^make: \*\*\* .* Error \d+$|\bMPI_ABORT was invoked\b|\bexited on signal \d+\b|`conda run\b.*\bfailed\b|^Execution halted$/i,
  ),
];

/** The sign that this line gives, its prefix taken off. */
export function crashSign(text: string): CrashSign | undefined {
  return CRASH_SIGNS.find(({ pattern }) => pattern.test(text));
}

/** An exception that ended a traceback: any class counts, with or without a message. */
export function exceptionSign(text: string): CrashSign | undefined {
  if (/^SystemExit\b/.test(text)) return undefined;
  return crashSign(text) ?? ANY_EXCEPTION;
}

/** A traceback of which the end is missing. */
export const ANY_EXCEPTION = sign('exception', 4, /^/);

function sign(cause: Cause, weight: number, pattern: RegExp): CrashSign {
  return { cause, weight, pattern };
}
