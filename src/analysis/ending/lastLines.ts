/** Escapes of a terminal; then all that steers and is not seen, the turning of the reading direction too. */
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
const STEERING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** A longer line is data, not a message. */
const LONGEST = 4000;

/** A line as text that is inert wherever it is shown. */
export function cleanEnd(text: string): string {
  return text.slice(0, LONGEST).replace(ESCAPES, '').replace(STEERING, '');
}

/** What stands before a message: a rank, a stream, a clock, a level, the name of a logger. */
const PREFIX =
  /^(?:\s*(?:\[?rank ?\d+\]?:|\[\d+,\d+\]<\w+>:|\(\w+ pid=\d+[^)]*\)|\[[^\]]{1,60}\]:?|\d+:|\d{4}-\d\d-\d\d[ T][\d:.,]+\s*[-|:]?|\d\d:\d\d:\d\d[\d:.,]*\s*[-|:]?|(?:DEBUG|INFO|WARNING|WARN|ERROR|CRITICAL|FATAL)\b\s*[-|:]*|[IWEF]\d{4} [\d:.]+ +\d+ \S+\]|(?:lightning|pytorch)[\w.]*:\d+:)\s*)+/i;

/** A message without the prefix of its logger. */
export function withoutPrefix(text: string): string {
  return text.replace(PREFIX, '').trim();
}

const EPILOGUE =
  /^\s*$|^\s|^(?:wandb|swanlab|clearml|slurmstepd|srun|mpirun|mpiexec|make|real|user|sys)\b|^[=\-*#~_+|]{3,}|^\[?rank|^[WEF]\d{4}\b|^\[[WEF]\d|^(?:time|host|rank|exitcode|error_file|traceback|root cause|failures?|\[\d+\])\b|\b(?:WARNING|ERROR|CRITICAL|FATAL|Warning)\b|leaked semaphore|resource_tracker|FAILED|SIGTERM|[Kk]illing|HYDRA_FULL_ERROR|above exception|another exception/;

/** Is this what launchers, loggers and shells print behind a crash, however much of it? */
export function isEpilogue(text: string): boolean {
  return EPILOGUE.test(text);
}

/** Words of a program that caught its exception. */
const GOES_ON =
  /\b(?:retry(?:ing)?|retried|skipp(?:ed|ing)|continuing|ignor(?:ed|ing)|resuming|restarting|recovered|falling back)\b/i;

export function isGoingOn(text: string): boolean {
  return GOES_ON.test(text);
}

/** A level below an error, where loggers write it. */
const MILD = /^.{0,60}\b(?:DEBUG|INFO|WARN|WARNING)\b ?[-|:\]]/;

/** Does this one line say itself that the program lived on? What brings a job down is no warning. */
export function isOutlived(text: string): boolean {
  return MILD.test(text) || isGoingOn(text);
}
