/** One sentence for the user, in English, with {0}, {1} where the arguments go: the host translates it. */
export interface Note {
  readonly text: string;
  readonly args: readonly (string | number)[];
}

export function note(text: string, ...args: (string | number)[]): Note {
  return { text, args };
}

export function english({ text, args }: Note): string {
  return text.replace(/\{(\d+)\}/g, (hole, index) => String(args[Number(index)] ?? hole));
}
