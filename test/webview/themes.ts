/** The editor's variables in its four base themes, as far as the page reads them. */
const NAMES = [
  'foreground',
  'descriptionForeground',
  'icon-foreground',
  'focusBorder',
  'editor-background',
  'widget-border',
  'textLink-foreground',
  'progressBar-background',
  'inputOption-activeBackground',
  'inputOption-activeBorder',
  'inputOption-activeForeground',
  'editorError-foreground',
  'editorWarning-foreground',
  'editorInfo-foreground',
  'charts-green',
  'charts-lines',
  'contrastBorder',
  'contrastActiveBorder',
] as const;

const VALUES = {
  'vscode-dark':
    '#CCCCCC #9D9D9D #CCCCCC #0078D4 #1F1F1F #313131 #4DAAFC #0078D4 #2489DB82 #2488DB #FFFFFF #F14C4C #CCA700 #3794FF #89D185 #CCCCCC80',
  'vscode-light':
    '#3B3B3B #3B3B3B #3B3B3B #005FB8 #FFFFFF #E5E5E5 #005FB8 #005FB8 #BED6ED #005FB8 #000000 #E51400 #BF8803 #1A85FF #388A34 #3B3B3B80',
  'vscode-high-contrast':
    '#FFFFFF #FFFFFFB3 #FFFFFF #F38518 #000000 #6FC3DF #21A6FF #6FC3DF #00000000 #F38518 #FFFFFF #F48771 #FFD370 #3794FF #89D185 #FFFFFF80 #6FC3DF #F38518',
  'vscode-high-contrast-light':
    '#292929 #292929B3 #292929 #006BBD #FFFFFF #0F4A85 #0F4A85 #0F4A85 #00000000 #006BBD #292929 #B5200D #895503 #1A85FF #374E06 #29292980 #0F4A85 #006BBD',
} as const;
export type Theme = keyof typeof VALUES;

/** Variables that are the same colour as another one in these themes. */
const SAME = {
  'radio-activeBackground': 'inputOption-activeBackground',
  'radio-activeBorder': 'inputOption-activeBorder',
  'radio-activeForeground': 'inputOption-activeForeground',
  'radio-inactiveBorder': 'widget-border',
  'editorHoverWidget-background': 'editor-background',
  'editorHoverWidget-foreground': 'foreground',
  'editorHoverWidget-border': 'widget-border',
  'menu-background': 'editor-background',
  'menu-foreground': 'foreground',
  'settings-dropdownBackground': 'editor-background',
  'settings-dropdownForeground': 'foreground',
  'settings-dropdownBorder': 'widget-border',
} as const;

/** CSS text that stands in for what the editor writes on the root element of a webview. */
export function themeCss(theme: Theme): string {
  const values = VALUES[theme].split(' ');
  const own = NAMES.flatMap((name, index) =>
    values[index] ? [[name, values[index]] as const] : [],
  );
  const known = new Map<string, string>(own);
  const same = Object.entries(SAME).map(([name, other]) => [name, known.get(other) ?? ''] as const);
  const rows = [...own, ...same].map(([name, value]) => `--vscode-${name}: ${value};`);
  const fonts =
    "--vscode-font-family: 'Segoe UI', system-ui, Ubuntu, sans-serif; --vscode-editor-font-family: monospace;";
  return `:root { ${rows.join(' ')} ${fonts} }`;
}
