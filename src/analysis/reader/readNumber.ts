const PLAIN = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
/** A longer number is none that a training prints. */
const LONGEST = 400;
const ODD = /^([-+]?)(?:(nan)(?:\(ind\))?|inf(?:inity)?|1\.#(?:inf|qnan|ind)\w*)$/i;

/** A number as logs print it, `nan`, `-inf` and `1,234.5` included; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  if (text.length > LONGEST) return undefined;
  if (PLAIN.test(text)) return Number(text);
  const odd = ODD.exec(text);
  if (odd) {
    if (odd[2] !== undefined || /q?nan|ind/i.test(text)) return Number.NaN;
    return odd[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replace(/,/g, ''));
  return undefined;
}
