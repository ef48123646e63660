import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';

interface Written {
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
  readonly workspaceFolderValue?: unknown;
}

const editor = vi.hoisted(() => ({ isTrusted: false, settings: new Map<string, Written>() }));

vi.mock('vscode', () => ({
  EventEmitter: class {
    event = () => ({ dispose: () => {} });
  },
  workspace: {
    get isTrusted() {
      return editor.isTrusted;
    },
    workspaceFolders: [{ uri: { scheme: 'file', fsPath: '/w' } }],
    onDidChangeConfiguration: () => ({ dispose: () => {} }),
    // An editor that withholds nothing, as those before 1.136.2 did of objects in each other.
    getConfiguration: () => ({
      get: (key: string) => {
        const written = editor.settings.get(key);
        return written?.workspaceFolderValue ?? written?.workspaceValue ?? written?.globalValue;
      },
      inspect: (key: string) => editor.settings.get(key),
    }),
  },
}));

const { Settings } = await import('../../../src/extension/settings.js');
const { placesToSearch } = await import('../../../src/extension/places.js');

beforeEach(() => {
  editor.isTrusted = false;
  editor.settings.clear();
});

// An attacker gains by a path: any file of the user as a chart; by a pattern: his code in our reader.
describe('what an untrusted workspace sets', () => {
  it.each(['workspaceValue', 'workspaceFolderValue'])('as %s: no path, no pattern', (where) => {
    editor.settings.set('losscope.paths', { [where]: ['/home/me/.ssh', '../../etc'] });
    editor.settings.set('losscope.formats', { [where]: ['(?<loss>a+)+$', { pattern: 'x' }] });
    const places = placesToSearch(new Settings());
    expect(places.roots).toEqual(['/w']);
    expect(places.formats).toEqual([]);
  });

  it('does not hide what the user sets for himself', () => {
    const paths = { globalValue: ['/data'], workspaceValue: ['/home/me/.ssh'] };
    editor.settings.set('losscope.paths', paths);
    expect(placesToSearch(new Settings()).roots).toEqual(['/w', '/data']);
  });

  it('keeps links inside until it is trusted', () => {
    expect(placesToSearch(new Settings()).linksStayInside).toBe(true);
    editor.isTrusted = true;
    expect(placesToSearch(new Settings()).linksStayInside).toBe(false);
  });

  it('counts once it is trusted', () => {
    editor.settings.set('losscope.paths', { workspaceValue: ['runs'] });
    editor.settings.set('losscope.formats', { workspaceValue: ['\\loss'] });
    editor.isTrusted = true;
    const places = placesToSearch(new Settings());
    expect(places.roots).toEqual(['/w', '/w/runs']);
    expect(places.formats).toEqual([{ pattern: '\\loss' }]);
  });
});

it('the editor is told the same', () => {
  const { capabilities, contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { supported, restrictedConfigurations } = capabilities.untrustedWorkspaces;
  expect(supported).toBe('limited');
  expect(restrictedConfigurations).toEqual(['losscope.paths', 'losscope.formats']);
  const declared = contributes.configuration.flatMap(({ properties }: { properties: object }) =>
    Object.keys(properties),
  );
  // None else names a path, a program, an address or a pattern.
  const named = declared.filter((key: string) => /path|file|command|exec|url|format/i.test(key));
  expect(named).toEqual(['losscope.paths', 'losscope.formats']);
});
