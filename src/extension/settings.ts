import * as vscode from 'vscode';
import type { RulePair, Severity, UserFormat } from '../analysis/index.js';
import { formatOf } from './formatRows.js';
import { rulePairs } from './ruleRows.js';
import { SETTINGS, type SettingKey } from './settingRows.js';

export type Level = Severity | 'off';

/**
 * What a workspace may set once it is trusted, as package.json says to the editor, too: an editor before
 * 1.136.2 let such a setting through where it is written as objects in each other (vscode #335112).
 */
const RESTRICTED: readonly SettingKey[] = ['losscope.paths', 'losscope.formats'];

function isRestricted(key: SettingKey): boolean {
  return RESTRICTED.includes(key);
}

/** Reads the settings; tells when one of ours or one of the editor's exclusions changed. */
export class Settings implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.ConfigurationChangeEvent>();
  readonly #listening = vscode.workspace.onDidChangeConfiguration((event) => {
    this.#changed.fire(event);
  });

  readonly onDidChange = this.#changed.event;

  /** True when the change touches what the engine searches. */
  static touchesSearch(event: vscode.ConfigurationChangeEvent): boolean {
    const keys = ['losscope.exclude', 'losscope.search', 'losscope.paths', 'losscope.formats'];
    return [...keys, 'files.exclude', 'files.encoding', 'search.exclude'].some((key) =>
      event.affectsConfiguration(key),
    );
  }

  /** True when the change touches how runs are judged. */
  static touchesRules(event: vscode.ConfigurationChangeEvent): boolean {
    return event.affectsConfiguration('losscope.rules');
  }

  level(key: 'losscope.notifications.level' | 'losscope.problems.level'): Level {
    return this.#get<Level>(key);
  }

  number(key: 'losscope.notifications.perHour'): number {
    return Math.max(0, this.#get<number>(key));
  }

  flag(key: Extract<SettingKey, `${string}.${string}.enabled` | `${string}.autoOpen`>): boolean {
    return this.#get<boolean>(key);
  }

  list(key: 'losscope.exclude' | 'losscope.paths'): readonly string[] {
    const value = this.#get<readonly unknown[]>(key);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  }

  /** The patterns of the user; a row of any other form is left out. */
  formats(): readonly UserFormat[] {
    const value = this.#get<readonly unknown[]>('losscope.formats');
    return Array.isArray(value) ? value.flatMap(formatOf) : [];
  }

  /** How the rules are set, as it is written: the engine says what cannot be used. */
  rules(): readonly RulePair[] {
    return rulePairs(vscode.workspace.getConfiguration('losscope').get('rules'));
  }

  /** Globs that `files.exclude` and `search.exclude` switch on. Conditions (`when`) are not followed. */
  editorExclusions(): readonly string[] {
    return ['files.exclude', 'search.exclude'].flatMap((key) => {
      const [section, name] = key.split('.');
      const table = vscode.workspace.getConfiguration(section).get<object>(name ?? '') ?? {};
      return Object.entries(table).flatMap(([glob, on]) => (on === true ? [glob] : []));
    });
  }

  /** The encoding that the editor uses for the files of a folder. */
  encodingOf(folder: vscode.Uri | undefined): string {
    return vscode.workspace.getConfiguration('files', folder).get<string>('encoding') ?? 'utf8';
  }

  dispose(): void {
    this.#listening.dispose();
    this.#changed.dispose();
  }

  #get<T>(key: SettingKey): T {
    const fallback = SETTINGS.find((row) => row.key === key)?.fallback as T;
    const settings = vscode.workspace.getConfiguration();
    if (!isRestricted(key) || vscode.workspace.isTrusted) return settings.get<T>(key) ?? fallback;
    return settings.inspect<T>(key)?.globalValue ?? fallback;
  }
}
