export interface RunningEditor {
  readonly base: string;
  readonly url: string;
  readonly pid: number | undefined;
  readonly logFile: string;
  log(): string;
  stop(): Promise<void>;
}

export function startEditor(wish: {
  readonly profile: string;
  readonly workspace: string;
  readonly vsix?: string | undefined;
  readonly port?: number | undefined;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly trusted?: boolean;
  readonly options?: readonly string[];
}): Promise<RunningEditor>;

export function removeProfile(profile: string): void;
