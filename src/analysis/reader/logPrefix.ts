const GLOG = /^\s*[IWEF]\d{4,8} [^\]]{0,120}?[\w.]+:\d+\] ?/;
const LEVEL =
  /^(?:[^{}=|]|\|(?= (?:INFO|DEBUG|WARN|WARNING|ERROR) )){0,120}?(?<![\w.])\[?(?:INFO|DEBUG|WARNING|WARN|ERROR|CRITICAL|NOTICE|SUCCESS)(?![\w.])[\]\s):|>-]*/;
const CODE_PLACE =
  /^(?:[\w.<>/-]+:){1,2}\d+\s*[-|:\]]\s*|^[\w.]+:(?=[^\s\d])|^[A-Za-z_]\w*(?:\.\w+)+\s*[-|:]\s+/;
const CONTAINER =
  /^\d{4}-\d\d-\d\dT[\d:.]+Z?(?:[+-][\d:]+)? (?:stdout|stderr) [FP] |^[\w.]+[-_]\d+\s+\| /;
const PLACED = /\b(?:epoch|step|iter\w*|batch)\W{0,3}\d/i;

/** Where the message begins: behind the clock, the logger's name, the level and the place in the code. */
export function prefixEnd(line: string): number {
  const from = endOf(CONTAINER, line);
  const rest = from === 0 ? line : line.slice(from);
  const glog = endOf(GLOG, rest);
  if (glog > 0) return from + glog;
  if (!SAYS_LEVEL.test(rest)) return from;
  const level = endOf(LEVEL, rest);
  if (level === 0 || level >= rest.length || PLACED.test(rest.slice(0, level))) return from;
  return from + level + endOf(CODE_PLACE, rest.slice(level));
}

const SAYS_LEVEL = /INFO|DEBUG|WARN|ERROR|CRITICAL|NOTICE|SUCCESS/;

function endOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}
