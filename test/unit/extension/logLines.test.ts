import { describe, expect, it, vi } from 'vitest';

vi.mock('vscode', () => ({}));
const { EditorLines } = await import('../../../src/extension/logLines.js');

/** Editor line of a log line, with the text cut after every byte. */
function lineIn(text: string, line: number): number {
  const counter = new EditorLines(line);
  for (const byte of Buffer.from(text)) if (counter.push(Uint8Array.of(byte))) break;
  return counter.value;
}

describe('lines of a log in an editor', () => {
  it.each([
    ['a\nb\nc', 1, 1],
    ['a\nb\nc', 3, 3],
    ['a\r\nb\r\nc', 3, 3],
    ['10%\r20%\r30%\nb', 1, 3],
    ['10%\r20%\r30%\nb', 2, 4],
    ['a\n10%\r20%\r\nb', 3, 4],
    ['10%\r20%\r', 1, 2],
  ])('%j: line %i is line %i there', (text, line, there) => {
    expect(lineIn(text, line)).toBe(there);
  });
});
