import { createReadStream } from 'node:fs';
import * as vscode from 'vscode';

const CR = 0x0d;
const LF = 0x0a;

/**
 * The line that an editor shows for a line of a log, both from 1. The engine counts `\n`; VS Code
 * also breaks at a lone `\r`, so each repaint of a progress bar is a line of its own there. Answers
 * the last repaint of the line, which holds its settled values. Reads the file up to that line.
 */
export async function editorLine(file: string, line: number): Promise<number> {
  const counter = new EditorLines(line);
  try {
    for await (const chunk of createReadStream(file)) {
      if (counter.push(chunk as Buffer)) break;
    }
  } catch (error) {
    // The log went away: its own number is the best answer left, and opening it says the rest.
    if (isMissing(error)) return line;
    throw error;
  }
  return counter.value;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

/** Opens the log at a line (from 1, as the engine counts). Large logs open too: VS Code reads them. */
export async function showLogLine(file: string, line: number | undefined): Promise<void> {
  const at = new vscode.Position((await editorLine(file, line ?? 1)) - 1, 0);
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(file), {
    selection: new vscode.Range(at, at),
    preview: true,
  } satisfies vscode.TextDocumentShowOptions);
}

/** Counts over chunks cut anywhere. `push` answers true once the line has ended. */
export class EditorLines {
  #lines = 1;
  #repaints = 0;
  #repaintsOfLine = 0;
  #heldCr = false;

  constructor(private readonly line: number) {}

  get value(): number {
    return this.#lines + this.#repaints + this.#repaintsOfLine;
  }

  push(chunk: Uint8Array): boolean {
    for (const byte of chunk) {
      // A `\r` counts only when something other than a line end follows: a trailing one ends nothing.
      if (this.#heldCr && byte !== LF) this.#repaintsOfLine += 1;
      this.#heldCr = byte === CR;
      if (byte !== LF) continue;
      if (this.#lines === this.line) return true;
      this.#lines += 1;
      this.#repaints += this.#repaintsOfLine;
      this.#repaintsOfLine = 0;
    }
    return false;
  }
}
