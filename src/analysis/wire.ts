/**
 * Non-finite numbers across a JSON border (host to webview: typed arrays travel as they are, but a
 * plain NaN or Infinity arrives as null). `toWire` writes them as `{ $number: "NaN" }`, `fromWire`
 * reads them back; everything else is the same value, and untouched parts are shared, not copied.
 */
export function toWire(value: unknown): unknown {
  return walk(value, (leaf) =>
    typeof leaf === 'number' && !Number.isFinite(leaf) ? { $number: String(leaf) } : leaf,
  );
}

/** What the page does first with each message of the host. */
export function fromWire(value: unknown): unknown {
  if (isWireNumber(value)) return Number(value.$number);
  return walk(value, (leaf) => leaf, fromWire);
}

function walk(
  value: unknown,
  leaf: (value: unknown) => unknown,
  deeper: (value: unknown) => unknown = (inner) => walk(inner, leaf),
): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return leaf(value);
  if (Array.isArray(value)) {
    const items = value.map(deeper);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  const entries = Object.entries(value);
  const walked = entries.map(([key, inner]) => [key, deeper(inner)] as const);
  const isSame = walked.every(([, inner], index) => inner === entries[index]?.[1]);
  return isSame ? value : Object.fromEntries(walked);
}

function isWireNumber(value: unknown): value is { readonly $number: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    '$number' in value &&
    typeof value.$number === 'string'
  );
}
