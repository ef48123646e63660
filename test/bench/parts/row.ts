/**
 * One promise measured: printed as `name | value | bar | ratio | ok`. `ratio` is the value by its bar.
 * True: it is kept.
 */
export function printRow(name: string, value: number, bar: number, unit: string): boolean {
  const said = (amount: number) => `${Number(amount.toPrecision(3))} ${unit}`.trim();
  const ratio = value / bar;
  console.log(
    [name, said(value), said(bar), ratio.toFixed(2), ratio <= 1 ? 'ok' : 'MISSED'].join(' | '),
  );
  return ratio <= 1;
}

/** CPU time of this process in ms: on a shared machine the wall clock counts other people's work. */
export function cpuMs(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
