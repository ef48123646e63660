/** How numbers are written in sentences. Narrow no-break spaces group thousands and stand before units. */
const NARROW = '\u202f';
const MINUS = '\u2212';

/** A loss with 3 significant digits; below 1e-3 and from 1e5 with one decimal and an exponent. */
export function writeLoss(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : `${MINUS}inf`;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return signed(exponent(value));
  // Rounded first: 9.999 has the digits of 10.0.
  const magnitude = size === 0 ? 2 : Math.floor(Math.log10(Number(size.toPrecision(3))));
  const digits = Math.max(0, 2 - magnitude);
  return signed(value.toFixed(digits));
}

/** A fraction as whole per cent, with one decimal below 2 %: 0.356 -> "36 %", 0.014 -> "1.4 %". */
export function writePercent(fraction: number): string {
  const percent = 100 * fraction;
  const digits = Math.abs(percent) < 2 && percent !== 0 ? 1 : 0;
  return `${signed(percent.toFixed(digits))}${NARROW}%`;
}

/** A factor: "8.0 ×"; from 100 on whole, from 1e5 with an exponent. */
export function writeFactor(factor: number): string {
  const text = factor < 1e5 ? factor.toFixed(factor < 100 ? 1 : 0) : exponent(factor);
  return `${text}${NARROW}×`;
}

/** A number of standard deviations: "21 σ"; without any noise it is infinite. */
export function writeSigmas(distance: number, sigma: number): string {
  return sigma > 0 ? `${signed((distance / sigma).toFixed(0))}${NARROW}σ` : `∞${NARROW}σ`;
}

/** A test statistic with one decimal. */
export function writeScore(score: number): string {
  return signed(score.toFixed(1));
}

/** A position in a sentence: exact, grouped by thousands; a fraction of an epoch with one decimal. */
export function writePosition(position: number): string {
  const whole = Number.isInteger(position) ? String(position) : position.toFixed(1);
  return signed(whole).replace(/\B(?=(\d{3})+(?!\d))/g, NARROW);
}

/** A learning rate, always mantissa and exponent: 3e-4, 1.5e-3; 0 is 0. */
export function writeRate(rate: number): string {
  if (rate === 0) return '0';
  return signed(rate.toExponential(1)).replace('.0e', 'e').replace('e+', 'e');
}

/** A duration in its two largest units: "1 h 12 min", "6 min 58 s", "0.6 s". */
export function writeSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)}${NARROW}s`;
  const whole = Math.round(seconds);
  const units = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const;
  const first = units.findIndex(([count]) => count > 0);
  return units
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count}${NARROW}${unit}`)
    .join(' ');
}

function exponent(value: number): string {
  return value.toExponential(1).replace('e+', 'e');
}

function signed(text: string): string {
  return text.replace(/^-/, MINUS);
}
