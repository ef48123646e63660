import type { Bar } from './draft.js';

const TQDM =
  /(\d+)%\|[^|]{0,400}\|\s*([\d.]+)[kMG]?\/([\d.]+)[kMG]?\s*\[[^,\]]{0,60}(?:,\s*[^,\]=]{0,30}(?=[,\]]))?/;
const ALL_STEPS =
  /^\W*(?:(?:global|train(?:ing)?|optim\w{0,8}|total)[ _])?(?:steps?|progress)\W*$/i;
/** A bar over the epochs, by its title or its unit. */
const ALL_EPOCHS = /^\W*epochs\W*$/i;
const PER_EPOCH = /\[[^\]]{0,60}(?:epochs?\/s|s\/epoch)\b/;
const KERAS = /^\s*(\d+)\/(\d+|Unknown)\s+(?:\[[=>.\s]{3,}\]|[━╸╺─ ]{3,}|-\s+[\d.]+m?s\b)/;
const RICH = /━[━╸╺ ]{2,}\s*(\d+)\/(\d+)/;

/** The progress bar of a line, and the line without it. */
export function barOf(text: string): { readonly text: string; readonly bar: Bar | undefined } {
  if (text.includes('%|')) {
    const tqdm = TQDM.exec(text);
    if (!tqdm) return { text, bar: undefined };
    const title = text.slice(0, tqdm.index).trim();
    const rest = text.slice(tqdm.index + tqdm[0].length);
    // A bar over all steps of the run is its axis: each paint stands somewhere else on it.
    if (ALL_STEPS.test(title))
      return { text: `step ${tqdm[2]}/${tqdm[3]} | ${rest}`, bar: undefined };
    // A bar over all epochs stands at another one with each step; its last paint there counts.
    if (ALL_EPOCHS.test(title) || PER_EPOCH.test(tqdm[0]))
      return {
        text: `epoch ${tqdm[2]}/${tqdm[3]} | ${rest}`,
        bar: { title: 'epochs', done: Number(tqdm[2]), total: Number(tqdm[3]) },
      };
    return {
      text: `${title} | ${rest}`,
      bar: { title: barTitle(title), done: Number(tqdm[2]), total: Number(tqdm[3]) },
    };
  }
  const keras = KERAS.exec(text);
  if (keras) {
    const rest = text.slice(keras[0].length);
    return { text: rest, bar: { title: 'keras', done: Number(keras[1]), total: Number(keras[2]) } };
  }
  const rich = text.includes('━') ? RICH.exec(text) : null;
  if (!rich) return { text, bar: undefined };
  const title = text.slice(0, rich.index).trim();
  const rest = text.slice(rich.index + rich[0].length);
  return {
    text: `${title} | ${rest}`,
    bar: { title: barTitle(title), done: Number(rich[1]), total: Number(rich[2]) },
  };
}

/** The numbers in the title of a bar ("Epoch 3:") tell no bar from another. */
function barTitle(title: string): string {
  return title.replace(/\d+/g, '#');
}
