/**
 * One piece of what loggers and launchers put before a message: blanks, a clock, "INFO:name:",
 * glog's head, a bracket with a clock, level, file or rank in it, "| INFO |", "- name -".
 */
const PIECE = new RegExp(
  [
    String.raw`\s+`,
    String.raw`\d{4}[-/]\d\d[-/]\d\d[T ,]+\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z| ?[+-]\d\d:?\d\d\b)?`,
    String.raw`\d\d[-/]\d\d(?:[-/]\d{2,4})? \d\d:\d\d:\d\d(?:[.,]\d+)?|\d\d:\d\d:\d\d(?:[.,]\d+)?(?=[\s\]|-])`,
    String.raw`[IWE]\d{4} \d\d:\d\d:\d\d\.\d+\s+\d+ [\w.]+:\d+\]`,
    String.raw`(?:DEBUG|INFO|NOTICE|WARN(?:ING)?)(?::[\w.]+:|:|(?=\s))`,
    String.raw`\[(?:titan|INFO|DEBUG|NeMo I|[^[\]]{0,60}(?:\d\d:\d\d|\w\.py|PID|INFO|[Rr]ank)[^[\]]{0,60})\]:?`,
    String.raw`\[[\w.-]{1,60}\] (?=\d{4}-\d\d-)|\(\w{1,40}(?::|\.py )\d{1,6}\):? (?=INFO|DEBUG|WARN)|(?:master|chief)-replica-0(?=\s)`,
    String.raw`\(\w{1,40} pid=\d{1,10}(?:, ip=[\d.]{1,20})?\)|[\w.-]{1,60}\s(?=INFO\s)|[\w.-]{1,60}:\d{1,6}\s[\w.]{1,60}:\d{1,6}\s(?=INFO)`,
    String.raw`[-|:]+\s`,
    String.raw`>>\s`,
  ].join('|'),
  'y',
);
/** A logger's name stands between separators once a clock or a level was there: "mmdet - ". */
const NAME =
  /(?!(?:step|epoch|iter|iteration|batch)\b)[A-Za-z_][\w.]{0,60}(?::\d+|:[\w.]+:\d+)? [-|] |(?:d2|detectron2|fvcore|fastreid)\.[\w.]{1,60} INFO: /y;
const RANK = /rank\s?(\d+)/i;
const MOST_PIECES = 12;

/** The message of a line: what a logger says behind clock, level and name. */
export interface Message {
  readonly text: string;
  /** Of a launcher that marks the lines of its processes; 0 where none is said. */
  readonly rank: number;
}

export function messageOf(line: string): Message {
  let at = 0;
  let rank = 0;
  for (let i = 0; i < MOST_PIECES && at < line.length; i++) {
    PIECE.lastIndex = at;
    NAME.lastIndex = at;
    const piece = PIECE.exec(line)?.[0] ?? (at > 0 && i > 1 ? NAME.exec(line)?.[0] : undefined);
    if (!piece) break;
    if (piece.startsWith('[')) rank = Number(RANK.exec(piece)?.[1] ?? rank);
    at += piece.length;
  }
  return { text: at === 0 ? line : line.slice(at), rank };
}
