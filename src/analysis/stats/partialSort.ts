/** Parts as short as this are sorted by insertion. */
const SHORT = 12;

/**
 * Puts those values in their place that belong to `from` … `to - 1` in ascending order, the others
 * anywhere on their side of these: a quicksort that leaves alone what nobody looks at. No NaN.
 */
export function partialSort(values: Float64Array, from: number, to: number): void {
  sortWithin(values, 0, values.length - 1, from, to);
}

/** `low` and `high` are the first and the last place of the part that is not in order yet. */
function sortWithin(
  values: Float64Array,
  low: number,
  high: number,
  from: number,
  to: number,
): void {
  if (high < from || low >= to) return;
  if (high - low <= SHORT) {
    insertionSort(values, low, high);
    return;
  }
  const middle = partition(values, low, high);
  sortWithin(values, low, middle, from, to);
  sortWithin(values, middle + 1, high, from, to);
}

/** Hoare's, about the median of three: nothing up to the result is above anything behind it. */
function partition(values: Float64Array, low: number, high: number): number {
  const pivot = middleOf(values[low] ?? 0, values[(low + high) >> 1] ?? 0, values[high] ?? 0);
  let left = low;
  let right = high;
  for (;;) {
    while ((values[left] ?? pivot) < pivot) left++;
    while ((values[right] ?? pivot) > pivot) right--;
    if (left >= right) return right;
    const moved = values[left] ?? 0;
    values[left++] = values[right] ?? 0;
    values[right--] = moved;
  }
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function insertionSort(values: Float64Array, low: number, high: number): void {
  for (let i = low + 1; i <= high; i++) {
    const value = values[i] ?? 0;
    let at = i;
    for (; at > low; at--) {
      const before = values[at - 1] ?? 0;
      if (before <= value) break;
      values[at] = before;
    }
    values[at] = value;
  }
}
