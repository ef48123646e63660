import { isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import type { RulePair, UserFormat } from '../analysis/index.js';
import type { FolderEncoding } from '../protocol.js';
import type { Settings } from './settings.js';

/** Where the engine looks, what it leaves out, how it reads what is no UTF-8, and how it judges. */
export interface Places {
  readonly roots: readonly string[];
  readonly exclude: readonly string[];
  readonly linksStayInside: boolean;
  /** Patterns of the user, asked of each line before anything else. */
  readonly formats: readonly UserFormat[];
  readonly encodings: readonly FolderEncoding[];
  readonly rules: readonly RulePair[];
}

/**
 * Folders on a disk (a virtual file system cannot be followed) and the paths of the settings.
 * In an untrusted workspace the paths and patterns that it would set are withheld, and its links stay in it.
 */
export function placesToSearch(settings: Settings): Places {
  const onDisk = (vscode.workspace.workspaceFolders ?? [])
    .map(({ uri }) => uri)
    .filter(({ scheme }) => scheme === 'file');
  const folders = onDisk.map(({ fsPath }) => fsPath);
  const searched = settings.flag('losscope.search.enabled') ? folders : [];
  const named = settings.list('losscope.paths').flatMap((path) => resolved(path, folders));
  return {
    roots: [...new Set([...searched, ...named])],
    exclude: [...settings.editorExclusions(), ...settings.list('losscope.exclude')],
    linksStayInside: !vscode.workspace.isTrusted,
    formats: settings.formats(),
    rules: settings.rules(),
    encodings: [
      { folder: '', encoding: settings.encodingOf(undefined) },
      ...onDisk.map((uri) => ({ folder: uri.fsPath, encoding: settings.encodingOf(uri) })),
    ],
  };
}

/** A path of the settings, absolute or relative to the first folder. */
function resolved(path: string, folders: readonly string[]): readonly string[] {
  if (isAbsolute(path)) return [path];
  const [first] = folders;
  return first === undefined ? [] : [join(first, path)];
}
